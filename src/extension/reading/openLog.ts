import type { LogGround } from '../../core/log/ground';
import { FollowedLog, type FollowedLogOptions } from '../../core/project/followedLog';
import type { Say } from '../../core/report/say';
import { failureSentence } from '../failures';
import type { LogNews, LogStage } from '../logView';
import type { LogAnswers, LogQuestion } from '../logQuestions';
import { answerTo } from '../panel/answers';
import { PanelStages } from '../panel/panelStage';

/** What a log that is read here needs. */
export interface OpenLogOptions extends FollowedLogOptions {
  readonly title: string;
  readonly ground: LogGround;
  readonly say: Say;
}

/** A log and its values, in the thread that reads it: what is asked of it there. Pure but for its ground. */
export class OpenLog {
  readonly #title: string;
  readonly #say: Say;
  readonly #log: FollowedLog;
  readonly #stages = new PanelStages();

  constructor(options: OpenLogOptions) {
    this.#title = options.title;
    this.#say = options.say;
    this.#log = new FollowedLog(options);
  }

  get news(): LogNews {
    const { judged: runs, problems, isFolder } = this.#log;
    return { stage: this.#stage, runs, problems, isFolder };
  }

  get #stage(): LogStage {
    const { stage } = this.#log;
    if (stage.stage === 'loading' || stage.stage === 'current') return stage;
    return { stage: stage.stage, reason: failureSentence(stage.error, this.#title, this.#say) };
  }

  answer(question: LogQuestion): LogAnswers[keyof LogAnswers] {
    const { runs, problems } = this.#log;
    const shown = { title: this.#title, stage: this.#stage, runs, problems };
    return answerTo(shown, question, this.#say, this.#stages);
  }

  /** Begins to read and follow. */
  start(): void {
    this.#log.start();
  }

  refresh(): void {
    this.#log.refresh();
  }

  dispose(): void {
    this.#log.dispose();
  }
}
