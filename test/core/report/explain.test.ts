import assert from 'node:assert/strict';
import { patternsFrom } from '../../../src/core/log/patterns/patternsFrom';
import { renderExplanation } from '../../../src/core/report/explain';
import { plainly } from '../../../src/core/report/say';
import { explainLog } from '../../../src/core/run/explainLog';

async function documentOf(content: string, ...patterns: string[]): Promise<string> {
  const bytes = new TextEncoder().encode(content);
  const source = {
    stat: () => Promise.resolve({ size: bytes.length, modified: 0 }),
    read: (from: number, to: number) => Promise.resolve(bytes.slice(from, to)),
  };
  const options = { patterns: patternsFrom(patterns), pause: () => Promise.resolve(true) };
  return renderExplanation(await explainLog(source, 'train.log', options), plainly);
}

describe('the document that explains a log', () => {
  it('shows a line of each shape, what its numbers became and what was left out', async () => {
    const text = await documentOf(
      'Epoch 1/2 loss: 0.9 (3.5s)\nEpoch 2/2 loss: 0.8 (3.1s)\nroom 7: 21.5 degrees\n',
    );
    assert.match(
      text,
      /2 lines like line 1, 2 points:\n\n```text\nEpoch 1\/2 loss: 0\.9 \(3\.5s\)\n```/,
    );
    assert.match(text, /- \*\*loss\*\*: a curve\n/);
    assert.match(text, /left out: a unit follows: of time, speed, size or a count/);
    assert.match(text, /## Lines with numbers that are not read\n/);
    assert.match(text, /- Line 1: 2 epochs planned\./);
  });

  it('says how to write a pattern where there is no curve', async () => {
    const text = await documentOf('A 0.5 B 7\nA 0.4 B 8\n');
    assert.match(text, /## No curve\n/);
    assert.match(text, /```text\nA \{A\} B \{B\}\n```/);
  });

  it('says what patterns read instead of what the format would have made of the lines', async () => {
    const text = await documentOf(
      'Epoch 1 loss: 0.9\nEpoch 2 loss: 0.8\n',
      'Epoch {epoch} loss: {cost}',
    );
    assert.match(text, /\| 2 \| Line 1: epoch 1, cost 0\.9 \| Line 2: epoch 2, cost 0\.8 \|/);
    assert.doesNotMatch(text, /## Lines that are read/);
  });

  it('is Markdown whatever the log holds', async () => {
    const text = await documentOf('Epoch 1 loss: 0.9 ```<script>\n'.repeat(3));
    assert.match(text, /\n````text\nEpoch 1 loss: 0\.9 ```<script>\n````\n/);
  });
});
