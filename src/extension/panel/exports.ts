import * as vscode from 'vscode';
import type { ExportKind, FromPanel } from '../../core/protocol';
import { failureSentence } from '../failures';
import { folderOf, picksOf } from '../logAddress';
import { baseName } from '../logParts';
import type { LogView } from '../logView';
import { say } from '../say';

type Export = Extract<FromPanel, { type: 'export' }>;

const FILTERS: Readonly<Record<ExportKind, Record<string, string[]>>> = {
  png: { PNG: ['png'] },
  svg: { SVG: ['svg'] },
  csv: { CSV: ['csv'] },
  json: { JSON: ['json'] },
  markdown: { Markdown: ['md'] },
};

const ENDINGS: Readonly<Record<ExportKind, string>> = {
  png: 'png',
  svg: 'svg',
  csv: 'csv',
  json: 'json',
  markdown: 'md',
};

/** Asks where to, and saves what the panel shows there: pictures as they are, values in full. Resolves to a sentence, or null when cancelled. */
export async function saveExport(log: LogView, wanted: Export): Promise<string | null> {
  const { kind } = wanted;
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Curves'),
    filters: FILTERS[kind],
    defaultUri: defaultPlace(log, wanted),
  });
  if (target === undefined) return null;
  try {
    for (const [uri, bytes] of await filesOf(log, wanted, target)) {
      await vscode.workspace.fs.writeFile(uri, bytes);
    }
  } catch (error) {
    return failureSentence(error, baseName(target), say);
  }
  return vscode.l10n.t('Saved {file}.', { file: baseName(target) });
}

/** What is written where: Markdown has its picture in a file beside it. */
async function filesOf(
  log: LogView,
  { kind, lines, x, picture, run }: Export,
  target: vscode.Uri,
): Promise<readonly (readonly [vscode.Uri, Uint8Array])[]> {
  const text = (content: string) => new TextEncoder().encode(content);
  switch (kind) {
    case 'png':
    case 'svg':
      return [[target, picture]];
    case 'csv':
    case 'json':
      return [[target, text(await log.ask({ kind: 'values', format: kind, lines, x }))]];
    case 'markdown': {
      const image = target.with({ path: target.path.replace(/(\.md)?$/i, '.png') });
      const words = await log.ask({ kind: 'markdown', run, image: baseName(image) });
      return [
        [target, text(words)],
        [image, picture],
      ];
    }
  }
}

/** The folder of a log; of several logs the one around them. */
function folderBeside(log: vscode.Uri): vscode.Uri {
  return picksOf(log) === null ? vscode.Uri.joinPath(log, '..') : folderOf(log);
}

/** Beside the log, called after it and what is shown. */
function defaultPlace(log: LogView, { kind, metric }: Export): vscode.Uri {
  const stem = log.title.replace(/\.[^.]*$/, '');
  const name = `${stem}-${metric}`.replace(/[^\p{L}\p{N}._-]+/gu, '-');
  return vscode.Uri.joinPath(folderBeside(log.uri), `${name}.${ENDINGS[kind]}`);
}
