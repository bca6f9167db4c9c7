/** Anything that must be ended. The shape VS Code uses; `vscode.Disposable` fits. */
export interface Ending {
  dispose(): unknown;
}

/**
 * Owns what is created inside something that ends: `this.own.add(new X())`.
 * Ends in reverse order; what is added after the end is ended at once.
 */
export class Lifetime implements Ending {
  readonly #things = new Set<Ending>();
  #ended = false;

  get ended(): boolean {
    return this.#ended;
  }

  add<T extends Ending>(thing: T): T {
    if (this.#ended) thing.dispose();
    else this.#things.add(thing);
    return thing;
  }

  /** Ends one thing early. Harmless for what is not (or no longer) owned here. */
  end(thing: Ending): void {
    if (this.#things.delete(thing)) thing.dispose();
  }

  dispose(): void {
    this.#ended = true;
    const things = [...this.#things].reverse();
    this.#things.clear();
    for (const thing of things) thing.dispose();
  }
}

/** A place for one replaceable thing: putting a new one in ends the old one. */
export class Slot<T extends Ending> implements Ending {
  #thing: T | undefined;
  #ended = false;

  get value(): T | undefined {
    return this.#thing;
  }

  put(thing: T | undefined): void {
    const old = this.#thing;
    this.#thing = this.#ended ? undefined : thing;
    if (old !== thing) old?.dispose();
    if (this.#ended) thing?.dispose();
  }

  dispose(): void {
    this.#ended = true;
    this.put(undefined);
  }
}

/** An ending that does something once, however often it is asked to. */
export function ending(dispose: () => void): Ending {
  let ended = false;
  return {
    dispose() {
      if (ended) return;
      ended = true;
      dispose();
    },
  };
}

/** A timer that ends with its owner. `milliseconds` between calls; the first call comes after one interval. */
export function every(milliseconds: number, call: () => void): Ending {
  const timer = setInterval(call, milliseconds);
  return ending(() => clearInterval(timer));
}
