import type { LogAnswers, QuestionOf } from '../logQuestions';
import type { LogNews } from '../logView';
import type {
  FromFinder,
  FromReader,
  ReaderAnswer,
  ReaderPort,
  ReaderStart,
  ReadingPreferences,
  StartReader,
  ToFinder,
  ToReader,
  ToldLog,
} from './messages';
import type { LogHead } from './curvesIn';
import type { ConfigText, ReadConfig } from './readConfig';

/** A log as the thread was told of it, and who hears of it. */
interface Told {
  readonly log: ToldLog;
  readonly hear: (news: LogNews) => void;
  preferences: ReadingPreferences;
}

/** Who waits for an answer. */
interface Asked {
  readonly answer: (answer: ReaderAnswer) => void;
  readonly fail: (error: Error) => void;
}

/** How often a thread that dies is started again; one that dies so often would die of the same log again. */
const MOST_STARTS = 5;

/** The thread that reads logs, started when the first one is opened and again when it dies: then it reads all that are open anew. */
export class ReaderThread {
  readonly #start: StartReader;
  readonly #with: () => ReaderStart;
  readonly #failed: (error: unknown) => void;
  readonly #logs = new Map<number, Told>();
  readonly #asked = new Map<number, Asked>();
  #found: (message: FromFinder) => void = () => undefined;
  #port: ReaderPort | null = null;
  #starts = 0;
  #next = 1;
  #ended = false;

  constructor(start: StartReader, given: () => ReaderStart, failed: (error: unknown) => void) {
    this.#start = start;
    this.#with = given;
    this.#failed = failed;
  }

  /** Opens a log; the number is what the other calls ask for. */
  open(told: ToldLog, preferences: ReadingPreferences, hear: (news: LogNews) => void): number {
    const log = this.#next++;
    this.#logs.set(log, { log: told, preferences, hear });
    if (this.#port === null) this.#revive();
    else this.#port.post({ type: 'open', log, told, preferences });
    return log;
  }

  prefer(log: number, preferences: ReadingPreferences): void {
    const told = this.#logs.get(log);
    if (told === undefined) return;
    told.preferences = preferences;
    this.#port?.post({ type: 'prefer', log, preferences });
  }

  look(log: number): void {
    this.#port?.post({ type: 'look', log });
  }

  close(log: number): void {
    if (this.#logs.delete(log)) this.#port?.post({ type: 'close', log });
  }

  /** Has logs searched; what comes of it goes to who `listens`. */
  search(message: ToFinder): void {
    if (this.#port === null) this.#revive();
    this.#port?.post(message);
  }

  listens(found: (message: FromFinder) => void): void {
    this.#found = found;
  }

  /** Rejects when the log is closed or the thread dies before it answers. */
  ask<K extends keyof LogAnswers>(log: number, question: QuestionOf<K>): Promise<LogAnswers[K]> {
    return this.#ask(ask => ({ type: 'ask', log, ask, question })) as Promise<LogAnswers[K]>;
  }

  /** Reads a config; rejects when the thread dies before it is done. */
  readConfig(given: ConfigText): Promise<ReadConfig> {
    if (this.#port === null) this.#revive();
    return this.#ask(ask => ({ type: 'config', ask, given })) as Promise<ReadConfig>;
  }

  /** Whether a text holds curves; rejects as above. */
  findCurves(given: LogHead): Promise<boolean> {
    if (this.#port === null) this.#revive();
    return this.#ask(ask => ({ type: 'curves', ask, given })) as Promise<boolean>;
  }

  /** A number that nothing else here is called by. */
  number(): number {
    return this.#next++;
  }

  /** Asks what has its own answer; rejects as above, or when it cannot be answered. */
  answer<T extends ReaderAnswer>(message: (ask: number) => ToReader): Promise<T> {
    if (this.#port === null) this.#revive();
    return this.#ask(message) as Promise<T>;
  }

  /** Tells what needs no answer; nobody where nobody reads. */
  tell(message: ToReader): void {
    this.#port?.post(message);
  }

  #ask(message: (ask: number) => ToReader): Promise<ReaderAnswer> {
    const port = this.#port;
    if (port === null) return Promise.reject(new Error('nobody reads'));
    const ask = this.#next++;
    return new Promise((answer, fail) => {
      this.#asked.set(ask, { answer, fail });
      port.post(message(ask));
    });
  }

  dispose(): void {
    this.#ended = true;
    this.#logs.clear();
    this.#port?.dispose();
    this.#port = null;
    this.#reject(new Error('closed'));
  }

  #revive(): void {
    if (this.#ended || this.#starts >= MOST_STARTS) return;
    this.#starts++;
    const port = this.#start(this.#with(), {
      received: message => this.#receive(message),
      ended: reason => {
        if (this.#port === port) this.#die(reason);
      },
    });
    this.#port = port;
    for (const [log, { log: told, preferences }] of this.#logs)
      port.post({ type: 'open', log, told, preferences });
  }

  #die(reason: unknown): void {
    this.#port = null;
    this.#failed(reason);
    this.#reject(new Error('the thread that reads has ended'));
    if (this.#logs.size > 0) this.#revive();
  }

  #receive(message: FromReader): void {
    switch (message.type) {
      case 'news':
        this.#logs.get(message.log)?.hear(message.news);
        break;
      case 'answer': {
        const asked = this.#asked.get(message.ask);
        this.#asked.delete(message.ask);
        if (message.answer === undefined) asked?.fail(new Error('closed'));
        else asked?.answer(message.answer);
        break;
      }
      default:
        this.#found(message);
    }
  }

  #reject(error: Error): void {
    const asked = [...this.#asked.values()];
    this.#asked.clear();
    for (const each of asked) each.fail(error);
  }
}
