import type { Command, CommandOption } from './command';

const JSON_OPTION: CommandOption = {
  name: 'json',
  value: null,
  summary: 'one JSON object per argument, one per line',
};

/** What `epoch-lens --help` prints. */
export function mainHelp(commands: readonly Command[]): string {
  const rows = commands.map(each => [`${each.name} ${each.usage}`, each.summary] as const);
  return [
    'epoch-lens reads training logs and says how many epochs they support.',
    '',
    'Usage: epoch-lens COMMAND PATH…',
    '',
    ...table(rows),
    '',
    ...table([
      ['COMMAND --help', 'options of a command'],
      ['--version', 'the version'],
    ]),
    '',
    'Exit status: 0, or 2 when the command line or a path could not be read.',
    '',
  ].join('\n');
}

/** What `epoch-lens COMMAND --help` prints. */
export function commandHelp(command: Command): string {
  const options = [...command.options, JSON_OPTION];
  return [
    `Usage: epoch-lens ${command.name} ${command.usage}`,
    '',
    sentence(command.summary),
    '',
    ...table(options.map(option => [optionText(option), option.summary] as const)),
    '',
  ].join('\n');
}

function optionText(option: CommandOption): string {
  return option.value === null ? `--${option.name}` : `--${option.name} ${option.value}`;
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
