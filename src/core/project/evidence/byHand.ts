import type { Evidence, ProjectFacts, TiesOf } from './evidence';

/** The user tied the run to the setting. */
export const byHand: Evidence = {
  kind: 'by-hand',
  overrules: true,
  over({ sources, saidOf }: ProjectFacts): TiesOf {
    return run => {
      const said = saidOf(run);
      if (said === null) return [];
      const tied = sources.filter(({ file, setting }) => said.ties(file, setting));
      return tied.map(source => ({ source, points: 1 }));
    };
  },
};
