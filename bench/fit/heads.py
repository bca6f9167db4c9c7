"""Fits the three heads of the analysis and writes src/core/analysis/heads.ts.

    python3 bench/fit/heads.py prefixes.jsonl > src/core/analysis/heads.ts      (figures go to stderr)

prefixes.jsonl comes from bench/fit/prefixes.ts. Every figure is given twice: cross-validated by repository (ten folds, no
repository on both sides) and on the curves it was fitted on. Needs numpy and scikit-learn.
"""
import collections
import json
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression, QuantileRegressor
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

STOP = ['sinceShare', 'sincePlanned', 'progress', 'evaluationsLog', 'trend']
IMPROVES = ['sinceShare', 'sincePlanned', 'progress', 'mixed', 'powers', 'disagreement', 'luck']
FORECAST = ['sinceShare', 'progress', 'evaluationsLog', 'gap', 'noise', 'slope', 'mixed', 'powers', 'exponentials']
QUANTILES = {'low': 0.1, 'middle': 0.5, 'high': 0.9}
SHARES = (0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8)
STOP_BELOW = 0.47

rows = [json.loads(line) for line in open(sys.argv[1])]
column = lambda key: np.array([row[key] for row in rows])
repo, curve, k, n = column('repo'), column('id'), column('k'), column('n')
scale, whole, best, least, rest = column('range'), column('whole'), column('best'), column('least'), column('rest')
last, final, rest_at = column('last'), column('final'), column('restAt')
improved = (best - rest > 0.01 * scale).astype(int)
inputs = lambda names: np.array([[row['outlook'][name] for name in names] for row in rows])
of_curve = collections.defaultdict(list)
for i, name in enumerate(curve):
    of_curve[name].append(i)


def weights(chosen, power=0.5):
    """Every curve counts once, a repository by its number of curves to the power of 1 - power."""
    prefixes = collections.Counter(curve[chosen])
    curves = collections.Counter(repo[of_curve[name][0]] for name in prefixes)
    w = np.array([1 / prefixes[c] / curves[r] ** power for c, r in zip(curve[chosen], repo[chosen])])
    return w / w.sum()


def logistic(names, chosen, C, power):
    """Coefficients in the units of the inputs: intercept first. The smaller C, the nearer to zero."""
    X = inputs_cache[tuple(names)][chosen]
    to = StandardScaler().fit(X)
    fit = LogisticRegression(C=C, max_iter=1000).fit(to.transform(X), improved[chosen], sample_weight=weights(chosen, power) * 2000)
    b = fit.coef_[0] / to.scale_
    return np.r_[fit.intercept_[0] - (b * to.mean_).sum(), b]


def quantile(q, chosen):
    """Of (final - last) / range so far / sqrt(share of the run to come): the range closes as the end comes near."""
    X = inputs_cache[tuple(FORECAST)][chosen]
    open_ = np.sqrt(1 - k[chosen] / n[chosen])
    y = np.clip((final - last)[chosen] / scale[chosen], -3, 3) / open_
    to = StandardScaler().fit(X)
    w = weights(chosen) * open_
    fit = QuantileRegressor(quantile=q, alpha=9e-3, solver='highs').fit(to.transform(X), y, sample_weight=w / w.mean())
    b = fit.coef_ / to.scale_
    return np.r_[fit.intercept_ - (b * to.mean_).sum(), b]


apply = lambda b, names: b[0] + inputs_cache[tuple(names)] @ b[1:]
chance = lambda b, names: 1 / (1 + np.exp(-apply(b, names)))
inputs_cache = {tuple(names): inputs(names) for names in (STOP, IMPROVES, FORECAST)}
every = np.arange(len(rows))
at_shares = np.where(np.any([k == np.floor(s * n) for s in SHARES], axis=0))[0]


def crossed(fit, predict, chosen):
    out = np.full(len(rows), np.nan)
    for train, test in GroupKFold(10).split(every, groups=repo):
        out[test] = predict(fit(np.intersect1d(train, chosen)))[test]
    return out


def macro(pairs):
    by = collections.defaultdict(list)
    for name, value in pairs:
        by[name].append(value)
    return np.mean([np.mean(v, axis=0) for v in by.values()], axis=0)


def tell(*words):
    print(*words, file=sys.stderr)


def stopping(name, p):
    out = []
    for members in of_curve.values():
        since = inputs_cache[tuple(STOP)][members, 0] * k[members]
        stop = next((i for i, s in zip(members, since) if p[i] < STOP_BELOW and s > 2.5), None)
        i = members[-1]
        reached = min(best[i], rest[i]) if stop is None else best[stop]
        regret = 100 * (reached - least[i]) / whole[i]
        out.append((repo[i], (regret, 0 if stop is None else 100 * (1 - k[stop] / n[stop]), 100 * (regret > 5))))
    tell('stop', name, 'regret %.2f saved %.2f miss5 %.2f' % tuple(macro(out)))


def improving(name, p):
    for share in (0.25, 0.5, 0.75):
        chosen = np.where(k == np.floor(share * n))[0]
        tell('improves', name, share, 'Brier %.3f' % macro([(repo[i], (p[i] - improved[i]) ** 2) for i in chosen]))


def forecasting(name, heads):
    open_ = np.sqrt(1 - k / n)
    low, middle, high = (last + heads[q] * open_ * scale for q in ('low', 'middle', 'high'))
    low, high = np.minimum(low, middle), np.maximum(high, middle)
    # As in forecast.ts: a loss that never was below zero is not forecast there.
    low, middle = (np.where(best >= 0, np.maximum(v, 0), v) for v in (low, middle))
    for share in (0.25, 0.5, 0.75):
        out = []
        for i in np.where(k == np.floor(share * n))[0]:
            errors = [min(200, 100 * abs(v - final[i]) / whole[i]) for v in (middle[i], last[i])]
            out.append((repo[i], (*errors, 100 * (low[i] <= final[i] <= high[i]), 100 * (high[i] - low[i]) / whole[i])))
        tell('forecast', name, share, 'error %.2f (last value %.2f) held %.1f width %.1f' % tuple(macro(out)))


stopper = lambda chosen: logistic(STOP, chosen, 0.1, 0.5)
# Few inputs, held close to zero, every repository counting the same: with all inputs and C = 0.1 it was better on the curves
# of the fit and worse on others.
improver = lambda chosen: logistic(IMPROVES, chosen, 0.02, 1)
stop, improves = stopper(every), improver(at_shares)
forecast = {name: quantile(q, at_shares) for name, q in QUANTILES.items()}
# A fitted quantile goes through some of the curves; rounding its coefficients must not put them outside of the range.
forecast['low'][0] -= 0.002
forecast['high'][0] += 0.002
stopping('crossed', crossed(stopper, lambda b: chance(b, STOP), every))
stopping('fitted', chance(stop, STOP))
improving('crossed', crossed(improver, lambda b: chance(b, IMPROVES), at_shares))
improving('fitted', chance(improves, IMPROVES))
forecasting('crossed', {name: crossed(lambda c, q=q: quantile(q, c), lambda b: apply(b, FORECAST), at_shares) for name, q in QUANTILES.items()})
forecasting('fitted', {name: apply(b, FORECAST) for name, b in forecast.items()})


def best_shares():
    """Deciles of where in the rest of a run its best lies, of those whose rest improves it; every repository counts once."""
    chosen = np.where((improved == 1) & np.any([k == np.floor(s * n) for s in (0.25, 0.5, 0.75)], axis=0))[0]
    shares = ((rest_at - k) / (n - k))[chosen]
    counts = collections.Counter(repo[chosen])
    order = np.argsort(shares)
    reached = np.cumsum([1 / counts[repo[chosen[i]]] for i in order]) / len(counts)
    return [0.0] + [round(float(shares[order][min(np.searchsorted(reached, q / 10), len(order) - 1)]), 2) for q in range(1, 10)] + [1.0]


def table(name, doc, names, b):
    body = ''.join(f'  {key}: {float(f"{value:.4g}")},\n' for key, value in zip(['intercept', *names], b))
    return f'/** {doc} */\nexport const {name} = {{\n{body}}} as const;\n'


print('// Written by bench/fit/heads.py from the public half of the real curves; not to be edited by hand.\n')
print(table('stopHead', 'Log odds that the rest of the run improves the best by more than 1 % of the range so far, from what every evaluation can ask cheaply.', STOP, stop))
print(table('improvesHead', 'The same from fewer inputs and the extrapolations.', IMPROVES, improves))
for name, q in QUANTILES.items():
    print(table(f'{name}Head', f'{q:.0%} quantile of (final value − last value) / range so far / √(share of the run to come).', FORECAST, forecast[name]))
print(f'/** Deciles of where in the rest of a run its best lies (0: now, 1: the planned end), of runs whose rest improves the best. */\nexport const bestShares = [{", ".join(f"{share:g}" for share in best_shares())}];')
