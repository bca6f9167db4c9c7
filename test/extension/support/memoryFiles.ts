import * as vscode from 'vscode';

/** A virtual file system, as extensions give for repositories that are nowhere on the disk: nothing but its provider reads it. */
export class MemoryFiles implements vscode.FileSystemProvider {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  readonly #files = new Map<string, { readonly bytes: Uint8Array; readonly mtime: number }>();
  /** Paths that were read, in order. */
  readonly reads: string[] = [];

  put(path: string, content: string): void {
    this.#files.set(path, { bytes: new TextEncoder().encode(content), mtime: Date.now() });
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const file = this.#files.get(path);
    if (file) {
      const { bytes, mtime } = file;
      return { type: vscode.FileType.File, ctime: mtime, mtime, size: bytes.length };
    }
    if (this.#below(path).length === 0) throw vscode.FileSystemError.FileNotFound(path);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const names = new Map<string, vscode.FileType>();
    for (const below of this.#below(path)) {
      const [name = '', ...rest] = below.split('/');
      names.set(name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    return [...names];
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    this.reads.push(path);
    const file = this.#files.get(path);
    if (!file) throw vscode.FileSystemError.FileNotFound(path);
    return file.bytes;
  }

  writeFile({ path }: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(path);
  }

  createDirectory({ path }: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(path);
  }

  delete({ path }: vscode.Uri): void {
    this.#files.delete(path);
  }

  rename({ path }: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(path);
  }

  #below(path: string): readonly string[] {
    const start = path.endsWith('/') ? path : `${path}/`;
    return [...this.#files.keys()].flatMap(each =>
      each.startsWith(start) ? [each.slice(start.length)] : [],
    );
  }
}
