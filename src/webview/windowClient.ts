import type { WindowData, WindowRequest } from '../core/protocol';

/**
 * Asks the host for points, one question at a time: what is asked meanwhile waits, and only the last of it
 * is sent. The host answers every question, or is gone and with it the page.
 */
export class WindowClient {
  readonly #send: (id: number, request: WindowRequest) => void;
  #last = 0;
  #asked: WindowRequest | null = null;
  #next: WindowRequest | null = null;

  constructor(send: (id: number, request: WindowRequest) => void) {
    this.#send = send;
  }

  ask(request: WindowRequest): void {
    if (this.#asked === null) this.#post(request);
    else this.#next = request;
  }

  /** What this answers, when it is the question under way, else null; then the one that waited is sent. */
  receive(data: WindowData): WindowRequest | null {
    return this.passOver(data.request);
  }

  /** The same for a question that gets no answer. */
  passOver(id: number): WindowRequest | null {
    const answered = this.#asked;
    if (answered === null || id !== this.#last) return null;
    this.#asked = null;
    const next = this.#next;
    this.#next = null;
    if (next !== null) this.#post(next);
    return answered;
  }

  #post(request: WindowRequest): void {
    this.#asked = request;
    this.#send(++this.#last, request);
  }
}
