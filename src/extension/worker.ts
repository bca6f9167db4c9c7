import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { defaultPreferences } from '../core/analysis/preferences';
import type { FindPreferences } from '../core/project/find/foundLog';
import { diskGround, factsOnDisk, pickedDiskGround } from '../node/diskGround';
import { LogFinder } from '../node/logFinder';
import { sourceOf } from '../node/sourceOf';
import { LogHost } from './reading/logHost';
import type { FromReader, ReaderStart, ToFinder, ToReader } from './reading/messages';
import { curvesIn } from './reading/curvesIn';
import { ProjectHost } from './reading/projectHost';
import { readWholeConfig } from './reading/readConfig';

/** The thread that reads logs and configs beside the extension host, so that the editor never waits for either. */
const post = (message: FromReader) => parentPort?.postMessage(message);

let preferences: FindPreferences | null = null;
const finder = new LogFinder(
  {
    found: logs => post({ type: 'found', logs }),
    gone: paths => post({ type: 'gone', paths }),
    progress: progress => post({ type: 'progress', progress }),
  },
  () => preferences ?? { analysis: defaultPreferences, patterns: [] },
  () => host.isReading,
);

/** What was found is read anew where it would be read or judged otherwise. */
function prefer(chosen: FindPreferences): void {
  const before = preferences;
  preferences = chosen;
  if (before !== null && JSON.stringify(chosen) !== JSON.stringify(before)) finder.forget();
}

async function find(message: ToFinder): Promise<void> {
  switch (message.type) {
    case 'remember':
      finder.remember(message.logs);
      break;
    case 'find':
      prefer(message.preferences);
      await finder.find(message.folders, message.exclude);
      break;
    case 'lookAt':
      await finder.lookAt(message.paths);
      break;
    case 'enter':
      await finder.enter(message.paths);
      break;
    case 'see':
      finder.see(message.isSeen);
      break;
    case 'stop':
      finder.stop();
  }
}

const host = new LogHost({
  ground: ({ path, picks }) => (picks === null ? diskGround(path) : pickedDiskGround(path, picks)),
  words: (workerData as ReaderStart).words,
  post,
  find: message => void find(message),
});

const projects = new ProjectHost({
  ground: folder => ({
    source: path => sourceOf(join(folder, path)),
    facts: paths => factsOnDisk(folder, paths),
  }),
  post,
});

parentPort?.on('message', (message: ToReader) => {
  switch (message.type) {
    case 'config':
      post({ type: 'answer', ask: message.ask, answer: readWholeConfig(message.given) });
      break;
    case 'curves':
      post({ type: 'answer', ask: message.ask, answer: curvesIn(message.given) });
      break;
    case 'readProject':
    case 'refreshProject':
    case 'endProject':
      projects.receive(message);
      break;
    default:
      host.receive(message);
  }
});
