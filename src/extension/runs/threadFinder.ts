import type { FinderListener, FindPreferences, FoundLog } from '../../core/project/find/foundLog';
import type { ReaderThread } from '../reading/readerThread';
import type { Finder } from './finder';

/** Finds logs on the disk, in the thread that reads them. */
export class ThreadFinder implements Finder {
  readonly #thread: ReaderThread;
  readonly #preferences: () => FindPreferences;

  constructor(thread: ReaderThread, preferences: () => FindPreferences, listener: FinderListener) {
    this.#thread = thread;
    this.#preferences = preferences;
    thread.listens(message => {
      switch (message.type) {
        case 'found':
          listener.found(message.logs);
          break;
        case 'gone':
          listener.gone(message.paths);
          break;
        case 'progress':
          listener.progress(message.progress);
      }
    });
  }

  remember(logs: readonly FoundLog[]): void {
    this.#thread.search({ type: 'remember', logs });
  }

  find(folders: readonly string[], exclude: readonly string[]): void {
    this.#thread.search({ type: 'find', folders, exclude, preferences: this.#preferences() });
  }

  enter(paths: readonly string[]): void {
    this.#thread.search({ type: 'enter', paths });
  }

  see(isSeen: boolean): void {
    this.#thread.search({ type: 'see', isSeen });
  }

  look(paths: readonly string[]): void {
    this.#thread.search({ type: 'lookAt', paths });
  }

  stop(): void {
    this.#thread.search({ type: 'stop' });
  }
}
