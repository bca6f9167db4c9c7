import { languageOf } from '../src/core/config/languages/index';
import { resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ReaderThread } from '../src/extension/reading/readerThread';
import { startThread } from '../src/node/startThread';
import type { Outcome } from './contest';
import { spend } from './contest';

/** A Python file of about so many lines, as trainers are: arguments, functions, classes, loops; one line differs by `edit`. */
function pythonFile(lines: number, edit: number): string {
  const parts = [
    'import argparse\n\nparser = argparse.ArgumentParser()\n',
    "parser.add_argument('--epochs', type=int, default=90)\n",
  ];
  for (let at = 0; parts.length * 20 < lines; at++)
    parts.push(
      `class Block${at}(nn.Module):\n` +
        '    """Runs its layers one after the other.\n\n' +
        '    Args:\n        width: how wide each layer is.\n        drop: share of what is dropped.\n    """\n\n' +
        `    def __init__(self, width=${at}, drop=0.1):\n` +
        '        super().__init__()\n' +
        `        self.layers = nn.ModuleList([Layer(width, i) for i in range(${at})])\n` +
        "        self.config = dict(type='Block', width=width, scale=0.1)\n\n" +
        '    def forward(self, x, mask=None):\n' +
        '        # What is masked stays what it was.\n' +
        '        for index, layer in enumerate(self.layers):\n' +
        "            x = layer(x) + self.config['scale'] * index\n" +
        `        # edited ${at === 40 ? edit : 0} times\n` +
        '        return x\n\n',
    );
  parts.push(
    'def main(args):\n    optimizer = make(args)\n    for epoch in range(args.epochs):\n' +
      '        loss = train_one_epoch(epoch)\n        loss.backward()\n        optimizer.step()\n',
  );
  return parts.join('');
}

/** What stands in a large file of each language, line after line, and what it begins with. */
const LARGE: Readonly<
  Record<string, readonly [head: string, line: (at: number) => string, end: string]>
> = {
  'a.yaml': ['epochs: 12\n', at => `item_${at}:\n  values: [1, 2, ${at}]\n  step: ${at}\n`, ''],
  'a.json': [
    '{"epochs": 12,\n',
    at => `"k${at}": {"a": [1, 2, ${at}], "step": ${at}},\n`,
    '"z": 1}',
  ],
  'a.toml': ['epochs = 12\n', at => `[item${at}]\nsteps_x = ${at}\nname = "x ${at}"\n`, ''],
  'a.ini': ['[train]\nepochs = 12\n', at => `[item${at}]\nsteps_x = ${at}\nname = x ${at}\n`, ''],
  'a.py': ['EPOCHS = 12\n', at => `def f_${at}(a, b=${at}):\n    return foo(a, step=${at})\n`, ''],
  'a.sh': ['EPOCHS=12\n', at => `python run.py --step ${at} --name "x ${at}"\n`, ''],
  'a.js': [
    'const EPOCHS = 12;\n',
    at => `function f${at}(a) { return foo({ a, step: ${at} }); }\n`,
    '',
  ],
  'a.R': ['epochs <- 12\n', at => `f${at} <- function(a) { foo(a, step = ${at}) }\n`, ''],
  'a.jl': ['epochs = 12\n', at => `function f${at}(a)\n  foo(a, step=${at})\nend\n`, ''],
};

const SIZE = 5_000_000;
const EDITS = 20;

function largeFile([head, line, end]: (typeof LARGE)[string]): string {
  const parts = [head];
  for (let at = 0, length = 0; length < SIZE; at++) {
    const next = line(at);
    length += next.length;
    parts.push(next);
  }
  return parts.join('') + end;
}

function totalOf(name: string, text: string): number | null {
  const settings = languageOf(name)?.read(text).settings ?? [];
  return settings.find(({ primary }) => primary)?.value ?? null;
}

function mustBe(expected: number, found: number | null): void {
  if (found !== expected) throw new Error(`the setting is ${expected}, found ${found}`);
}

/** Milliseconds that the extension host may be held up. */
const MOST_HELD_UP = 50;

/** How long whoever asks the thread for the settings of 5 MB is held up: the longest of all languages. */
async function heldUp(): Promise<Outcome> {
  const start = startThread;
  const thread = new ReaderThread(
    (given, listener) => start(resolve('dist', 'worker.js'), given, listener),
    () => ({ words: {} }),
    console.error,
  );
  await thread.readConfig({ path: 'a.yaml', text: 'epochs: 3\n' });
  const files = Object.entries(LARGE).map(([path, parts]) => ({ path, text: largeFile(parts) }));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  for (const given of files) {
    const { settings } = await thread.readConfig(given);
    mustBe(12, settings.find(({ primary }) => primary)?.value ?? null);
  }
  delay.disable();
  thread.dispose();
  const ours = delay.max / 1e6;
  return {
    name: 'longest that the thread which asks is held up, 5 MB of each',
    ours,
    ...{ speed: '', reference: '', theirs: null },
    ratio: ours / MOST_HELD_UP,
    limit: `${MOST_HELD_UP} ms`,
    kept: ours <= MOST_HELD_UP,
  };
}

/** How long it takes to find the settings again after an edit, and those of a file of 5 MB. */
export async function settingOutcomes(): Promise<Outcome[]> {
  const versions = Array.from({ length: EDITS }, (_, edit) => pythonFile(2000, edit));
  let edits = 0;
  const type = () => mustBe(90, totalOf('train.py', versions[edits++ % EDITS]!));
  // A round begins with a collection, which no editor does between two letters: so one round is many edits.
  const edit = spend({
    name: `settings after each of ${EDITS} edits, Python of 2,000 lines`,
    work: () => {
      for (let at = 0; at < EDITS; at++) type();
    },
    limit: 15 * EDITS,
  });
  const large = Object.entries(LARGE).map(([name, parts]) => {
    const text = largeFile(parts);
    return spend({
      name: `settings of 5 MB, ${name}`,
      work: () => mustBe(12, totalOf(name, text)),
      limit: 1000,
    });
  });
  return [edit, ...large, await heldUp()];
}
