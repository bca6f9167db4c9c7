import { languageOf } from '../core/config/languages/index';
import type { ConfigReading } from '../core/config/setting';
import { shownName } from '../core/report/shownName';
import type { Command } from './command';
import { eachPath } from './output';
import { LineIndex, SettingPlaces } from './position';
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
        json: () => settingsJson(path, language?.id ?? UNKNOWN, text, reading),
        text: () => settingsText(path, language !== null, text, reading),
      };
    }),
};

/** The settings of a file as `settings --json` prints them (architecture.md, "The command line"). */
export function settingsJson(
  path: string,
  language: string,
  text: string,
  { settings: found, cells }: Pick<ConfigReading, 'settings' | 'cells'>,
): object {
  const places = new SettingPlaces(text, cells);
  return {
    path,
    language,
    settings: found.map(setting => ({
      kind: setting.kind,
      key: setting.key,
      keyPath: setting.keyPath,
      ...places.at(setting),
      cell: setting.cell,
      text: setting.text,
      value: setting.value,
      editable: setting.editable,
      primary: setting.primary,
    })),
  };
}

function settingsText(
  path: string,
  known: boolean,
  text: string,
  { settings: found, problems, cells }: ConfigReading,
): string {
  if (!known) return `${shownName(path)}: not a language settings are found in`;
  const lines = new LineIndex(text);
  const places = new SettingPlaces(text, cells);
  const rows = found.map(setting => {
    const { line, column } = places.at(setting);
    const cell = setting.cell === null ? '' : `cell ${setting.cell + 1}:`;
    const what = setting.primary ? setting.kind : `${setting.kind}, not the total`;
    const value = shownName(setting.text);
    return `${shownName(path)}:${cell}${line}:${column}  ${shownName(setting.key)} = ${value}  (${what})`;
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
