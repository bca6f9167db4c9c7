import type { Evidence, PlacedRun, ProjectFacts, Tie } from './evidence';
import { folderOf, isBelow } from '../paths';

/** The log plans, or trained, just the number of one setting; small numbers agree by chance. */
export const plannedEpochs: Evidence = {
  kind: 'planned-epochs',
  overrules: false,
  find({ analysed, logs }: PlacedRun, facts: ProjectFacts): readonly Tie[] {
    const { plannedEpochs: planned, unit } = analysed.run;
    if (planned === null || !(planned >= 5) || (unit !== 'epoch' && unit !== 'round')) return [];
    return facts.sources
      .filter(({ setting }) => setting.kind === 'epochs' || setting.kind === 'boosting-rounds')
      .filter(({ setting }) => setting.value === planned)
      .map(source => ({
        source,
        points: logs.every(log => isBelow(log, folderOf(source.file.path))) ? 2 : 1,
      }));
  },
};
