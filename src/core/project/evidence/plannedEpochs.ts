import type { Evidence, ProjectFacts, TiesOf } from './evidence';
import { groupedBy } from '../groupedBy';
import { folderOf, isBelow } from '../paths';

/** The log plans, or trained, just the number of one setting; small numbers agree by chance. */
export const plannedEpochs: Evidence = {
  kind: 'planned-epochs',
  overrules: false,
  over({ sources }: ProjectFacts): TiesOf {
    const counting = sources.filter(
      ({ setting }) => setting.kind === 'epochs' || setting.kind === 'boosting-rounds',
    );
    const values = groupedBy(counting, ({ setting }) => setting.value);
    return ({ analysed, logs }) => {
      const { plannedEpochs: planned, unit } = analysed.run;
      if (planned === null || !(planned >= 5) || (unit !== 'epoch' && unit !== 'round')) return [];
      return (values.get(planned) ?? []).map(source => {
        const folder = folderOf(source.file.path);
        return { source, points: logs.every(log => isBelow(log, folder)) ? 2 : 1 };
      });
    };
  },
};
