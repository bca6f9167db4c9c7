import { analyse } from '../src/core/analysis/analyse';
import { linkProject } from '../src/core/project/link';
import type { ConfigFile } from '../src/core/project/project';
import { configFile } from '../src/core/project/wholeProject';
import type { Budget } from './contest';
import { asCsv, points } from './data';
import { readRuns } from './reading';

const FILES = 1000;
const RUN_EVERY = 10;
/** The whole of it, from texts to links. */
const LIMIT = 3000;

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

const yaml = (at: number) =>
  `name: exp${at}\nmodel:\n  type: resnet\n${lines(40, option => `  option_${option}: ${option}`)}
train:\n  epochs: ${20 + (at % 80)}\n  lr: 0.1\noutput_dir: runs/exp${at}\n`;

const json = (at: number) =>
  JSON.stringify({
    trainer: { epochs: 20 + (at % 80), lr: 0.1, save_dir: `runs/exp${at}` },
    data: Array.from({ length: 30 }, (_, part) => ({ path: `data/${part}.bin`, weight: part })),
  });

const python = (at: number) =>
  `import argparse, os\nparser = argparse.ArgumentParser()
${lines(25, flag => `parser.add_argument('--opt_${flag}', type=int, default=${flag}, help='option ${flag}')`)}
parser.add_argument('--epochs', type=int, default=${20 + (at % 80)})
parser.add_argument('--out', default='runs/exp${at}')\nargs = parser.parse_args()
${lines(60, layer => `def layer_${layer}(x, width=${layer}):\n    return relu(conv(x, width))`)}
log = open(os.path.join(args.out, 'history.csv'), 'w')\nfor epoch in range(args.epochs):\n    train(epoch)\n`;

/** A workspace of three kinds of config files, a tenth of them with a run. */
function texts(): readonly (readonly [path: string, text: string])[] {
  return Array.from({ length: FILES }, (_, at) => {
    switch (at % 5) {
      case 3:
        return [`configs/json/exp${at}.json`, json(at)];
      case 4:
        return [`scripts/train_${at}.py`, python(at)];
      default:
        return [`configs/group${at % 20}/exp${at}.yaml`, yaml(at)];
    }
  });
}

function runs() {
  const log = asCsv(points(20));
  const paths = Array.from(
    { length: FILES / RUN_EVERY },
    (_, at) => `runs/exp${at * 10 + (at % 5)}`,
  );
  return paths
    .flatMap(path => readRuns(`${path}/history.csv`, log))
    .map(run => ({ run, analysis: analyse(run) }));
}

/** Reading the settings of a large workspace, and tying its runs to them. */
export function linkBudgets(): Budget[] {
  const written = texts();
  const made = runs();
  const tree = [...written.map(([path]) => path), ...made.flatMap(({ run }) => run.logs)];
  const read = (): readonly ConfigFile[] => written.map(([path, text]) => configFile(path, text));
  const known = read();
  const linked = linkProject({ files: known, runs: made, tree }).length;
  if (linked !== made.length) throw new Error(`${linked} links of ${made.length} runs`);
  const link = (files: readonly ConfigFile[]) => linkProject({ files, runs: made, tree });
  const what = `${FILES.toLocaleString('en')} config files`;
  return [
    { name: `settings of ${what}`, work: read, limit: LIMIT * 0.7 },
    { name: `links of ${what}, ${made.length} runs`, work: () => link(known), limit: LIMIT * 0.3 },
    { name: `both, from texts to links`, work: () => link(read()), limit: LIMIT },
  ];
}
