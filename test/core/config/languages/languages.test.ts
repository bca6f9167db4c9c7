import assert from 'node:assert/strict';
import fc from 'fast-check';
import { languageOf, languages } from '../../../../src/core/config/languages/index';

/** Pieces that configs of every language are made of, whole and broken. */
const PIECES = [
  ...[
    'epochs',
    'max_steps',
    ': ',
    ' = ',
    '10',
    '"10"',
    '\n',
    '  ',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    ',',
  ],
  ...[
    'def f(',
    'for epoch in range(',
    'class A:\n',
    '&a ',
    '*a',
    '!ref <a>',
    '${a}',
    '- ',
    '---\n',
  ],
  ...[
    '"epochs": ',
    "'",
    '"',
    '"""',
    '#',
    '//',
    '/*',
    '--epochs ',
    'trainer',
    '😀',
    '\r\n',
    '\t',
    '\\',
    '|',
  ],
];

const SAMPLES: Readonly<Record<string, string>> = {
  yaml: 'a: &n 5\ntrainer:\n  max_epochs: 10 # x\n  x: [1, {epochs: "3"}]\ncmd: run --epochs 5\n',
  json: '{"a": [1, {"epochs": 10}], // x\n "args": ["--epochs=5", "--n_epochs", "6"], "b": "c"}',
  python:
    'E = 5\ndef f(x, epochs=E):\n  for epoch in tqdm(range(epochs)):\n    m.fit(x, epochs=args.n)\nd = {"epochs": 3}\nf(1, 20)\n',
  toml: 'a = 5\n[trainer]\nmax_epochs = 10 # x\nx = [1, {epochs = "3"}]\ncmd = "run --epochs 5"\n',
  ini: 'lr=1\n[train]\nepochs = 10 ; x\n[net]\nmax_batches: "500"\n--num-epochs 5\n',
  shell:
    'EPOCHS=${1:-10}\nfor e in 1 2; do\n  python a.py --epochs "$EPOCHS" \\\n    --max-steps=5 # x\ndone\nA=(--epochs 3)\n',
  dockerfile: 'ENV EPOCHS 5\nCMD ["a", "--epochs", "2"]\nRUN python a.py \\\n  --epochs 3\n',
  makefile: 'EPOCHS ?= 3\ntrain:\n\tpython a.py --epochs 4 \\\n\t --x\n',
  batch: 'set EPOCHS=3\r\npython a.py ^\r\n --epochs 4\r\n',
  javascript:
    'const E: number = 5;\nf(x, {epochs: 10, a: [1]});\nfor (let epoch = 0; epoch < 3; epoch++) {}\nthis.maxEpochs = "4";\n',
  julia: 'const EPOCHS = 5\nf(a; epochs::Int = 10)\nfor epoch in 1:3\nend\n@epochs 3 g()\n',
  r: 'epochs <- 5L\nfit(x, epochs = 30, lr = 1)\nfor (epoch in 1:20) { }\n',
  jsonnet:
    'local epochs = 5; // x\n{ trainer+: { "num_epochs": epochs, max_epochs: 3, }, a: [1] }\n',
  jsonl: '{"epochs": 10, "lr": 1}\r\n{"a": {"max_epochs": "5"}}\n',
  gin: 'import a\nTRAIN_STEPS = 5 # x\ntrain.train:\n  total_steps = %TRAIN_STEPS\ntrain.steps = 3\n',
  powershell: '$epochs = 3\npython a.py `\n --epochs 4\n',
};

describe('config languages', () => {
  it('are found by the name of a file and by the editor’s word for it', () => {
    const ids = [
      'a/B.YAML',
      'x.yml',
      'c.json',
      'launch.jsonc',
      'train.py',
      'train.rs',
      'Dockerfile',
      'a/Makefile',
      'run.slurm',
    ];
    assert.deepEqual(
      ids.map(path => languageOf(path)?.id ?? null),
      ['yaml', 'yaml', 'json', 'json', 'python', null, 'dockerfile', 'makefile', 'shell'],
    );
    assert.equal(languageOf('untitled-1', 'python')?.id, 'python');
    assert.equal(languageOf('config.yaml', 'plaintext')?.id, 'yaml');
  });

  // The settings of a notebook stand in its cells and not in its text: they have a test of their own.
  for (const language of languages.filter(({ id }) => id !== 'notebook')) {
    const check = (text: string) => {
      const { settings, problems } = language.read(text);
      for (const setting of settings) {
        assert.equal(text.slice(setting.start, setting.end), setting.text);
        if (setting.editable) assert.equal(typeof setting.value, 'number');
        if (setting.primary) assert.ok((setting.value ?? 0) > 0);
      }
      for (const { offset } of problems) assert.ok(offset >= 0 && offset <= text.length);
      const starts = settings.map(setting => setting.start);
      assert.deepEqual(
        starts,
        [...new Set(starts)].sort((one, other) => one - other),
      );
    };

    it(`give values where they stand, in order and once (${language.id})`, () => {
      const piece = fc.constantFrom(...PIECES);
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 40 }), pieces => check(pieces.join(''))),
        { numRuns: 300 },
      );
    });

    it(`never throw, however much of a file is typed (${language.id})`, () => {
      const whole = SAMPLES[language.id] ?? '';
      assert.ok(language.read(whole).settings.length > 1);
      for (let end = 0; end <= whole.length; end++) check(whole.slice(0, end));
      for (let start = 0; start <= whole.length; start++) check(whole.slice(start));
    });

    it(`are not parsed when no word of a setting is in the text (${language.id})`, () => {
      assert.deepEqual(language.read('{ "a": [\n'.repeat(5)), { settings: [], problems: [] });
    });
  }
});
