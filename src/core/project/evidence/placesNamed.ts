import { HOLE } from '../../config/writtenPath';
import type { LogPlaces } from '../logPlaces';
import { folderOf, foldersAbove, isBelow, joined, nameOf } from '../paths';
import { isGenericName } from './genericName';
import { PathTemplate } from './pathTemplate';

/** Names under which tools and people keep the folder they write to. */
const OUTPUT =
  /(?:out|save|log|work|ckpt|checkpoint|exp|run|result|model|root|project|store|artifact|record)\w*(?:_?(?:dir|folder|path|root|file|name|to))?["']?\s*(?:[:=(]|,\s*$)|(?:dir|folder|path)\w*["']?\s*[:=]|to_csv\(|open\(|Logger\(|join\(/i;

/** The ending of a file's name. */
const ENDING = /\.\w{2,5}$/;

/** Who names a log or its folder; more `points` for a longer part of the path. */
export interface Naming<T> {
  readonly namer: T;
  readonly points: number;
}

/** What names paths: a file, or a part of one. */
export interface Namer {
  /** The folder of the file. */
  readonly folder: string;
}

interface TemplateNaming<T> extends Naming<T> {
  readonly template: PathTemplate;
}

/** Who names which logs and folders. Only places where a log stands are kept. */
export class PlacesNamed<T extends Namer> {
  readonly #logs: LogPlaces;
  readonly #whole = new Map<string, Map<T, number>>();
  readonly #ends = new Map<string, Map<T, number>>();
  readonly #folders = new Map<string, Map<T, number>>();
  /** By the folder below which a template matches. */
  readonly #templates = new Map<string, TemplateNaming<T>[]>();

  constructor(logs: LogPlaces) {
    this.#logs = logs;
  }

  /** Takes in what `namer` has written; `before` tells what it is for. */
  add(namer: T, written: string, before: string): void {
    const text = written
      .replaceAll('\\', '/')
      .replace(/\/{2,}/g, '/')
      .replace(/^(?:file:)?\.\//, '')
      .replace(/\/+$/, '');
    if (text.length < 3 || !/[A-Za-z]/.test(text) || /^\w+:\//.test(text)) return;
    if (text.includes(HOLE)) this.#addTemplate(namer, text, before);
    else this.#addWhole(namer, text, before);
  }

  /** Who names a log, by its whole path or its end, or by a folder above it. */
  naming(log: string): readonly Naming<T>[] {
    const above = foldersAbove(log);
    const ends = above.slice(0, -1).map(folder => log.slice(folder.length + 1));
    return [
      ...namings(this.#whole.get(log)),
      // The end of the path alone says something only below the file that names it.
      ...ends
        .flatMap(end => namings(this.#ends.get(end)))
        .filter(({ namer }) => isBelow(log, namer.folder)),
      ...above.flatMap(folder => namings(this.#folders.get(folder))),
      ...above.flatMap(folder => this.#matching(folder, log)),
    ];
  }

  #matching(folder: string, log: string): readonly Naming<T>[] {
    const inside = folder === '' ? log : log.slice(folder.length + 1);
    return (this.#templates.get(folder) ?? []).flatMap(({ namer, points, template }) => {
      const more = template.match(inside);
      return more === null ? [] : { namer, points: points + more };
    });
  }

  #addWhole(namer: T, text: string, before: string): void {
    const hasEnding = ENDING.test(text);
    const isFolder = () => !hasEnding && (text.includes('/') || OUTPUT.test(before));
    for (const place of [joined(namer.folder, text), joined('', text)]) {
      if (place === null || place === '') continue;
      if (this.#logs.has(place)) note(this.#whole, place, namer, 100 + text.length);
      if (this.#logs.hasBelow(place) && isFolder()) {
        note(this.#folders, place, namer, 20 + text.length);
      }
    }
    const name = nameOf(text);
    // A name that many tools give their logs says nothing about who wrote one.
    if (this.#logs.hasName(name) && hasEnding && !isGenericName(name)) {
      note(this.#ends, text, namer, 50 + text.length);
    }
  }

  #addTemplate(namer: T, text: string, before: string): void {
    const fixed = folderOf(text.slice(0, text.indexOf(HOLE)));
    const template = PathTemplate.of(fixed === '' ? text : text.slice(fixed.length + 1));
    if (template === null || (fixed === '' && !saysWhere(template, text, before))) return;
    const points = (template.endsInFile ? 15 : 10) + fixed.length;
    for (const place of new Set([joined(namer.folder, fixed), fixed])) {
      if (place === null || !this.#logs.hasBelow(place)) continue;
      const templates = this.#templates.get(place) ?? [];
      templates.push({ namer, points, template });
      this.#templates.set(place, templates);
    }
  }
}

/** Whether a template without a fixed folder says something: its name alone has to. */
function saysWhere(template: PathTemplate, text: string, before: string): boolean {
  if (text.startsWith(HOLE)) return template.endsInFile && template.isTelling;
  return text.indexOf(HOLE) >= 3 && (template.endsInFile || OUTPUT.test(before));
}

function note<T>(
  places: Map<string, Map<T, number>>,
  place: string,
  namer: T,
  points: number,
): void {
  const namers = places.get(place) ?? new Map<T, number>();
  if (points > (namers.get(namer) ?? 0)) namers.set(namer, points);
  places.set(place, namers);
}

function namings<T>(namers: ReadonlyMap<T, number> | undefined): readonly Naming<T>[] {
  return namers ? Array.from(namers, ([namer, points]) => ({ namer, points })) : [];
}
