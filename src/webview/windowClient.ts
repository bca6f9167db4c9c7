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
  #key = '';

  constructor(send: (id: number, request: WindowRequest) => void) {
    this.#send = send;
  }

  /** Whether an answer is still to come. */
  get isWaiting(): boolean {
    return this.#asked !== null;
  }

  /** Asks, unless just this was asked last; `version` of what it is asked of. */
  ask(request: WindowRequest, version: number): void {
    const key = JSON.stringify([version, request]);
    if (key === this.#key) return;
    this.#key = key;
    if (this.#asked === null) this.#post(request);
    else this.#next = request;
  }

  /** What this answers, when it is the question under way, else null; then the one that waited is sent. */
  receive(data: WindowData): WindowRequest | null {
    const answered = this.#asked;
    if (answered === null || data.request !== this.#last) return null;
    this.#asked = null;
    const next = this.#next;
    this.#next = null;
    if (next !== null) this.#post(next);
    return answered;
  }

  /** The question under way gets no answer: it may be asked again. */
  passOver(id: number): void {
    if (id !== this.#last) return;
    this.#key = '';
    this.#asked = null;
    const next = this.#next;
    this.#next = null;
    if (next !== null) this.#post(next);
  }

  #post(request: WindowRequest): void {
    this.#asked = request;
    this.#send(++this.#last, request);
  }
}
