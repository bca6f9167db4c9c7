import initSqlJs from 'sql.js';
import type { LogDatabase, SqlValue } from '../database';

/** Opens databases that are whole in memory, by an engine compiled to WebAssembly. */
export class WasmEngine {
  readonly #wasm: () => Promise<Uint8Array>;
  #ready: ReturnType<typeof initSqlJs> | null = null;

  /** `wasm`: the bytes of sql-wasm.wasm; asked for once, when the first database is opened. */
  constructor(wasm: () => Promise<Uint8Array>) {
    this.#wasm = wasm;
  }

  async open(image: Uint8Array): Promise<LogDatabase> {
    this.#ready ??= this.#start();
    const { Database } = await this.#ready.catch((error: unknown) => {
      // What could not be loaded is tried again with the next database.
      this.#ready = null;
      throw error;
    });
    const database = new Database(image);
    return {
      *rows(sql: string): Generator<readonly SqlValue[]> {
        const statement = database.prepare(sql);
        try {
          while (statement.step()) yield statement.get();
        } finally {
          statement.free();
        }
      },
      close: () => database.close(),
    };
  }

  async #start(): ReturnType<typeof initSqlJs> {
    const wasm = await this.#wasm();
    // Exactly its bytes: it may be a view of a larger buffer.
    return initSqlJs({ wasmBinary: wasm.slice().buffer });
  }
}
