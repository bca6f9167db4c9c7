import type { LogGround } from '../../core/log/ground';
import { pickedRuns } from '../../core/project/pickedRuns';
import { plainly, type Say } from '../../core/report/say';
import type { LogAnswers, LogQuestion } from '../logQuestions';
import type { FromReader, ReadingPreferences, ToFinder, ToldLog, ToLogHost } from './messages';
import { OpenLog } from './openLog';

type Answer = LogAnswers[keyof LogAnswers];

/** What a host of logs needs from its thread. */
export interface LogHostOptions {
  readonly ground: (log: ToldLog) => LogGround;
  readonly words: Readonly<Record<string, string>>;
  readonly post: (message: FromReader) => void;
  /** Takes what is for the search. */
  readonly find: (message: ToFinder) => void;
}

interface Hosted {
  readonly log: OpenLog;
  preferences: ReadingPreferences;
}

/** The logs that a thread reads for another one: opened and asked by messages. */
export class LogHost {
  readonly #options: LogHostOptions;
  readonly #say: Say;
  readonly #logs = new Map<number, Hosted>();

  constructor(options: LogHostOptions) {
    const { words } = options;
    this.#options = options;
    this.#say = (template, values) =>
      plainly(Object.hasOwn(words, template) ? words[template]! : template, values);
  }

  /** Whether a log that was opened is still being read. */
  get isReading(): boolean {
    return [...this.#logs.values()].some(({ log }) => log.news.stage.stage === 'loading');
  }

  receive(message: ToLogHost): void {
    switch (message.type) {
      case 'open':
        this.#open(message.log, message.told, message.preferences);
        break;
      case 'prefer':
        this.#prefer(message.log, message.preferences);
        break;
      case 'look':
        this.#logs.get(message.log)?.log.refresh();
        break;
      case 'close':
        this.#logs.get(message.log)?.log.dispose();
        this.#logs.delete(message.log);
        break;
      case 'ask':
        this.#answer(message);
        break;
      default:
        this.#options.find(message);
    }
  }

  #answer({ log, ask, question }: Extract<ToLogHost, { type: 'ask' }>): void {
    const hosted = this.#logs.get(log);
    const answer = hosted && answerOf(hosted.log, question);
    this.#options.post({ type: 'answer', ask, answer });
  }

  #open(id: number, told: ToldLog, preferences: ReadingPreferences): void {
    const { ground, post } = this.#options;
    const hosted: Hosted = {
      preferences,
      log: new OpenLog({
        title: told.title,
        only: runs => pickedRuns(runs, told.picks ?? []),
        ground: ground(told),
        say: this.#say,
        preferences: () => hosted.preferences.analysis,
        patterns: () => hosted.preferences.patterns,
        changed: () => post({ type: 'news', log: id, news: hosted.log.news }),
      }),
    };
    this.#logs.set(id, hosted);
    hosted.log.start();
  }

  #prefer(id: number, preferences: ReadingPreferences): void {
    const hosted = this.#logs.get(id);
    if (hosted === undefined) return;
    // What stays the same must stay the same object: other patterns mean reading anew.
    const { analysis, patterns } = hosted.preferences;
    hosted.preferences = {
      analysis: isSame(preferences.analysis, analysis) ? analysis : preferences.analysis,
      patterns: isSame(preferences.patterns, patterns) ? patterns : preferences.patterns,
    };
    hosted.log.refresh();
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whoever asks about what is not there any more must not end the thread. */
function answerOf(log: OpenLog, question: LogQuestion): Answer | undefined {
  try {
    return log.answer(question);
  } catch {
    return undefined;
  }
}
