import assert from 'node:assert/strict';
import { analyse } from '../../../src/core/analysis/analyse';
import { judgedRun } from '../../../src/core/project/judgedRun';
import { runMarkdown } from '../../../src/core/report/runMarkdown';
import { plainly } from '../../../src/core/report/say';
import { findingSentence } from '../../../src/core/report/sentences/findings';
import { runningLine } from '../../../src/core/report/sentences/running';
import { verdict } from '../../../src/core/report/sentences/verdict';
import { LogReading } from '../../../src/core/run/logReading';
import { panelStage } from '../../../src/extension/panel/panelStage';

const NAMES = {
  markup: 'val_loss <img src=x onerror=alert(1)>',
  command: 'val_loss](command:workbench.action.quit)',
  icon: 'val_loss $(error)',
  script: '</script><script>val_loss',
  prototype: '__proto__',
  constructor: 'constructor',
  bidi: 'val_loss\u202e\u2066ssol',
  terminal: 'val_loss\u001b[31m\u0007',
  long: `val_loss_${'x'.repeat(1_000_000)}`,
};
const CARRIERS = {
  'JSON Lines': (name: string) =>
    rows((epoch, loss) => `{"epoch":${epoch},"loss":${loss},${JSON.stringify(name)}:${loss}}`),
  CSV: (name: string) =>
    `epoch,loss,"${name}"\n${rows((epoch, loss) => `${epoch},${loss},${loss}`)}`,
};

function rows(row: (epoch: number, loss: number) => string): string {
  const losses = Array.from({ length: 20 }, (_, at) => Math.abs(at - 8) / 10 + 0.1);
  return losses.map((loss, at) => `${row(at + 1, loss)}\n`).join('');
}

function read(text: string) {
  const bytes = new TextEncoder().encode(text);
  const reading = new LogReading('metrics.jsonl');
  reading.start(bytes.subarray(0, 65_536), bytes.length <= 65_536);
  reading.bytes(bytes);
  reading.end();
  return reading.runs().map(run => ({ run, analysis: analyse(run) }));
}

/** Everything that people are shown of the runs, apart from Markdown. */
function shown(runs: ReturnType<typeof read>): readonly string[] {
  const stage = { stage: 'current', bytes: 1 } as const;
  const log = { title: 'metrics.jsonl', stage, runs, problems: [] };
  const panel = panelStage(log, { run: null, compared: null }, plainly);
  return [
    JSON.stringify(panel),
    ...runs.flatMap(each => [
      verdict(each.analysis, each.run, plainly),
      runningLine(judgedRun(each), plainly),
      ...each.analysis.findings.map(finding => findingSentence(finding, each.run, plainly)),
    ]),
  ];
}

describe('names of metrics that mean harm', () => {
  for (const [kind, name] of Object.entries(NAMES)) {
    for (const [carrier, log] of Object.entries(CARRIERS)) {
      it(`are shown as text on one line: ${kind} in ${carrier}`, () => {
        const runs = read(log(name));
        for (const text of shown(runs)) {
          assert.doesNotMatch(text, /[\p{Cf}\p{Cc}]/u);
          if (!text.startsWith('{')) assert.ok(text.length < 1000, `${text.length} characters`);
        }
        for (const each of runs) {
          const markdown = runMarkdown(each, 'a.png', plainly);
          assert.doesNotMatch(markdown, /[^\\]<(?:img|script|\/script)/);
          assert.doesNotMatch(markdown, /[^\\]\]\(command/);
        }
        assert.equal(Object.keys(Object.prototype).length, 0);
      });
    }
  }
});
