import * as vscode from 'vscode';
import { languageOf } from '../core/config/languages/index';
import type { ConfigSetting, TextNumber } from '../core/config/setting';
import { type NotebookCell, notebookCellOf, notebookText } from './notebookCell';

/** A setting and what tells it apart from the others of its file, whatever its value and place. */
export interface IdentifiedSetting {
  readonly id: string;
  readonly setting: ConfigSetting;
}

/** Larger texts are no configs. */
export const LARGEST_CONFIG = 20_000_000;

/** What was read from a document. */
interface Read {
  readonly settings: readonly IdentifiedSetting[];
  readonly textNumbers: readonly TextNumber[];
}

/** The epoch settings of open documents, read once per version. */
export class ConfigSettings {
  readonly #read = new WeakMap<vscode.TextDocument, Read & { readonly version: string }>();

  /** The settings of a document as it is now; none where it is no config. */
  of(document: vscode.TextDocument): readonly IdentifiedSetting[] {
    return this.#readingOf(document).settings;
  }

  /** Numbers that PyYAML would read as text, in a config as it is now. */
  textNumbersOf(document: vscode.TextDocument): readonly TextNumber[] {
    return this.#readingOf(document).textNumbers;
  }

  /** The setting whose value or key stands at `position`. */
  at(document: vscode.TextDocument, position: vscode.Position): IdentifiedSetting | undefined {
    const offset = document.offsetAt(position);
    return this.of(document).find(({ setting }) => {
      const { start, end, keyStart, keyEnd } = setting;
      return within(offset, start, end) || within(offset, keyStart, keyEnd);
    });
  }

  #readingOf(document: vscode.TextDocument): Read {
    const before = this.#read.get(document);
    const cell = notebookCellOf(document);
    const version = `${document.version} ${cell?.notebook.version ?? ''}`;
    if (before?.version === version) return before;
    const reading =
      cell === null ? readDocument(document) : { settings: settingsInCell(cell), textNumbers: [] };
    this.#read.set(document, { version, ...reading });
    return reading;
  }
}

/** Where the value of a setting stands. */
export function valueRange(document: vscode.TextDocument, setting: ConfigSetting): vscode.Range {
  return new vscode.Range(document.positionAt(setting.start), document.positionAt(setting.end));
}

/** Gives each setting an identity: its kind, its path, and which one it is of those that share both. */
export function identified(settings: readonly ConfigSetting[]): readonly IdentifiedSetting[] {
  const seen = new Map<string, number>();
  return settings.map(setting => {
    const name = [setting.kind, setting.keyPath ?? setting.key, setting.cell ?? ''].join('|');
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return { id: `${name}|${before}`, setting };
  });
}

/** The cells of a notebook are read together, because names go from one to the next. */
function settingsInCell({ notebook, index }: NotebookCell): readonly IdentifiedSetting[] {
  const text = notebookText(notebook);
  if (text.length > LARGEST_CONFIG) return [];
  const settings = languageOf(notebook.uri.path)?.read(text).settings ?? [];
  return identified(settings).filter(({ setting }) => setting.cell === index);
}

function readDocument(document: vscode.TextDocument): Read {
  const language = languageOf(document.uri.path, document.languageId);
  const text = language === null ? '' : document.getText();
  if (language === null || text.length > LARGEST_CONFIG) return { settings: [], textNumbers: [] };
  const { settings, textNumbers = [] } = language.read(text);
  return { settings: identified(settings), textNumbers };
}

function within(offset: number, start: number | null, end: number | null): boolean {
  return start !== null && end !== null && offset >= start && offset <= end;
}
