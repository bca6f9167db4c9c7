import type { ConfigFile } from '../project';
import type { LogPlaces } from '../logPlaces';
import { folderOf, foldersAbove, isBelow, joined, nameOf } from '../paths';
import { fixedEnds, type WrittenPath } from './writtenPaths';

/** Names under which tools and people keep the folder they write to. */
const OUTPUT =
  /(?:out|save|log|work|ckpt|checkpoint|exp|run|result|model|root|project|store|artifact|record)\w*(?:_?(?:dir|folder|path|root|file|name|to))?["']?\s*(?:[:=(]|,\s*$)|(?:dir|folder|path)\w*["']?\s*[:=]|to_csv\(|open\(|Logger\(|join\(/i;

/** The ending of a file's name. */
const ENDING = /\.\w{2,5}$/;

/** A file that names a log or its folder; more `points` for a longer part of the path. */
interface Naming {
  readonly file: ConfigFile;
  readonly points: number;
}

/** A folder, and the beginning and the ending of the names of logs in it: `log/log_{net}_patch{patch}.csv`. */
interface NamePattern extends Naming {
  readonly place: string;
  readonly start: string;
  /** null: the path goes on below the folder, wherever. */
  readonly ending: string | null;
}

/** Which files name which logs and folders. Only places where a log stands are kept. */
export class PlacesNamed {
  readonly #logs: LogPlaces;
  readonly #whole = new Map<string, Map<ConfigFile, number>>();
  readonly #ends = new Map<string, Map<ConfigFile, number>>();
  readonly #folders = new Map<string, Map<ConfigFile, number>>();
  readonly #patterns = new Map<string, NamePattern[]>();

  constructor(logs: LogPlaces) {
    this.#logs = logs;
  }

  /** Takes in what `file` has written. */
  add(file: ConfigFile, path: WrittenPath): void {
    const text = path.text.replace(/^(?:file:\/\/)?\.\//, '').replace(/\/+$/, '');
    if (text.length < 3 || !/[A-Za-z]/.test(text) || /^\w+:\/\//.test(text)) return;
    const { head, tail, whole } = fixedEnds(text);
    if (whole) this.#addWhole(file, text, path.before);
    else this.#addPattern(file, head, tail);
  }

  /** The files that name a log, one by its whole path or its end, one by a folder above it. */
  naming(log: string): readonly Naming[] {
    const above = foldersAbove(log);
    const ends = above.slice(0, -1).map(folder => log.slice(folder.length + 1));
    return [
      ...namings(this.#whole.get(log)),
      // The end of the path alone says something only below the file that names it.
      ...ends
        .flatMap(end => namings(this.#ends.get(end)))
        .filter(({ file }) => isBelow(log, folderOf(file.path))),
      ...above.flatMap(folder => namings(this.#folders.get(folder))),
      ...above.flatMap(folder => this.#patterns.get(folder) ?? []).filter(each => fits(each, log)),
    ];
  }

  #addWhole(file: ConfigFile, text: string, before: string): void {
    const places = [joined(folderOf(file.path), text), joined('', text)];
    const hasEnding = ENDING.test(text);
    const isFolder = () => !hasEnding && (text.includes('/') || OUTPUT.test(before));
    for (const place of places) {
      if (place === null || place === '') continue;
      if (this.#logs.has(place)) note(this.#whole, place, file, 100 + text.length);
      if (this.#logs.hasBelow(place) && isFolder()) {
        note(this.#folders, place, file, 20 + text.length);
      }
    }
    const name = nameOf(text);
    // A name that many tools give their logs says nothing about who wrote one.
    if (this.#logs.hasName(name) && hasEnding && !isGeneric(name)) {
      note(this.#ends, text, file, 50 + text.length);
    }
  }

  #addPattern(file: ConfigFile, head: string, tail: string): void {
    const fixed = folderOf(head);
    const start = nameOf(head);
    if (fixed === '' && start.length < 3) return;
    const ending = ENDING.exec(tail)?.[0] ?? null;
    const points = (ending === null ? 10 : 15) + head.length;
    for (const place of new Set([joined(folderOf(file.path), fixed), fixed])) {
      if (place === null || !this.#logs.hasBelow(place)) continue;
      const patterns = this.#patterns.get(place) ?? [];
      patterns.push({ file, points, place, start, ending });
      this.#patterns.set(place, patterns);
    }
  }
}

function fits({ place, start, ending }: NamePattern, log: string): boolean {
  if (ending === null) return place !== '';
  return folderOf(log) === place && log.endsWith(ending) && nameOf(log).startsWith(start);
}

function note(
  places: Map<string, Map<ConfigFile, number>>,
  place: string,
  file: ConfigFile,
  points: number,
): void {
  const files = places.get(place) ?? new Map<ConfigFile, number>();
  if (points > (files.get(file) ?? 0)) files.set(file, points);
  places.set(place, files);
}

function namings(files: ReadonlyMap<ConfigFile, number> | undefined): readonly Naming[] {
  return files ? Array.from(files, ([file, points]) => ({ file, points })) : [];
}

/** Names that many tools give their logs: they say nothing about who wrote one. */
function isGeneric(name: string): boolean {
  return /^(?:logs?|results?|metrics|history|train(?:ing)?|output|progress|trainer_state|epoch|loss)\.\w+$/i.test(
    name,
  );
}
