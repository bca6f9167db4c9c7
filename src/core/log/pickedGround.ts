import { placeOf } from './folders';
import type { GroundFiles, LogGround } from './ground';
import type { PickedLog } from './pickedLogs';

/** Where picked logs stand. */
export interface PickedGroundOptions {
  readonly picks: readonly PickedLog[];
  /** The folder around all of them, of which nothing is listed. */
  readonly folder: LogGround;
  /** What stands at a path below that folder; '' is the folder itself. */
  readonly at: (path: string) => LogGround;
}

interface Listed {
  readonly ground: LogGround;
  readonly files: GroundFiles;
}

/** Several logs as one: those that are gone are left out, as long as one is there. */
export function pickedGround({ picks, folder, at }: PickedGroundOptions): LogGround {
  let listed: readonly Listed[] = [];
  return {
    async files() {
      const found = await Promise.allSettled(picks.map(({ path }) => listedAt(path, at(path))));
      const here = found.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []));
      const [first] = found;
      if (here.length === 0 && first?.status === 'rejected') throw first.reason;
      listed = here.map(({ ground, files }) => ({ ground, files }));
      const logs = [...new Set(here.flatMap(each => each.logs))];
      const beside = await factsBeside(
        here.filter(({ files }) => !files.isFolder),
        at,
      );
      const facts = [...new Set([...here.flatMap(each => each.facts), ...beside])];
      return { isFolder: true, logs, facts };
    },
    source: path => folder.source(path),
    facts: paths => folder.facts(paths),
    watch(_, changed) {
      const watches = listed.map(({ ground, files }) => ground.watch(files, changed));
      return { dispose: () => watches.forEach(each => each.dispose()) };
    },
  };
}

async function listedAt(path: string, ground: LogGround) {
  const files = await ground.files();
  const full = (inside: string) => `${path}/${inside}`;
  return {
    ground,
    files,
    logs: files.isFolder ? files.logs.map(full) : [path],
    facts: files.facts.map(full),
  };
}

/** What says something of the runs of single files: it stands in the folders of their runs. */
async function factsBeside(
  files: readonly { readonly logs: readonly string[] }[],
  at: (path: string) => LogGround,
): Promise<readonly string[]> {
  const runs = new Set(files.flatMap(({ logs }) => logs.map(log => placeOf(log).run)));
  const found = await Promise.all(
    [...runs].map(async run => {
      const listing = await at(run).files();
      const paths = listing.facts.map(fact => (run === '' ? fact : `${run}/${fact}`));
      return paths.filter(path => placeOf(path).run === run);
    }),
  );
  return found.flat();
}
