import assert from 'node:assert/strict';
import { renderHtml } from '../../../src/core/report/html';
import { renderMarkdown } from '../../../src/core/report/markdown';
import { buildReport } from '../../../src/core/report/model';
import type { ReportGroup, ReportModel } from '../../../src/core/report/model';
import { plainly } from '../../../src/core/report/say';
import { renderShort } from '../../../src/core/report/short';
import { overfittingRun, overfittingSuggestion } from './syntheticRuns';

const alone: ReportGroup = {
  name: 'training.csv',
  runs: [overfittingRun()],
  consensus: null,
  suggestion: overfittingSuggestion,
};

const folds: ReportGroup = {
  name: 'cv/fold*.csv',
  runs: [overfittingRun({ name: 'cv/fold1.csv' }), overfittingRun({ name: 'cv/fold2.csv' })],
  consensus: {
    runs: 2,
    epochs: 12,
    low: 11,
    high: 14,
    unit: 'epoch',
    bestMean: 0.3,
    bestSpread: 0.0123,
    metric: 'val_loss',
    countMean: 12.5,
    countSpread: 0.71,
    groups: null,
    outliers: [],
    leftOut: [],
  },
  suggestion: {
    ...overfittingSuggestion,
    reason: 'consensus',
    evidence: { runs: 2, bestMean: 0.3, bestSpread: 0.0123, countMean: 12.5, countSpread: 0.71 },
  },
};

function reportOf(groups: readonly ReportGroup[]): ReportModel {
  return buildReport({
    title: 'logs',
    date: '2025-01-31',
    version: '0.1.0',
    groups,
    problems: [{ log: 'bad.csv', problem: { code: 'bad-row', line: 7, details: {} } }],
    ignored: 2,
  });
}

/** The Markdown without its pictures. */
const words = (markdown: string): string =>
  markdown.replace(/<div>\n<svg.*\n<\/div>/g, '(picture)');

describe('the report of one run, as Markdown', () => {
  it('says what was read, the summary, the run, the replay, the caveats and the methods', () => {
    const text = words(renderMarkdown(reportOf([alone]), plainly));
    const [before = '', after = ''] = text.split('## How this was computed');
    assert.equal(
      before,
      [
        '# logs',
        '_2025-01-31 · Read: 1 log, 1 run, 60 points. 2 files that are no logs were left out._',
        '**Overfitting since epoch 12. Best val_loss 0.3 at epoch 12. Suggested 12 epochs (11–14).**',
        [
          '| Run | State | Epochs | Best | Suggested | Saves |',
          '| --- | --- | ---: | ---: | ---: | ---: |',
          '| training.csv | Overfitting since epoch 12 | 30 | val_loss 0.3 @ 12 | 12 (11–14) | 18 epochs (60 %) |',
        ].join('\n'),
        '## training.csv',
        '(picture)',
        [
          '- **Verdict**: Overfitting since epoch 12. Best val_loss 0.3 at epoch 12.',
          '- **Suggestion**: Suggested 12 epochs (11–14). Validation loss is lowest at epoch 12 (0.3) and has risen 56.7 % since, while training loss still falls.',
          '- **What it means**: Stopping at 12 instead of 30 keeps the best model and saves 18 epochs (about 3 m per run).',
        ].join('\n'),
        '### Findings',
        '- Overfitting since epoch 12: val_loss rose 56.7 % above its minimum (0.3 @ 12) while loss kept falling. Stop earlier: early stopping with a patience, keeping the best checkpoint.',
        '### Early stopping, replayed',
        [
          '| Rule | Would have stopped | Kept | Cost | Saved |',
          '| --- | ---: | ---: | ---: | ---: |',
          '| Patience 3 | after 15 | 0.3 @ 12 | nothing | 15 epochs (2 m 30 s) |',
          '| Patience 20 | never | 0.3 @ 12 | nothing | – |',
        ].join('\n'),
        '_From a single run; another seed or fold may move the optimum._',
        '## What could not be read',
        '- bad.csv: Line 7: The row has another number of cells than the header; it was read as far as it fits.',
        '',
      ].join('\n\n'),
    );
    assert.ok(after.split('\n- ').length > 4);
  });
});

describe('the report of folds', () => {
  it('has their mean with its spread and their consensus', () => {
    const text = words(renderMarkdown(reportOf([folds]), plainly));
    assert.ok(
      text.includes(
        [
          '**2 runs: 2 × overfitting. Together they support 12 epochs (11–14). Following the suggestions saves 36 epochs of 60 (60 %).**',
        ].join('\n'),
      ),
    );
    assert.ok(
      text.includes(
        [
          '## Consensus',
          '',
          '| Runs of one thing | Best, mean ± spread | Reached at | Suggested |',
          '| --- | ---: | ---: | ---: |',
          '| 2 runs of cv/fold\\*.csv | 0.3 ± 0.012 | 12.5 ± 0.7 | 12 (11–14) |',
          '',
          'cv/fold\\*.csv: Suggested 12 epochs (11–14). The mean curve of 2 runs is best here; each alone has its best at 12.5 ± 0.7 epochs.',
        ].join('\n'),
      ),
    );
  });
});

describe('the short report', () => {
  it('has tables and curves of text, and no pictures', () => {
    assert.equal(
      renderShort(reportOf([alone]), plainly),
      [
        '### logs',
        '**Overfitting since epoch 12. Best val_loss 0.3 at epoch 12. Suggested 12 epochs (11–14).**',
        [
          '| Run | State | Epochs | Best | Suggested | Saves | Curve |',
          '| --- | --- | ---: | ---: | ---: | ---: | --- |',
          '| training.csv | Overfitting since epoch 12 | 30 | val_loss 0.3 @ 12 | 12 (11–14) | 18 epochs (60 %) | █▇▆▄▃▂▁▁▁▁▁▂▂▂▂▃ |',
        ].join('\n'),
        '_2025-01-31 · Read: 1 log, 1 run, 60 points. 2 files that are no logs were left out._\n',
      ].join('\n\n'),
    );
  });
});

describe('the report as a page', () => {
  it('needs nothing else: no scripts, no addresses, and a policy that forbids both', () => {
    const html = renderHtml(reportOf([alone]), plainly);
    assert.doesNotMatch(html, /<script|<link|<img|<iframe|\son\w+=|href=|src=/);
    assert.match(html, /content="default-src 'none'; style-src 'unsafe-inline'"/);
    // The namespace of the pictures is a name, not an address anything is loaded from.
    const addresses = html.replaceAll('http://www.w3.org/2000/svg', '').match(/https?:/g);
    assert.equal(addresses, null);
  });

  it('has one element for each part', () => {
    const html = renderHtml(reportOf([folds]), plainly);
    const count = (part: string): number => html.split(part).length - 1;
    assert.deepEqual(['<h1>', '<h2>', '<figure>', '<table>', '<dl>'].map(count), [1, 5, 2, 4, 2]);
  });
});

/** Characters that ring, hide or reorder what is beside them. */
function invisible(text: string): string[] {
  return ['\u0007', '\u202E'].filter(character => text.includes(character));
}

describe('hostile names in a report', () => {
  const names = [
    '<img src=x onerror=alert(1)>',
    '](command:workbench.action.quit)',
    'a|b',
    '`x`',
    'c\u0007\u202Ed',
    '</svg><script>alert(1)</script>',
    '{place}',
  ];
  const model = buildReport({
    ...reportOf(names.map(name => ({ ...alone, name, runs: [overfittingRun({ name })] }))),
    title: names.join(' '),
  });

  it('are text in Markdown', () => {
    const text = words(renderMarkdown(model, plainly));
    assert.doesNotMatch(text, /<(?!div>|\/div>)|[^\\]\]\(|[^\\]`/);
    assert.deepEqual(invisible(text), []);
    const row = text.split('\n').find(line => line.startsWith('| a'));
    assert.equal(row?.split(/(?<!\\)\|/).length, 8);
    assert.ok(text.includes('| \\{place\\} |'));
  });

  it('are text in the short form', () => {
    assert.doesNotMatch(renderShort(model, plainly), /<|[^\\]\]\(|[^\\]`/);
  });

  it('are text in the page', () => {
    const html = renderHtml(model, plainly);
    assert.doesNotMatch(html, /<img|<script/);
    assert.deepEqual(invisible(html), []);
    assert.match(html, /&lt;img src=x onerror=alert\(1\)&gt;/);
  });
});
