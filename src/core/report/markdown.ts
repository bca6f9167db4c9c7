import type { Block, Column, Row } from './blocks';
import { composeReport } from './compose';
import { escapeMarkdown } from './escape';
import type { ReportModel } from './model';
import type { Say } from './say';
import { curveSvg, plannedBeyond } from './svg';

/** The report as one Markdown document; the figures are inline SVG, for a preview that draws them. */
export function renderMarkdown(model: ReportModel, say: Say): string {
  return markdownOf(composeReport(model, say), say);
}

/** Blocks as Markdown: every word escaped, one blank line between them. */
export function markdownOf(blocks: readonly Block[], say: Say): string {
  return `${blocks
    .map(block => blockText(block, say))
    .filter(text => text !== '')
    .join('\n\n')}\n`;
}

function blockText(block: Block, say: Say): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escapeMarkdown(block.text)}`;
    case 'paragraph':
      return escapeMarkdown(block.text);
    case 'lead':
      return `**${escapeMarkdown(block.text)}**`;
    case 'note':
      return `_${escapeMarkdown(block.text)}_`;
    case 'code':
      return fenced(block.text);
    case 'list':
      return block.items.map(item => `- ${escapeMarkdown(item)}`).join('\n');
    case 'facts':
      return block.items
        .map(({ name, text }) => `- **${escapeMarkdown(name)}**: ${escapeMarkdown(text)}`)
        .join('\n');
    case 'table':
      return table(block.columns, block.rows);
    case 'figure':
      return figure(block, say);
  }
}

/** A fence that no run of backticks in the text ends. */
function fenced(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

function table(columns: readonly Column[], rows: readonly Row[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  const rule = columns.map(({ align }) => (align === 'right' ? '---:' : '---')).join(' | ');
  return [line(columns.map(({ title }) => title)), `| ${rule} |`, ...rows.map(line)].join('\n');
}

/** Inside a `<div>`, up to the blank line, Markdown leaves everything as it is. */
function figure({ of }: Extract<Block, { kind: 'figure' }>, say: Say): string {
  const size = { width: 640, height: 220, theme: 'css', say } as const;
  const svg = curveSvg(of.run, of.analysis, { ...size, configured: plannedBeyond(of) });
  return svg === '' ? '' : `<div>\n${svg}\n</div>`;
}
