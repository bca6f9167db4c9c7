import { Worker } from 'node:worker_threads';

/** A thread of this process, as whoever started it sees it. */
export interface Thread<To> {
  post(message: To): void;
  dispose(): void;
}

/** Who hears from a thread; `ended` once, when it has ended by itself. */
export interface ThreadListener<From> {
  readonly received: (message: From) => void;
  readonly ended: (reason: unknown) => void;
}

/** Starts a bundle of ours in a thread of its own, with what it is given. It never keeps the process alive. */
export function startThread<To, From>(
  file: string,
  given: unknown,
  { received, ended }: ThreadListener<From>,
): Thread<To> {
  const worker = new Worker(file, { workerData: given });
  worker.unref();
  let hasEnded = false;
  const end = (reason: unknown) => {
    if (!hasEnded) ended(reason);
    hasEnded = true;
  };
  worker.on('message', received);
  worker.on('error', end);
  worker.on('exit', code => end(new Error(`the thread has ended (${code})`)));
  return {
    post: message => worker.postMessage(message),
    dispose: () => {
      hasEnded = true;
      void worker.terminate();
    },
  };
}
