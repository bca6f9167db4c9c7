import assert from 'node:assert/strict';
import { python } from '../../../../src/core/config/languages/python';
import { javascript } from '../../../../src/core/config/languages/javascript';
import { jsonnet } from '../../../../src/core/config/languages/jsonnet';
import { julia } from '../../../../src/core/config/languages/julia';
import { r } from '../../../../src/core/config/languages/r';
import { assertTotals } from '../marked';

describe('settings in JavaScript and TypeScript', () => {
  it('stand at constants, options, defaults, fields and flags', () => {
    assertTotals(javascript, 'const NUM_EPOCHS: number = ‹200›;\n');
    assertTotals(
      javascript,
      'await model.fit(xs, ys, {epochs: ‹250›, callbacks: {onEpochEnd}});\n',
    );
    assertTotals(javascript, 'async function train(model, epochs = ‹5›) {}\n');
    assertTotals(javascript, 'class Trainer { maxEpochs = ‹7›; }\nconfig.training.epochs = ‹8›;\n');
    assertTotals(
      javascript,
      "parser.addArgument('--epochs', {type: 'int', defaultValue: ‹100›});\n",
    );
    assertTotals(javascript, 'for (let epoch = 0; epoch < ‹50›; epoch++) { step(); }\n');
  });

  it('are not one turn of a loop, a pause or what a data set repeats', () => {
    assertTotals(javascript, 'while (true) { await m.fitDataset(d, {epochs: 1}); }\n');
    assertTotals(javascript, 'const TIMEOUT_BETWEEN_EPOCHS_MS = 500; const epochsPerPlot = 2;\n');
    assertTotals(javascript, 'dataset({epochs: 5}); ui.slider({steps: 10, max: 5});\n');
  });
});

describe('settings in Julia', () => {
  it('stand at constants, keyword arguments, fields, pairs, loops and macros', () => {
    assertTotals(julia, 'const EPOCHS = ‹20›\n');
    assertTotals(julia, 'function train(x; epochs::Int=‹500›, eta=0.1)\nend\n');
    assertTotals(julia, '@kwdef mutable struct Args\n  eta = 1e-3\n  epochs::Int = ‹10›\nend\n');
    assertTotals(julia, 'for epoch in 1:‹100›\n  train!(m)\nend\n');
    assertTotals(julia, '@epochs ‹5› train!(m)\nd = Dict("max_epochs" => ‹6›)\n');
  });

  it('are not comments, texts or intervals', () => {
    assertTotals(julia, '# epochs = 5\nprintln("epochs = 6")\nif epoch % 5 == 0 end\n');
  });
});

describe('settings in R', () => {
  it('stand at variables, named arguments, defaults and loops', () => {
    assertTotals(r, 'epochs <- ‹30›\n');
    assertTotals(r, 'model %>% fit(x, y, epochs = ‹30›L, batch_size = 128)\n');
    assertTotals(r, 'bst <- xgb.train(params, dtrain, nrounds = ‹100›, eta = 0.1)\n');
    assertTotals(r, 'lr <- 0.1; epochs <- ‹30›; type <- "a"\n');
    assertTotals(r, 'for (epoch in 1:‹20›) {\n  loss <- 1\n}\n');
  });

  it('are not comments or texts', () => {
    assertTotals(r, 'epochs <- 3 * 10\n');
    assertTotals(r, '# epochs <- 5\ncat("epochs = 6")\n');
  });
});

describe('settings in Jsonnet', () => {
  it('stand at keys and variables', () => {
    assertTotals(jsonnet, 'local epochs = ‹20›;\n{ trainer: { "num_epochs": epochs } }\n');
    assertTotals(jsonnet, '{ trainer: { num_epochs: 3 * 10, epochs: 2 + x, lr: 0.1 } }\n');
    assertTotals(jsonnet, '{\n  "trainer"+: { num_epochs: ‹75›, // 80\n patience: 5 },\n}\n');
  });

  it('are not what a scheduler counts', () => {
    assertTotals(jsonnet, '{trainer: {learning_rate_scheduler: {num_epochs: 10, patience: 0}}}\n');
  });
});

describe('programs that nest deeper than any program does', () => {
  const deep = `${'('.repeat(100_000)}epochs = 3`;

  it('are not read, which is said', () => {
    for (const language of [python, javascript, julia, r])
      assert.deepEqual(language.read(deep), {
        settings: [],
        problems: [{ offset: 0, code: 'too-deep' }],
      });
  });

  it('are read as far as their names go where brackets are all there is', () => {
    const { settings } = jsonnet.read(`${'{a:'.repeat(50_000)}{trainer: {num_epochs: 3}}`);
    assert.deepEqual(
      settings.map(({ key, value }) => [key, value]),
      [['num_epochs', 3]],
    );
  });
});
