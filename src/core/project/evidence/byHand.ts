import type { Evidence, ProjectFacts, TiesOf } from './evidence';

/** The user tied the run to the setting. */
export const byHand: Evidence = {
  kind: 'by-hand',
  overrules: true,
  over(facts: ProjectFacts): TiesOf {
    return run => {
      const said = facts.saidOf(run);
      if (said === null) return [];
      const tied = facts.sources.filter(({ file, setting }) => said.ties(file, setting));
      return tied.map(source => ({ source, points: 1 }));
    };
  },
};
