import { basename } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { diskGround } from '../node/diskGround';
import { LogHost } from './reading/logHost';
import type { ReaderStart, ToReader } from './reading/messages';

/** The thread that reads logs beside the extension host, so that the editor never waits for a log. */
const host = new LogHost({
  ground: diskGround,
  titleOf: path => basename(path),
  words: (workerData as ReaderStart).words,
  post: message => parentPort?.postMessage(message),
});

parentPort?.on('message', (message: ToReader) => host.receive(message));
