import type { Block, Column, Row } from './blocks';
import { composeReport } from './compose';
import { escapeMarkup } from './escape';
import type { ReportModel } from './model';
import { darkPalette, lightPalette } from './palette';
import type { Say } from './say';
import { shownName } from './shownName';
import { curveSvg, plannedBeyond } from './svg';

/** The report as one file that needs nothing else: no scripts, no addresses; light and dark as the reader's system. */
export function renderHtml(model: ReportModel, say: Say, language = 'en'): string {
  const body = composeReport(model, say).map(block => blockText(block, say));
  return [
    '<!DOCTYPE html>',
    `<html lang="${escapeMarkup(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeMarkup(shownName(model.title))}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...body.filter(text => text !== ''),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const STYLE = [
  `:root{--text:#1c1c1c;--soft:#5a5a5a;--line:${lightPalette.grid};--page:#fff;--band:#f6f6f4}`,
  `@media (prefers-color-scheme:dark){:root{--text:#e6e6e6;--soft:${darkPalette.text};--line:${darkPalette.grid};--page:${darkPalette.background};--band:#272727}}`,
  'body{margin:0;background:var(--page);color:var(--text);font:15px/1.5 system-ui,sans-serif}',
  'main{max-width:64rem;margin:0 auto;padding:2rem 1.25rem 4rem;overflow-wrap:anywhere}',
  'h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}',
  'h2{font-size:1.15rem;margin:2.25rem 0 .5rem;padding-top:1rem;border-top:1px solid var(--line)}',
  'h3{font-size:.95rem;margin:1.25rem 0 .25rem}',
  '.lead{font-size:1.1rem;margin:1rem 0 1.25rem}',
  '.note{color:var(--soft);font-size:.9rem;margin:.4rem 0}',
  '.table{overflow-x:auto}',
  'table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.9rem}',
  'th,td{text-align:left;padding:.3rem 1rem .3rem 0;border-bottom:1px solid var(--line);vertical-align:top;white-space:nowrap}',
  'th{font-weight:600;color:var(--soft)}',
  '.right{text-align:right}',
  'dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:.75rem 0}',
  'dt{color:var(--soft)}',
  'dd{margin:0}',
  'ul{margin:.4rem 0;padding-left:1.2rem}',
  'figure{margin:.75rem 0}',
  'figure>svg{max-width:100%;height:auto}',
  '@media print{h2{break-after:avoid}figure,table{break-inside:avoid}}',
].join('\n');

function blockText(block: Block, say: Say): string {
  switch (block.kind) {
    case 'heading':
      return element(`h${block.level}`, block.text);
    case 'paragraph':
      return element('p', block.text);
    case 'lead':
      return `<p class="lead">${escapeMarkup(block.text)}</p>`;
    case 'note':
      return `<p class="note">${escapeMarkup(block.text)}</p>`;
    case 'code':
      return `<pre>${escapeMarkup(block.text)}</pre>`;
    case 'list':
      return `<ul>${block.items.map(item => element('li', item)).join('')}</ul>`;
    case 'facts':
      return `<dl>${block.items.map(({ name, text }) => element('dt', name) + element('dd', text)).join('')}</dl>`;
    case 'table':
      return table(block.columns, block.rows);
    case 'figure':
      return figure(block, say);
  }
}

function element(name: string, text: string): string {
  return `<${name}>${escapeMarkup(text)}</${name}>`;
}

function table(columns: readonly Column[], rows: readonly Row[]): string {
  const cell = (name: 'th' | 'td', text: string, index: number): string => {
    const side = columns[index]?.align === 'right' ? ' class="right"' : '';
    return `<${name}${side}>${escapeMarkup(text)}</${name}>`;
  };
  const head = columns.map(({ title }, index) => cell('th', title, index)).join('');
  const body = rows.map(row => `<tr>${row.map((text, i) => cell('td', text, i)).join('')}</tr>`);
  return `<div class="table"><table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

function figure({ of }: Extract<Block, { kind: 'figure' }>, say: Say): string {
  const size = { width: 860, height: 280, theme: 'css', say } as const;
  const svg = curveSvg(of.run, of.analysis, { ...size, configured: plannedBeyond(of) });
  return svg === '' ? '' : `<figure>${svg}</figure>`;
}
