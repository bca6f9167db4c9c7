import type { FindPreferences, FindProgress, FoundLog } from '../../core/project/find/foundLog';
import type { PickedLog } from '../../core/log/pickedLogs';
import type { Analysis } from '../../core/analysis/analysis';
import type { ProjectQuestion, ProjectRuns } from '../../core/project/projectReading';
import type { SentRun } from '../../core/run/sentRun';
import type { LogAnswers, LogQuestion } from '../logQuestions';
import type { LogNews } from '../logView';
import type { LogHead } from './curvesIn';
import type { ConfigText, ReadConfig } from './readConfig';

/** What may differ from log to log. */
export type ReadingPreferences = FindPreferences;

/** What a search for logs is asked to do. */
export type ToFinder =
  | { readonly type: 'remember'; readonly logs: readonly FoundLog[] }
  | {
      readonly type: 'find';
      readonly folders: readonly string[];
      readonly exclude: readonly string[];
      readonly preferences: FindPreferences;
    }
  | { readonly type: 'enter'; readonly paths: readonly string[] }
  | { readonly type: 'lookAt'; readonly paths: readonly string[] }
  | { readonly type: 'see'; readonly isSeen: boolean }
  | { readonly type: 'stop' };

/** What it answers. */
export type FromFinder =
  | { readonly type: 'found'; readonly logs: readonly FoundLog[] }
  | { readonly type: 'gone'; readonly paths: readonly string[] }
  | { readonly type: 'progress'; readonly progress: FindProgress };

/** A text to look at; `ask` comes back with what a config says, or whether a log holds curves. */
export type ToTextReader =
  | { readonly type: 'config'; readonly ask: number; readonly given: ConfigText }
  | { readonly type: 'curves'; readonly ask: number; readonly given: LogHead };

/** A log on the disk; with `picks` several logs below the folder at `path`, as they are called together. */
export interface ToldLog {
  readonly path: string;
  readonly title: string;
  readonly picks: readonly PickedLog[] | null;
}

/** A folder whose runs are to be read; `project`: the number it is told apart by. */
export type ToProjectHost =
  | {
      readonly type: 'readProject';
      readonly ask: number;
      readonly project: number;
      readonly folder: string;
      readonly question: ProjectQuestion;
    }
  | {
      readonly type: 'refreshProject';
      readonly ask: number;
      readonly project: number;
      readonly paths: readonly string[];
    }
  | { readonly type: 'endProject'; readonly project: number };

/** The runs of a folder; a number stands for the run that was sent at that place in the answer before. */
export interface SentProject extends Pick<ProjectRuns, 'logs'> {
  readonly runs: readonly (number | { readonly run: SentRun; readonly analysis: Analysis })[];
}

/** To the thread that reads; `log`: the number a log was opened under. */
export type ToReader = ToLogHost | ToTextReader | ToProjectHost;

export type ToLogHost =
  | ToFinder
  | {
      readonly type: 'open';
      readonly log: number;
      readonly told: ToldLog;
      readonly preferences: ReadingPreferences;
    }
  | { readonly type: 'prefer'; readonly log: number; readonly preferences: ReadingPreferences }
  | { readonly type: 'look'; readonly log: number }
  | { readonly type: 'close'; readonly log: number }
  | {
      readonly type: 'ask';
      readonly log: number;
      readonly ask: number;
      readonly question: LogQuestion;
    };

/** What answers a question to the thread. */
export type ReaderAnswer = LogAnswers[keyof LogAnswers] | ReadConfig | SentProject | boolean;

/** From it. `answer` undefined: the log was closed meanwhile, or asked what cannot be answered. */
export type FromReader =
  | FromFinder
  | { readonly type: 'news'; readonly log: number; readonly news: LogNews }
  | {
      readonly type: 'answer';
      readonly ask: number;
      readonly answer: ReaderAnswer | undefined;
    };

/** What the thread is given when it starts: the words of the editor's language, by the English ones. */
export interface ReaderStart {
  readonly words: Readonly<Record<string, string>>;
}

/** A way to a thread that reads, and back. */
export interface ReaderPort {
  post(message: ToReader): void;
  /** Ends the thread. */
  dispose(): void;
}

/** Who hears what comes back; `ended` once, when the thread has died by itself. */
export interface ReaderListener {
  readonly received: (message: FromReader) => void;
  readonly ended: (reason: unknown) => void;
}

/** Starts a thread. */
export type StartReader = (start: ReaderStart, listener: ReaderListener) => ReaderPort;
