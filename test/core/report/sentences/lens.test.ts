import assert from 'node:assert/strict';
import type { Suggestion } from '../../../../src/core/analysis/analysis';
import type { ConfigSetting } from '../../../../src/core/config/setting';
import type { AsideReason, Link } from '../../../../src/core/project/project';
import { plainly } from '../../../../src/core/report/say';
import { asideSentence } from '../../../../src/core/report/sentences/aside';
import { applicable, lensText } from '../../../../src/core/report/sentences/lens';
import { settingProblem } from '../../../../src/core/report/sentences/settings';
import { analysisOf, overfittingRun, overfittingSuggestion } from '../syntheticRuns';

function settingOf(value: number, changes: Partial<ConfigSetting> = {}): ConfigSetting {
  return {
    kind: 'epochs',
    key: 'epochs',
    keyPath: 'epochs',
    keyStart: 0,
    keyEnd: 6,
    start: 8,
    end: 8 + String(value).length,
    text: String(value),
    value,
    editable: true,
    primary: true,
    cell: null,
    source: null,
    governedBy: null,
    companions: [],
    ...changes,
  };
}

function linkOf(value: number, changes: Partial<Link> = {}): Link {
  return {
    file: 'config.yaml',
    setting: settingOf(value),
    role: 'source',
    runs: [overfittingRun()],
    aside: [],
    how: 'literal-path',
    tied: [{ how: 'literal-path', runs: [overfittingRun().run] }],
    suggestion: overfittingSuggestion,
    consensus: null,
    ...changes,
  };
}

const improving: Suggestion = {
  ...overfittingSuggestion,
  epochs: 60,
  low: 50,
  high: 75,
  reason: 'still-improving',
  evidence: { trained: 50 },
};

describe('the lens', () => {
  it('has the suggestion and the number of runs it comes from', () => {
    const five = Array.from({ length: 5 }, () => overfittingRun());
    assert.equal(
      lensText(linkOf(100, { runs: five }), plainly),
      'Suggested 12 epochs (11–14) · 5 runs',
    );
    assert.equal(applicable(linkOf(100)), 12);
  });

  it('says that the value matches, and offers nothing to apply', () => {
    assert.equal(lensText(linkOf(13), plainly), 'Suggested 12 epochs (11–14) · 1 run · matches');
    assert.equal(applicable(linkOf(13)), null);
  });

  it('of a run that still improves does not say that its own length matches', () => {
    const [own, longer] = [50, 60].map(epochs => linkOf(epochs, { suggestion: improving }));
    assert.equal(lensText(own!, plainly), 'Still improving at 50 · try 60–75 · 1 run');
    assert.equal(lensText(longer!, plainly), 'Still improving at 50 · try 60–75 · 1 run · matches');
    assert.equal(applicable(own!), 60);
    assert.equal(applicable(longer!), null);
  });

  it('converts to what the setting counts by the run’s own steps per epoch', () => {
    const { run, analysis } = overfittingRun();
    const runs = [{ run: { ...run, stepsPerEpoch: 100 }, analysis }];
    const steps = { kind: 'steps', key: 'max_steps' } as const;
    const long = linkOf(5000, { runs, setting: settingOf(5000, steps) });
    assert.equal(
      lensText(long, plainly),
      'Suggested 12 epochs (11–14) · 1200 steps at 100 an epoch · 1 run',
    );
    assert.equal(applicable(long), 1200);
    assert.equal(applicable(linkOf(1300, { runs, setting: settingOf(1300, steps) })), null);
    const suggestion: Suggestion = { ...overfittingSuggestion, unit: 'step', epochs: 1240 };
    assert.equal(
      applicable(linkOf(100, { runs, suggestion: { ...suggestion, low: 900, high: 1400 } })),
      12,
    );
  });

  it('writes nothing where runs do not say how long their epochs are, or disagree', () => {
    const { run, analysis } = overfittingRun();
    const runs = [100, 120].map(steps => ({ run: { ...run, stepsPerEpoch: steps }, analysis }));
    const setting = settingOf(5000, { kind: 'steps', key: 'max_steps' });
    assert.equal(applicable(linkOf(5000, { setting })), null);
    assert.equal(applicable(linkOf(5000, { setting, runs })), null);
  });

  it('says the state where nothing can be suggested', () => {
    const findings = [
      {
        rule: 'divergence',
        severity: 'error',
        from: 3,
        to: 3,
        fromRow: 2,
        toRow: 2,
        evidence: { kind: 'nan', series: 'loss' },
      },
    ] as const;
    const analysis = analysisOf({ state: 'diverged', findings, suggestion: null });
    const runs = [{ ...overfittingRun(), analysis }];
    assert.equal(
      lensText(linkOf(100, { runs, suggestion: null }), plainly),
      'Diverged at epoch 3 · 1 run',
    );
  });

  it('follows a run that is being written', () => {
    const run = overfittingRun({ status: 'running', plannedEpochs: 462 });
    assert.equal(
      lensText(linkOf(462, { runs: [run] }), plainly),
      'Epoch 30 of 462 · best 0.3 @ 12 · 1 h 12 m left',
    );
  });

  it('says possibly where only a number or the lack of others ties the runs to the setting', () => {
    for (const how of ['only-one', 'planned-epochs'] as const) {
      assert.match(lensText(linkOf(100, { how }), plainly) ?? '', /· possibly 1 run$/);
    }
  });

  it('says of runs that do not count what they are', () => {
    const [run] = linkOf(100).runs;
    const aside = (...whys: AsideReason[]) =>
      linkOf(100, { runs: [], suggestion: null, aside: whys.map(why => ({ ...run!, why })) });
    const said = [
      aside('interrupted', 'interrupted'),
      aside('crashed'),
      aside('other-length'),
      aside('crashed', 'interrupted'),
    ];
    assert.deepEqual(
      said.map(link => lensText(link, plainly)),
      [
        'Interrupted before the best · 2 runs',
        'Failed at the start · 1 run',
        'Made with another number · 1 run',
        'No complete run · 2 runs',
      ],
    );
    assert.deepEqual(
      said.slice(0, 3).map(link => asideSentence(link.aside[0]!, link, plainly)),
      [
        'interrupted at epoch 30 of 30',
        'failed at epoch 30 of 30',
        'made with another number: it went to epoch 30',
      ],
    );
  });

  it('says nothing without a run', () => {
    assert.equal(lensText(linkOf(100, { runs: [] }), plainly), null);
  });

  it('offers nothing to apply where the number counts something else or may not be edited', () => {
    const steps = settingOf(5000, { kind: 'steps' });
    const locked = settingOf(100, { editable: false });
    const offers = [
      linkOf(100, { setting: steps }),
      linkOf(100, { setting: locked }),
      linkOf(100, { role: 'copy' }),
    ].map(applicable);
    assert.deepEqual(offers, [null, null, null]);
  });
});

describe('the problem of a setting', () => {
  it('says by how much the value is too large', () => {
    assert.deepEqual(settingProblem(linkOf(36), plainly), {
      code: 'epochs-too-many',
      severity: 'warning',
      message: 'epochs: 36 is three times what 1 run supports (12, range 11–14).',
      apply: 12,
    });
  });

  it('says that the value is too small', () => {
    assert.deepEqual(settingProblem(linkOf(5), plainly), {
      code: 'epochs-too-few',
      severity: 'warning',
      message: 'epochs: 5 is less than what 1 run supports (12, range 11–14).',
      apply: 12,
    });
    assert.deepEqual(settingProblem(linkOf(50, { suggestion: improving }), plainly), {
      code: 'epochs-too-few',
      severity: 'information',
      message: 'epochs: 50 ends while 1 run still improves; try 60–75.',
      apply: 60,
    });
  });

  it('is that it ends early below what is suggested while a run still improves, and none from there on', () => {
    const codes = [40, 59, 60, 75, 90].map(
      epochs => settingProblem(linkOf(epochs, { suggestion: improving }), plainly)?.code ?? null,
    );
    assert.deepEqual(codes, ['epochs-too-few', 'epochs-too-few', null, null, null]);
    const furthest: Suggestion = { ...improving, epochs: 75 };
    assert.equal(
      settingProblem(linkOf(50, { suggestion: furthest }), plainly)?.message,
      'epochs: 50 ends while 1 run still improves; try 63–75.',
    );
    assert.equal(settingProblem(linkOf(63, { suggestion: furthest }), plainly), null);
  });

  it('is none in the range, a little beyond it, or where nothing is suggested', () => {
    const links = [linkOf(12), linkOf(17), linkOf(100, { suggestion: null })];
    assert.deepEqual(
      links.map(link => settingProblem(link, plainly)),
      [null, null, null],
    );
  });
});
