import type { PanelStage, ViewState } from '../core/protocol';
import { colourOf, type Colour } from './colour';
import { finderOf } from './expression';
import { slashed } from './matcher';

type Curves = Pick<Extract<PanelStage, { stage: 'curves' }>, 'runs' | 'parameters'>;

/** What tells a run from others beside it. */
export interface RunLook {
  /** Of the colours, each with its line style. */
  readonly place: number;
  /** Of the user's own; null: the one at the place. */
  readonly colour: Colour | null;
  /** What it is grouped by; null: runs stand for themselves. Empty for a run without it. */
  readonly group: string | null;
}

/** Whether runs can be grouped so: by nothing, by a parameter in which they differ, or by an expression. */
export function isGrouping(stage: Curves, by: string): boolean {
  return by.trim() === '' || groupsOf(stage, by) !== null;
}

/** How each run looks, by its index: of runs in groups all of a group alike, else each with its own colour. */
export function runLooks(
  stage: Curves,
  { groupBy, colours }: Pick<ViewState, 'groupBy' | 'colours'>,
): (run: number) => RunLook {
  const groups = groupBy.trim() === '' ? null : groupsOf(stage, groupBy);
  if (groups === null) {
    const names = new Map(stage.runs.map(({ index, name }) => [index, name]));
    return run => {
      const colour = colourOf(colours[names.get(run) ?? '']);
      return { place: run, colour, group: null };
    };
  }
  const places = [...new Set(groups.values())];
  return run => {
    const group = groups.get(run) ?? '';
    return { place: Math.max(0, places.indexOf(group)), colour: null, group };
  };
}

/** The group of each run by its index, as they come; null where nothing says. */
function groupsOf({ runs, parameters }: Curves, by: string): ReadonlyMap<number, string> | null {
  const parameter = parameters.indexOf(by.trim());
  if (parameter >= 0) {
    const valueOf = (value = '') => (value === '' ? '' : `${by.trim()} = ${value}`);
    return new Map(runs.map(run => [run.index, valueOf(run.parameters[parameter])]));
  }
  const find = finderOf(slashed(by) ?? by.trim());
  if (find === null) return null;
  const groupOf = (name: string) => {
    const [all = '', ...groups] = find(name) ?? [];
    return groups.length === 0 ? all : groups.filter(part => part !== '').join(' · ');
  };
  return new Map(runs.map(({ index, name }) => [index, groupOf(name)]));
}
