import assert from 'node:assert/strict';
import { event, eventFile, simple, tensor } from '../log/formats/tfevents/encode';
import { patternsFrom } from '../../../src/core/log/patterns/patternsFrom';
import type { LogSource } from '../../../src/core/log/tail';
import { explainLog } from '../../../src/core/run/explainLog';
import type { Explanation } from '../../../src/core/run/explanation';

function sourceOf(bytes: Uint8Array): LogSource {
  return {
    stat: () => Promise.resolve({ size: bytes.length, modified: 0 }),
    read: (from, to) => Promise.resolve(bytes.slice(from, to)),
  };
}

function explained(
  path: string,
  content: string | Uint8Array,
  ...patterns: string[]
): Promise<Explanation> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const pause = () => Promise.resolve(true);
  return explainLog(sourceOf(bytes), path, { patterns: patternsFrom(patterns), pause });
}

const TEXT = [
  'Epoch 1/3 loss: 0.9 val_loss: 1.0 (3.5s)',
  'Epoch 2/3 loss: 0.8 val_loss: 0.9 (3.1s)',
  'temperature of the room 21.5',
  'Epoch 3/3 loss: 0.7 val_loss: 0.8 (3.2s)',
].join('\n');

describe('the explanation of a log', () => {
  it('tells the shapes of the lines of a text, and what each number became', async () => {
    const { format, templates } = await explained('train.log', TEXT);
    assert.equal(format, 'text');
    const [epochs, room] = templates;
    assert.deepEqual([epochs!.line, epochs!.lines, epochs!.records], [1, 3, 3]);
    assert.deepEqual(
      epochs!.fields.map(({ use, split, reason }) => [use, split, reason]),
      [
        ['epoch', null, null],
        ['planned', null, null],
        ['value', null, null],
        ['value', 'validation', null],
        ['ignored', null, 'unit'],
      ],
    );
    assert.deepEqual([room!.lines, room!.records], [1, 0]);
  });

  it('tells where runs start and why, and what the log says once', async () => {
    const { runs, starts, marks } = await explained('train.log', `${TEXT}\n${TEXT}`);
    assert.equal(runs.length, 2);
    assert.deepEqual(
      starts.map(({ line, why }) => [line, why]),
      [
        [1, 'first'],
        [5, 'counter'],
      ],
    );
    assert.deepEqual(marks[0], { kind: 'planned', count: 3, unit: 'epoch', line: 1 });
  });

  it('tells the columns of a table and the keys of objects', async () => {
    const csv = await explained(
      'log.csv',
      'index,epoch,loss,lr\n0,1,3,0.1\n1,2,2,0.1\n2,3,1,0.1\n',
    );
    assert.deepEqual(
      csv.fields.map(({ name, use, reason }) => [name, use, reason]),
      [
        ['index', 'ignored', 'index'],
        ['epoch', 'epoch', null],
        ['loss', 'value', null],
        ['lr', 'value', null],
      ],
    );
    const line = (epoch: number) => `{"epoch": ${epoch}, "num_epochs": 9, "loss": ${1 / epoch}}\n`;
    const json = await explained('log.jsonl', [1, 2, 3].map(line).join(''));
    assert.deepEqual(
      json.fields.map(({ name, use }) => [name, use]),
      [
        ['epoch', 'epoch'],
        ['num_epochs', 'planned'],
        ['loss', 'value'],
      ],
    );
  });

  it('tells the lines that the cells of a notebook printed, where they stand in the file', async () => {
    const text = ['Epoch 1 loss: 0.9\n', 'Epoch 2 loss: 0.8\n'];
    const output = { output_type: 'stream', name: 'stdout', text };
    const cell = { cell_type: 'code', source: [], outputs: [output] };
    const notebook = JSON.stringify({ cells: [cell], nbformat: 4 }, null, 1);
    const at = notebook.split('\n').findIndex(line => line.includes('Epoch 1')) + 1;
    const { templates, runs } = await explained('a.ipynb', notebook);
    assert.deepEqual(
      templates.map(({ line, lines, records }) => [line, lines, records]),
      [[at, 2, 2]],
    );
    assert.equal(runs.length, 1);
  });

  it('tells the tags of event files', async () => {
    const events = [1, 2, 3].map(step =>
      event(
        step,
        1000,
        simple('loss', 1 / step),
        simple('epoch', step),
        tensor('hist', [], 'histograms'),
      ),
    );
    const { fields } = await explained('events.out.tfevents.1', eventFile(...events));
    assert.deepEqual(
      fields.map(({ name, use, reason }) => [name, use, reason]),
      [
        ['loss', 'value', null],
        ['epoch', 'epoch', null],
        ['hist', 'ignored', 'no-scalar'],
      ],
    );
  });

  it('tells what was read but is no curve', async () => {
    const rows = [1, 2, 3].map(epoch => `${epoch},${1 / epoch},${epoch * 7.5},5\n`).join('');
    const { dropped } = await explained('log.csv', `epoch,loss,elapsed_seconds,alpha\n${rows}`);
    assert.deepEqual(
      dropped.map(({ name, reason }) => [name, reason]),
      [
        ['elapsed_seconds', 'noise'],
        ['alpha', 'still'],
      ],
    );
  });

  it('tells encoding and line ends', async () => {
    const utf16 = new Uint8Array(
      Buffer.from(`\ufeff${TEXT.replaceAll('\n', '\r\n')}\r\n`, 'utf16le'),
    );
    const { encoding, lineEnds, runs } = await explained('train.log', utf16);
    assert.deepEqual(
      [encoding, lineEnds?.lf, lineEnds?.crlf, lineEnds?.cr, runs.length],
      ['utf-16le', 0, 4, 0, 1],
    );
    assert.equal((await explained('x.bin', new Uint8Array(2000))).encoding, null);
  });

  it('tells what the patterns of the user read', async () => {
    const { runs, dropped, patterns, patternProblems } = await explained(
      'train.log',
      TEXT,
      'Epoch {epoch}/{planned} loss: {loss} {*} ({seconds}s)',
      '{',
    );
    assert.deepEqual(
      patterns.map(({ lines, first }) => [lines, first]),
      [[3, { line: 1, values: [1, 3, 0.9, 3.5] }]],
    );
    assert.deepEqual(
      runs.map(run => run.series.map(({ name }) => name)),
      [['loss']],
    );
    assert.deepEqual(
      dropped.map(({ name, reason }) => [name, reason]),
      [['seconds', 'noise']],
    );
    assert.equal(patternProblems[0]?.code, 'no-field');
  });

  it('makes a pattern of the most frequent line that is not read, where nothing was', async () => {
    const { runs, suggested } = await explained('odd.log', 'x 1 y\nA 0.5 B 7\nA 0.4 B 8\n');
    assert.deepEqual(runs, []);
    assert.equal(suggested, 'A {A} B {B}');
  });

  it('is none of a log that is no log', async () => {
    const { format, runs, problems } = await explained('empty.log', '');
    assert.deepEqual([format, runs.length, problems.length], ['text', 0, 0]);
  });
});
