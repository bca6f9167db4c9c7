import type { Evidence, ProjectFacts, TiesOf } from './evidence';

/** The user tied the run to the setting. */
export const byHand: Evidence = {
  kind: 'by-hand',
  overrules: true,
  over({ sources, handTies }: ProjectFacts): TiesOf {
    return ({ analysed }) => {
      const said = handTies?.of(analysed.run) ?? null;
      if (said === null) return [];
      const tied = sources.filter(({ file, setting }) => said.ties(file, setting));
      return tied.map(source => ({ source, points: 1 }));
    };
  },
};
