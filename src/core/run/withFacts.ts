import { type EpochTable, epochOfStep } from '../log/epochTable';
import type { FactsOfFolders, FolderFacts } from '../log/folderFacts';
import { placeOf } from '../log/folders';
import { NumberColumn } from './numberColumn';
import { labelFacts, surveyOf } from './labels';
import { Rows, type Run } from './run';
import { withPlan } from './withPlan';

/** Runs with what the files beside their logs say of them: planned length, name, end, parameters. */
export function withFacts(runs: readonly Run[], facts: FactsOfFolders): readonly Run[] {
  const taken = new Set<string>();
  return runs.map(run => {
    const planned = new Map(
      run.logs.flatMap(log => {
        const folder = placeOf(log).run;
        const plan = facts.of(folder)?.planned;
        return plan ? [[folder, plan] as const] : [];
      }),
    );
    const [log = ''] = run.logs;
    const own = facts.of(placeOf(log).run);
    if (own === undefined) return withPlan(run, planned);
    if (placeOf(log).series === undefined) return withPlan(inEpochs(run, own), planned);
    const name = nameOf(run, facts);
    const unique = taken.has(name) ? `${name} (${placeOf(log).run.slice(-32, -24)})` : name;
    taken.add(unique);
    const labelled = own.epochs === null ? inEpochs(run, own) : withEpochs(run, own.epochs);
    const counted = withPlan(labelled, planned);
    const { status, parameters } = own;
    return { ...counted, name: unique, parameters, status: status ?? counted.status };
  });
}

/** The names of a run and of the folder it stands in, where their own names are numbers. */
function nameOf(run: Run, facts: FactsOfFolders): string {
  const { run: folder } = placeOf(run.logs[0] ?? '');
  const group = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
  const above = group.slice(0, group.lastIndexOf('/') + 1);
  const called = facts.of(folder)?.name ?? folder.slice(folder.lastIndexOf('/') + 1);
  const name = above + [facts.of(group)?.name ?? '', called].filter(part => part !== '').join('/');
  return name === '' ? run.name : name;
}

/** Puts the epochs beside the steps of a run that has none. */
function withEpochs(run: Run, table: EpochTable): Run {
  const { epoch, step, time, line, log } = run.rows;
  if (epoch.view().some(label => !Number.isNaN(label))) return run;
  const labels = new NumberColumn();
  for (const at of step.view()) labels.push(epochOfStep(table, at));
  const { base, highest } = labelFacts(surveyOf(labels), run.plannedEpochs);
  if (base === null) return run;
  const last = step.view().reduce((most, at) => Math.max(most, at), 0);
  return {
    ...run,
    unit: 'epoch',
    epochBase: base,
    stepsPerEpoch: highest > 0 && last > 0 ? last / highest : null,
    logs: [...new Set([...run.logs, table.log])],
    rows: new Rows({ epoch: labels, step, time, line, log }),
  };
}

/** A last step that is the planned number of epochs was the epoch. */
function inEpochs(run: Run, { planned }: FolderFacts): Run {
  if (planned?.unit !== 'epoch' || run.unit === 'epoch') return run;
  const last = run.rows.step.view().reduce((most, step) => Math.max(most, step), -1);
  if (last !== planned.count && last !== planned.count - 1) return run;
  if (run.series.some(series => series.count > planned.count + 1)) return run;
  const { step, time, line, log } = run.rows;
  const base = last === planned.count ? 1 : 0;
  return {
    ...run,
    unit: 'epoch',
    epochBase: base,
    rows: new Rows({ epoch: step, step, time, line, log }),
  };
}
