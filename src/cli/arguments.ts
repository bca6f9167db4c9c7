import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import type { Command, CommandArguments } from './command';

/** What was typed, understood: arguments to run with, a wish for help, or a mistake to explain. */
export type ParsedArguments =
  | { readonly kind: 'run'; readonly args: CommandArguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'mistake'; readonly message: string };

/** Reads what follows the name of a command. Options may stand anywhere; after `--` everything is a path. */
export function parseArguments(command: Command, argv: readonly string[]): ParsedArguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: optionsOf(command),
      allowPositionals: true,
    });
    if (values['help'] === true) return { kind: 'help' };
    const entries = Object.entries(values);
    const lists = Object.fromEntries(entries.filter(isList));
    const options = Object.fromEntries(entries.filter(isSingle));
    const message = wrongChoice(command, options) ?? missingPath(command, positionals);
    if (message !== null) return { kind: 'mistake', message };
    const json = options['json'] === true;
    return { kind: 'run', args: { paths: positionals, json, options, lists } };
  } catch (error) {
    return { kind: 'mistake', message: firstSentence(error) };
  }
}

type Given = string | boolean | (string | boolean)[] | undefined;

function isList(entry: [string, Given]): entry is [string, string[]] {
  return Array.isArray(entry[1]);
}

function isSingle(entry: [string, Given]): entry is [string, string | boolean | undefined] {
  return !Array.isArray(entry[1]);
}

type OptionsConfig = NonNullable<ParseArgsConfig['options']>;

function optionsOf(command: Command): OptionsConfig {
  const config: OptionsConfig = {
    help: { type: 'boolean', short: 'h' },
    json: { type: 'boolean' },
  };
  for (const option of command.options) {
    const type = option.value === null ? 'boolean' : 'string';
    config[option.name] = { type, multiple: option.repeats ?? false };
  }
  return config;
}

function wrongChoice(
  command: Command,
  values: Readonly<Record<string, string | boolean | undefined>>,
): string | null {
  for (const { name, choices } of command.options) {
    const value = values[name];
    if (choices === undefined || typeof value !== 'string' || choices.includes(value)) continue;
    return `--${name} is one of ${choices.join(', ')}, not '${value}'`;
  }
  return null;
}

function missingPath(command: Command, paths: readonly string[]): string | null {
  return paths.length === 0 ? `${command.name} needs ${command.usage}` : null;
}

/** Node's own message explains more than what was wrong. */
function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('. ')[0] ?? message;
}
