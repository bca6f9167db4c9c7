import * as vscode from 'vscode';
import { KeptOutput } from '../../core/log/keptOutput';
import type { LogSource } from '../../core/log/tail';
import { Lifetime, type Ending } from '../lifetime';
import type { Platform } from '../platform';
import { TERMINAL_SCHEME } from '../terminalScheme';

const NOTHING: LogSource = {
  stat: () => Promise.resolve(null),
  read: () => Promise.resolve(new Uint8Array()),
};

/** What was printed in terminals, as files in memory that can be opened like logs of a disk. */
export class TerminalFiles implements vscode.FileSystemProvider, Ending {
  readonly onDidChangeFile: vscode.Event<vscode.FileChangeEvent[]>;
  readonly writeFile = refuse;
  readonly createDirectory = refuse;
  readonly delete = refuse;
  readonly rename = refuse;
  readonly #own = new Lifetime();
  readonly #changed = this.#own.add(new vscode.EventEmitter<vscode.FileChangeEvent[]>());
  readonly #files = new Map<string, KeptOutput>();

  constructor() {
    this.onDidChangeFile = this.#changed.event;
    const options = { isReadonly: true, isCaseSensitive: true };
    this.#own.add(vscode.workspace.registerFileSystemProvider(TERMINAL_SCHEME, this, options));
  }

  /** A platform that reads these, too. */
  beside(platform: Platform): Platform {
    const source = (uri: vscode.Uri) =>
      uri.scheme === TERMINAL_SCHEME
        ? (this.#files.get(uri.path) ?? NOTHING)
        : platform.source(uri);
    return { ...platform, source };
  }

  /** A new file below a folder; its name is made another one where there is one of that name. */
  create(folder: string, name: string): { readonly uri: vscode.Uri; readonly output: KeptOutput } {
    const pathOf = (number: number) => `/${folder}/${name}${number > 1 ? ` ${number}` : ''}.log`;
    let number = 1;
    while (this.#files.has(pathOf(number))) number++;
    const output = new KeptOutput();
    this.#files.set(pathOf(number), output);
    return { uri: vscode.Uri.from({ scheme: TERMINAL_SCHEME, path: pathOf(number) }), output };
  }

  /** Tells that a file has more in it, or has ended. */
  grew(uri: vscode.Uri): void {
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  remove(uri: vscode.Uri): void {
    if (!this.#files.delete(uri.path)) return;
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  dispose(): void {
    this.#own.dispose();
    this.#files.clear();
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const file = this.#files.get(path);
    if (file) {
      const { size, modified: mtime } = file;
      return { type: vscode.FileType.File, ctime: mtime, mtime, size };
    }
    if (this.#below(path).length === 0) throw vscode.FileSystemError.FileNotFound(path);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const entries = new Map<string, vscode.FileType>();
    for (const below of this.#below(path)) {
      const [name = '', ...rest] = below.split('/');
      entries.set(name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    return [...entries];
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const file = this.#files.get(path);
    if (file === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return new TextEncoder().encode(file.text);
  }

  #below(folder: string): readonly string[] {
    const start = folder.endsWith('/') ? folder : `${folder}/`;
    return [...this.#files.keys()].flatMap(path =>
      path.startsWith(start) ? path.slice(start.length) : [],
    );
  }
}

/** Nothing can be put, moved or deleted here. */
function refuse({ path }: vscode.Uri): never {
  throw vscode.FileSystemError.NoPermissions(path);
}
