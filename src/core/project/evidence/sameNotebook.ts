import type { Evidence, PlacedRun, ProjectFacts, Source, TiesOf } from './evidence';
import { strongest } from './ties';
import { groupedBy } from '../groupedBy';

/** More cells than any notebook has. */
const FAR = 1_000_000;

/** The run is what a cell of the notebook printed that holds the setting: in that cell, or in the nearest one above. */
export const sameNotebook: Evidence = {
  kind: 'same-notebook',
  overrules: false,
  over({ sources }: ProjectFacts): TiesOf {
    const inNotebooks = sources.filter(({ setting }) => setting.cell !== null);
    const byFile = groupedBy(inNotebooks, ({ file }) => file.path);
    return run => {
      const cell = cellOf(run);
      const here = run.logs.flatMap(log => byFile.get(log) ?? []);
      return strongest(here.map(source => ({ source, points: points(source, cell) })));
    };
  },
};

/** The 0-based index of the cell that a run was printed by, as its name tells; `null` where a notebook has one run only. */
function cellOf({ analysed }: PlacedRun): number | null {
  const cell = / cell (\d{1,6})\b/.exec(analysed.run.name)?.[1];
  return cell === undefined ? null : Number(cell) - 1;
}

/** 0 for a setting below the run's cell: it cannot have made it. */
function points({ setting }: Source, cell: number | null): number {
  if (cell === null || setting.cell === null) return 1;
  return setting.cell > cell ? 0 : FAR - (cell - setting.cell);
}
