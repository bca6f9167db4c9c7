import { folderOf } from '../paths';
import type { Steps } from '../../run/steps';
import type { Block } from './block';
import type { Evidence, ProjectFacts, Source, TiesOf } from './evidence';
import { namedSources } from './namedSources';
import { PlacesNamed, type Namer } from './placesNamed';
import { strongest } from './ties';

interface Together extends Namer {
  readonly sources: readonly Source[];
}

/** A command (or a script as a whole) names the file with the setting, and the log or its folder. */
export const namedTogether: Evidence = {
  kind: 'named-together',
  overrules: false,
  *over({ logs, files, sourcesIn, texts }: ProjectFacts): Steps<TiesOf> {
    const places = new PlacesNamed<Together>(logs);
    const byPath = new Map([...sourcesIn].map(([file, sources]) => [file.path, sources]));
    for (const file of byPath.size === 0 ? [] : files) {
      const folder = folderOf(file.path);
      const own = sourcesIn.get(file) ?? [];
      for (const block of texts.of(file).blocks) {
        if (own.some(({ setting }) => isAbout(block, setting))) continue;
        const sources = namedSources(
          [...block.paths.map(({ text }) => text), ...texts.of(file).imports],
          folder,
          byPath,
        );
        if (sources.length === 0) continue;
        const namer = { folder, sources };
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

/** What a block sets itself is nobody else's. */
const isAbout = ({ start, end }: Block, { cell, start: at }: Source['setting']) =>
  cell !== null || (at >= start && at <= end);
