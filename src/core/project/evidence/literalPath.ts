import { folderOf } from '../paths';
import type { Steps } from '../../run/steps';
import { sourcesFor } from './blockSources';
import type { Evidence, ProjectFacts, Source, TiesOf } from './evidence';
import { PlacesNamed, type Namer } from './placesNamed';
import { strongest } from './ties';

/** A part of a file with the settings it is about. */
interface Naming extends Namer {
  readonly sources: readonly Source[];
}

/** The config or script names the log or the folder it stands in. */
export const literalPath: Evidence = {
  kind: 'literal-path',
  overrules: false,
  *over({ logs, sourcesIn, texts }: ProjectFacts): Steps<TiesOf> {
    const places = new PlacesNamed<Naming>(logs);
    for (const [file, sources] of sourcesIn) {
      const folder = folderOf(file.path);
      for (const block of texts.of(file).blocks) {
        const namer = { folder, sources: sourcesFor(block, sources) };
        for (const path of block.paths) places.add(namer, path.text, path.before);
      }
      yield;
    }
    return run =>
      strongest(
        run.logs
          .flatMap(log => places.naming(log))
          .flatMap(({ namer, points }) => namer.sources.map(source => ({ source, points }))),
      );
  },
};
