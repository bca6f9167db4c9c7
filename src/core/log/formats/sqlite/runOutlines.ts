import type { LogSink, RunStatus } from '../../format';
import { plannedIn } from '../../plannedIn';

/** What a database says of a run beside its values. */
export interface RunOutline {
  name: string;
  status: RunStatus | null;
  readonly parameters: Map<string, string>;
}

/** Runs read from one database: more are a service's, not a project's. */
const MOST_RUNS = 2000;

/** The runs of a database: says what is known of one when its first values come. */
export class RunOutlines {
  readonly #sink: LogSink;
  readonly #outlines = new Map<string, RunOutline>();
  readonly #taken = new Set<string>();
  #current: string | null = null;
  #isFull = false;
  #begun = 0;

  constructor(sink: LogSink) {
    this.#sink = sink;
  }

  /** What is known of a run; made when it is first asked for. */
  of(id: string): RunOutline {
    const outline = this.#outlines.get(id) ?? { name: id, status: null, parameters: new Map() };
    this.#outlines.set(id, outline);
    return outline;
  }

  /** The planned epochs that its parameters name; NaN: none. */
  plannedEpochs(id: string): number {
    const planned = plannedIn(parameterText(this.of(id)));
    return planned?.unit === 'epoch' ? planned.count : NaN;
  }

  /** What comes next belongs to this run; says whether it is read. `line` is the number of the row. */
  begin(id: string, line: number): boolean {
    if (id === this.#current) return !this.#isFull;
    if (this.#isFull) return false;
    this.end(line - 1);
    this.#current = id;
    if (this.#begun === MOST_RUNS) {
      this.#isFull = true;
      this.#sink.problem({ code: 'too-many-runs', line: 0, details: { runs: MOST_RUNS } });
      return false;
    }
    this.#begun++;
    this.#mark(id, line);
    return true;
  }

  /** No more values of the current run: how it ended is said last, since what comes after an interruption resumes it. */
  end(line: number): void {
    const status = this.#current === null ? null : this.of(this.#current).status;
    this.#current = null;
    if (status !== null) this.#sink.mark({ kind: 'status', status, line });
  }

  #mark(id: string, line: number): void {
    const outline = this.of(id);
    this.#sink.mark({ kind: 'run', name: this.#unique(id, outline.name), line, alone: true });
    for (const [name, value] of outline.parameters) {
      this.#sink.mark({ kind: 'parameter', name, value, line });
    }
    const planned = plannedIn(parameterText(outline));
    if (planned !== null) this.#sink.mark({ kind: 'planned', ...planned, line });
  }

  /** Runs may be called alike; what tells them apart is what the database calls them. */
  #unique(id: string, name: string): string {
    const unique = this.#taken.has(name) ? `${name} (${id.slice(0, 8)})` : name;
    this.#taken.add(unique);
    return unique;
  }
}

function parameterText({ parameters }: RunOutline): string {
  return Array.from(parameters, ([name, value]) => `${name}: ${value}`).join('\n');
}
