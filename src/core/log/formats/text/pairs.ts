import { meaningOf } from '../../name';
import { counterOf } from './counterWords';
import { counterWords } from './counters';
import type { Emitter } from './emitter';
import { type Column, NOTHING, type PairLine, type Plan } from './plan';
import { Template } from './template';

const MOST_SHAPES = 1000;
const MOST_ROWS = 200;

/** Between pipes, opened by a head, or between rules. */
type Block = 'none' | 'table' | 'open' | 'ruled';

/**
 * Blocks of names and values, one a line (`|    loss | 0.3 |`, or `loss: 0.3` in a block that was opened): together
 * they are one record.
 */
export class Pairs {
  readonly #emitter: Emitter;
  readonly #templates = new Map<string, Template>();
  #group = '';
  #names: string[] = [];
  #values: number[] = [];
  #step = NaN;
  #epoch = NaN;
  #stepName = '';
  #line = 0;

  constructor(emitter: Emitter) {
    this.#emitter = emitter;
  }

  #block: Block = 'none';

  /** Whether `flush` would give nothing. */
  get isEmpty(): boolean {
    return this.#names.length === 0;
  }

  /** Whether a block has begun that goes on. */
  get isOpen(): boolean {
    return this.#block !== 'none';
  }

  /** Takes a line with its last number, if it belongs to a block; whether it does. */
  take({ pair, columns }: Plan, value: number, line: number): boolean {
    const next = pair === null ? null : this.#blockAt(pair);
    if (next === null) {
      // What Ray writes beside its numbers ends nothing.
      if (this.#block !== 'open' || columns.length > 0) this.#begin('none');
      return false;
    }
    if (next !== this.#block) this.#begin(next);
    if (pair!.name !== '') this.#add(pair!.name, value, line);
    return true;
  }

  /** The block in which a line of one stands; `null` where it belongs to none. */
  #blockAt({ kind }: PairLine): Block | null {
    switch (kind) {
      case 'opens':
        this.flush();
        return 'open';
      case 'rule':
        return this.#block === 'ruled' ? 'none' : 'ruled';
      case 'row':
        return 'table';
      case 'line':
        return this.#block === 'open' || this.#block === 'ruled' ? this.#block : null;
    }
  }

  #begin(block: Block): void {
    this.flush();
    this.#block = block;
  }

  /** A row; `name` with the blanks in front of it. A name that ends with `/` begins a group. */
  #add(name: string, value: number, line: number): void {
    const plain = name.trim();
    if (plain.endsWith('/')) {
      this.#group = plain;
      return;
    }
    if (this.#names.length === 0) this.#line = line;
    const isIndented = /^\s\s+/.test(name);
    const kind = counterOf(counterWords(plain));
    if (kind === 'epoch') this.#epoch = value;
    else if (kind === 'step') this.#count(plain, value);
    else if (this.#names.length < MOST_ROWS && isMetric(plain)) {
      this.#names.push(isIndented ? `${this.#group}${plain}` : plain);
      this.#values.push(value);
    }
  }

  #count(name: string, value: number): void {
    if (!Number.isNaN(this.#step) && !/total|global/.test(name)) return;
    this.#step = value;
    this.#stepName = name;
  }

  /** The table has ended. */
  flush(): void {
    const counts = !Number.isNaN(this.#step) || !Number.isNaN(this.#epoch);
    if (this.#names.length > 0 && counts) {
      this.#emitter.trust();
      this.#emitter.emit({
        template: this.#template(),
        epoch: this.#epoch,
        step: this.#step,
        section: null,
        values: this.#values,
        line: this.#line,
      });
    }
    this.#names = [];
    this.#values = [];
    this.#step = this.#epoch = NaN;
    this.#group = '';
  }

  #template(): Template {
    const key = this.#names.join('\n');
    let template = this.#templates.get(key);
    if (template === undefined) {
      const columns = this.#names.map((name, slot): Column => {
        const { kind } = meaningOf(name);
        const column = { name, slot, kind, isLoss: false, split: null, named: true, label: '' };
        return { ...column, average: -1, divisor: -1 };
      });
      const step = { kind: 'step', slot: -1, total: -1, name: this.#stepName } as const;
      template = new Template({ ...NOTHING, columns, step });
      if (this.#templates.size < MOST_SHAPES) this.#templates.set(key, template);
    }
    return template;
  }
}

function isMetric(name: string): boolean {
  return meaningOf(name).kind !== 'noise';
}
