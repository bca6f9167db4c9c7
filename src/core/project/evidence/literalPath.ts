import type { Evidence, ProjectFacts, TiesOf } from './evidence';
import { PlacesNamed } from './placesNamed';
import { strongest } from './ties';
import type { Steps } from '../steps';

/** The config or script names the log or the folder it stands in. */
export const literalPath: Evidence = {
  kind: 'literal-path',
  overrules: false,
  *over({ logs, sourcesIn, texts }: ProjectFacts): Steps<TiesOf> {
    const places = new PlacesNamed(logs);
    for (const file of sourcesIn.keys()) {
      for (const path of texts.of(file).paths) places.add(file, path);
      yield;
    }
    return run =>
      strongest(
        run.logs
          .flatMap(log => places.naming(log))
          .flatMap(({ file, points }) =>
            (sourcesIn.get(file) ?? []).map(source => ({ source, points })),
          ),
      );
  },
};
