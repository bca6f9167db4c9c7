import { languageOf } from '../core/config/languages/index';
import type { ConfigReading, ConfigSetting } from '../core/config/setting';
import { shownName } from '../core/report/shownName';
import type { Command } from './command';
import { eachPath } from './output';
import { LineIndex } from './position';
import { readText } from './readText';

/** The language a file is said to be in when none of ours knows it. */
const UNKNOWN = 'unknown';

/** `epoch-lens settings FILE…` */
export const settings: Command = {
  name: 'settings',
  summary: 'the epoch settings of config files and scripts',
  usage: 'FILE…',
  options: [],
  run: (args, io) =>
    eachPath(args, io, async path => {
      const text = await readText(path);
      const language = languageOf(path);
      const reading = language?.read(text) ?? { settings: [], problems: [] };
      return {
        json: () => settingsJson(path, language?.id ?? UNKNOWN, text, reading.settings),
        text: () => settingsText(path, language !== null, text, reading),
      };
    }),
};

/** The settings of a file as `settings --json` prints them (architecture.md, "The command line"). */
export function settingsJson(
  path: string,
  language: string,
  text: string,
  found: readonly ConfigSetting[],
): object {
  const lines = new LineIndex(text);
  return {
    path,
    language,
    settings: found.map(({ kind, key, keyPath, start, cell, ...rest }) => ({
      kind,
      key,
      keyPath,
      ...lines.at(start),
      cell,
      text: rest.text,
      value: rest.value,
      editable: rest.editable,
      primary: rest.primary,
    })),
  };
}

function settingsText(
  path: string,
  known: boolean,
  text: string,
  { settings: found, problems }: ConfigReading,
): string {
  if (!known) return `${shownName(path)}: not a language settings are found in`;
  const lines = new LineIndex(text);
  const rows = found.map(setting => {
    const { line, column } = lines.at(setting.start);
    const what = setting.primary ? setting.kind : `${setting.kind}, not the total`;
    const value = shownName(setting.text);
    return `${shownName(path)}:${line}:${column}  ${shownName(setting.key)} = ${value}  (${what})`;
  });
  if (rows.length === 0) rows.push(`${shownName(path)}: no epoch setting`);
  const first = problems[0];
  if (first) rows.push(`${shownName(path)}:${lines.at(first.offset).line}: ${excuse(first.code)}`);
  return rows.join('\n');
}

function excuse(code: ConfigReading['problems'][number]['code']): string {
  switch (code) {
    case 'syntax':
      return 'a syntax error; the intact parts were read';
    case 'too-large':
      return 'too large to be read whole';
    case 'too-deep':
      return 'nested too deeply to be read';
  }
}
