// How often each rule fires on real curves and logs: a rule that fires on many healthy runs is wrong.
//   node out/bench/rules.js [--list]     with --list the runs each rule fired on
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../src/core/analysis/analyse';
import type { Analysis } from '../src/core/analysis/analysis';
import { rules } from '../src/core/analysis/diagnose';
import type { Run } from '../src/core/run/run';
import { readPath } from '../src/node/readLogs';
import { makeRun } from '../test/core/analysis/makeRun';
import { hasCurves, readCurves, runOf, type Curve } from './publicCurves';

/** One run to judge, and where it comes from. */
interface Judged {
  readonly name: string;
  readonly run: Run;
}

const corpus = '../shared/corpus';
const list = process.argv.includes('--list');

/** Logs above this are left out, for time. */
const MOST_BYTES = 20e6;

function curvesOf(file: string): Judged[] {
  return readCurves<Curve & { readonly id: string }>(file).map(curve => ({
    name: curve.id,
    run: runOf(curve),
  }));
}

/** Loss and score of the same log together, as it has them. */
function bothViews(): Judged[] {
  const byLog = new Map<string, Curve[]>();
  for (const curve of readCurves<Curve>('curves-public')) {
    const key = `${curve.source?.repo} ${curve.source?.path} ${curve.sub} ${curve.val.length}`;
    byLog.set(key, [...(byLog.get(key) ?? []), curve]);
  }
  return [...byLog].flatMap(([name, curves]) => {
    const loss = curves.find(({ goal }) => goal === 'min');
    const score = curves.find(({ goal }) => goal === 'max');
    if (!loss || !score) return [];
    const columns = { loss: loss.train ?? [], validation: loss.val, score: score.val };
    return [{ name, run: makeRun(columns, { plannedEpochs: loss.val.length }) }];
  });
}

/** Every unit of the corpus that a folder name does not call no log. */
async function logs(): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const kind of ['text', 'structured']) {
    for (const style of readdirSync(join(corpus, kind))) {
      if (style === 'negative') continue;
      for (const unit of readdirSync(join(corpus, kind, style))) {
        const path = join(corpus, kind, style, unit);
        if (unit.endsWith('.expected.json') || statSync(path).size > MOST_BYTES) continue;
        const reading = await readPath(path).catch(() => null);
        judged.push(...(reading?.runs ?? []).map(run => ({ name: `${path} ${run.name}`, run })));
      }
    }
  }
  return judged;
}

function count(title: string, all: readonly Judged[]): void {
  const told = all.map(({ name, run }) => ({ name, analysis: analyse(run) }));
  const judged = told.filter(({ analysis }) => analysis.evaluations >= 5);
  console.log(`\n${title}: ${judged.length} runs with five evaluations or more`);
  for (const { id } of rules) {
    const fired = judged.filter(({ analysis }) => analysis.findings.some(f => f.rule === id));
    if (fired.length === 0) continue;
    const share = ((100 * fired.length) / judged.length).toFixed(1);
    console.log(`  ${id.padEnd(20)} ${String(fired.length).padStart(4)}  ${share.padStart(5)} %`);
    if (list)
      for (const each of fired) console.log(`      ${each.name} ${numbers(each.analysis, id)}`);
  }
  const most = judged.map(({ analysis }) => analysis.findings.length);
  const mean = most.reduce((a, b) => a + b, 0) / most.length;
  console.log(`  findings a run: ${mean.toFixed(2)} in the mean, ${Math.max(...most)} at most`);
}

function numbers({ findings }: Analysis, id: string): string {
  const evidence = findings.find(({ rule }) => rule === id)?.evidence ?? {};
  return Object.entries(evidence)
    .map(([key, value]) => `${key}=${typeof value === 'number' ? value.toPrecision(4) : value}`)
    .join(' ');
}

async function main(): Promise<void> {
  if (hasCurves()) {
    count('public curves', curvesOf('curves-public'));
    count('public logs with loss and score', bothViews());
    count('labelled curves', curvesOf('overfit-public'));
  } else console.log('no curves beside the repository');
  if (existsSync(corpus)) count('corpus logs', await logs());
}

void main();
