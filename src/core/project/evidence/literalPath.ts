import type { Evidence, PlacedRun, ProjectFacts, Source, Tie } from './evidence';
import { folderOf, isBelow, joined, nameOf } from '../paths';
import { fixedEnds, type WrittenPath } from './writtenPaths';

/** Names under which tools and people keep the folder they write to. */
const OUTPUT =
  /(?:out|save|log|work|ckpt|checkpoint|exp|run|result|model|root|project|store|artifact|record)\w*(?:_?(?:dir|folder|path|root|file|name|to))?["']?\s*(?:[:=(]|,\s*$)|(?:dir|folder|path)\w*["']?\s*[:=]|to_csv\(|open\(|Logger\(|join\(/i;

/** The config or script names the log or the folder it stands in. */
export const literalPath: Evidence = {
  kind: 'literal-path',
  overrules: false,
  find(run: PlacedRun, facts: ProjectFacts): readonly Tie[] {
    const files = new Map<Source['file'], number>();
    return facts.sources.flatMap(source => {
      const points = files.get(source.file) ?? named(source, run, facts);
      files.set(source.file, points);
      return points > 0 ? [{ source, points }] : [];
    });
  },
};

function named({ file }: Source, run: PlacedRun, facts: ProjectFacts): number {
  const folder = folderOf(file.path);
  let most = 0;
  for (const path of facts.texts.pathsIn(file)) {
    for (const log of run.logs) most = Math.max(most, points(path, folder, log));
  }
  return most;
}

/** More for a longer part of the log's path; 0 when the text does not name it. */
function points(path: WrittenPath, folder: string, log: string): number {
  const text = path.text.replace(/^(?:file:\/\/)?\.\//, '').replace(/\/+$/, '');
  if (text.length < 3 || !/[A-Za-z]/.test(text) || /^\w+:\/\//.test(text)) return 0;
  const { head, tail, whole } = fixedEnds(text);
  if (!whole) return patternPoints(head, tail, folder, log);
  const places = [joined(folder, text), joined('', text)].filter(place => place !== null);
  if (places.includes(log)) return 100 + text.length;
  if (/\.\w{2,5}$/.test(text)) return namePoints(text, folder, log);
  const inside = places.some(place => place !== '' && isBelow(log, place));
  return inside && (OUTPUT.test(path.before) || text.includes('/')) ? 20 + text.length : 0;
}

/** The end of the log's path alone: it says something only when few logs are called so. */
function namePoints(text: string, folder: string, log: string): number {
  const below = isBelow(log, folder) && log.endsWith(`/${text}`);
  return below && !isGeneric(nameOf(text)) ? 50 + text.length : 0;
}

/** `log/log_{net}_patch{patch}.csv`: its folder, the beginning of its name and its ending agree. */
function patternPoints(head: string, tail: string, folder: string, log: string): number {
  const fixed = folderOf(head);
  const start = nameOf(head);
  if (fixed === '' && start.length < 3) return 0;
  const ending = /\.\w{2,5}$/.exec(tail)?.[0];
  const places = [joined(folder, fixed), fixed];
  const there = places.some(
    place =>
      place !== null &&
      (ending === undefined ? isBelow(log, place) && place !== '' : folderOf(log) === place),
  );
  if (!there) return 0;
  if (ending === undefined) return 10 + head.length;
  return log.endsWith(ending) && nameOf(log).startsWith(start) ? 15 + head.length : 0;
}

/** Names that many tools give their logs: they say nothing about who wrote one. */
function isGeneric(name: string): boolean {
  return /^(?:logs?|results?|metrics|history|train(?:ing)?|output|progress|trainer_state|epoch|loss)\.\w+$/i.test(
    name,
  );
}
