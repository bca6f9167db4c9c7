import assert from 'node:assert/strict';
import { json } from '../../../../src/core/config/languages/json';
import { assertTotals } from '../marked';

const totals = (marked: string) => assertTotals(json, marked);

describe('JSON settings', () => {
  it('stand at the number, inside the quotes where it is a text', () => {
    totals('{"train": {"epochs": ‹100›, "lr": 0.1}}');
    totals('{"epochs": "‹100›"}');
    totals('[{"name": "😀", "max_epochs": ‹5›}]');
  });

  it('are found between comments and trailing commas', () => {
    totals('{\n  // epochs: 5\n  "epochs": ‹7›, /* "epochs": 8 */\n}');
  });

  it('are found among the arguments of a launch configuration', () => {
    totals('{"configurations": [{"args": ["train.yml", "--max_steps=‹1›", // one\n "--lr=1",]}]}');
    totals('{"configurations": [{"args": ["--epochs", "‹20›"]}]}');
    totals('{"tasks": [{"command": "python train.py --epochs ‹3›"}]}');
    totals('{"environment": [{"name": "EPOCHS", "value": "‹3›"}]}');
  });

  it('are not the words of a user interface nor the rows of a log', () => {
    totals('{"Epoch": "Epoche", "Max train epoch": "8", "epochs": "Epochen"}');
    totals('{"log_history": [{"epoch": 1.0, "step": 10, "loss": 0.5, "learning_rate": 1}]}');
    totals('{"properties": {"epochs": {"type": "integer", "default": 10}}}');
  });

  it('leave a limit that is switched off to the one that governs', () => {
    const settings = totals(
      '{"epoch": ‹5›, "max_train_epochs": 0, "max_train_steps": "", "optimizer": "x", "lr": 1}',
    );
    assert.deepEqual(
      settings.map(({ key, primary }) => `${key} ${primary}`),
      ['epoch true', 'max_train_epochs false'],
    );
  });

  it('survive half-typed text', () => {
    totals('{"epochs": ‹10›, "lr": ');
    totals('{"epochs": ‹10›, "a": [1, 2}');
    totals('{"epochs": "‹10›');
  });

  it('end quickly on a large line and on deep nesting', () => {
    const long = `{"data": [${'1,'.repeat(500_000)}1], "epochs": 3}`;
    assert.deepEqual(
      json.read(long).settings.map(setting => setting.value),
      [3],
    );
    const deep = json.read(`{"epochs": 1, "x": ${'['.repeat(200_000)}`);
    assert.ok(deep.problems.length > 0);
  });
});
