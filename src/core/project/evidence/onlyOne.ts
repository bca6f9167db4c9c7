import type { Evidence, ProjectFacts, TiesOf } from './evidence';
import { folderOf, isBelow } from '../paths';

/** There is one setting in the project, and the logs stand beside or below it. */
export const onlyOne: Evidence = {
  kind: 'only-one',
  overrules: false,
  over({ sources }: ProjectFacts): TiesOf {
    const [source, ...others] = sources;
    if (!source || others.length > 0) return () => [];
    const folder = folderOf(source.file.path);
    return ({ logs }) => (logs.every(log => isBelow(log, folder)) ? [{ source, points: 1 }] : []);
  },
};
