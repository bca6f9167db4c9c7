// What the best patience of a project is worth: chosen on the other runs of a repository, applied to the run left out, beside fixed ones.
//   node out/bench/patience.js
import {
  bestPatience,
  outcomesOf,
  type PatienceOutcome,
} from '../src/core/analysis/projectPatience';
import { Figures, minimised } from './adviceFigures';
import { hasCurves, readCurves, type Curve } from './publicCurves';

type Outcomes = readonly PatienceOutcome[];

function byRepository(): Map<string, Outcomes[]> {
  const repositories = new Map<string, Outcomes[]>();
  for (const curve of readCurves<Curve>('curves-public')) {
    const outcomes = outcomesOf(Float64Array.from(minimised(curve)));
    const repo = curve.source?.repo ?? '';
    if (outcomes) repositories.set(repo, [...(repositories.get(repo) ?? []), outcomes]);
  }
  return repositories;
}

/** A rule that picks a patience from the other runs; null where it has nothing to say. */
type Chooser = (others: readonly Outcomes[]) => number | null;

function print(title: string, repositories: Map<string, Outcomes[]>, choose: Chooser): void {
  const figures = new Figures();
  for (const [repo, runs] of repositories) {
    if (runs.length < 3) continue;
    runs.forEach((run, left) => {
      const patience = choose(runs.filter((_, i) => i !== left));
      const { lost, saved } = patience === null ? { lost: 0, saved: 0 } : run[patience - 1]!;
      figures.add(repo, {
        regret: 100 * lost,
        saved: 100 * saved,
        miss5: lost > 0.05 ? 100 : 0,
        patience: patience ?? NaN,
        silent: patience === null ? 100 : 0,
      });
    });
  }
  figures.print(title);
}

if (hasCurves()) {
  const repositories = byRepository();
  print('chosen on the others', repositories, others => bestPatience(others)?.patience ?? null);
  for (const fixed of [3, 5, 10, 20, 50]) print(`patience ${fixed}`, repositories, () => fixed);
} else console.log('no curves beside the repository');
