import type { ConfigEntry } from './entry';

/** How texts name a number that is elsewhere: `${a.b}`, `${{ env.A }}`, `$a`, `$(a)`, `%a%`, `<a>`, Hydra's relative `${..a}`. */
const FORMS = [
  /^\$\{\{?\s*\.*([A-Za-z_][\w.-]*)\s*\}?\}$/,
  /^\$(?:env:)?([A-Za-z_]\w*)$/i,
  /^\$\(([A-Za-z_]\w*)\)$/,
  /^%([A-Za-z_][\w./]*)%?$/,
  /^<([A-Za-z_]\w*)>$/,
  /^!ref\s+<([A-Za-z_]\w*)>$/,
];

/** The name that a text says its number is under; null where it says none, or computes with it. */
export function referenceIn(text: string): string | null {
  if (text.length > 100) return null;
  for (const form of FORMS) {
    const name = form.exec(text)?.[1];
    if (name !== undefined) return name;
  }
  return null;
}

/** Numbers of a file by what they can be called: their whole path, and their key alone. */
export class NamedNumbers {
  readonly #byPath = new Map<string, ConfigEntry>();
  readonly #byKey = new Map<string, ConfigEntry | null>();

  constructor(entries: Iterable<ConfigEntry>) {
    for (const entry of entries) this.#add(entry);
  }

  /** The number a name stands for: by its path from the root, else by its last part where only one number has it. */
  get(name: string): ConfigEntry | null {
    const last = name.slice(name.lastIndexOf('.') + 1);
    return this.#byPath.get(name) ?? this.#byKey.get(last.toLowerCase()) ?? null;
  }

  #add(entry: ConfigEntry): void {
    if (entry.anchor !== null) this.#byPath.set(entry.anchor, entry);
    const path = [...entry.path, entry.key].join('.');
    if (!this.#byPath.has(path)) this.#byPath.set(path, entry);
    const key = entry.key.toLowerCase();
    const known = this.#byKey.get(key);
    // A variable may be set again; where values differ, none is the one.
    if (known === undefined) this.#byKey.set(key, entry);
    else if (known?.text !== entry.text) this.#byKey.set(key, null);
  }
}
