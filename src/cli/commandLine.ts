import { version } from '../../package.json';
import { parseArguments } from './arguments';
import type { Command, CommandIo } from './command';
import { commandHelp, mainHelp } from './help';
import { FAILED, reasonOf } from './output';

/** Runs one command line (without the program's own name) and resolves with its exit status. Never throws. */
export async function runCommandLine(
  argv: readonly string[],
  commands: readonly Command[],
  io: CommandIo,
): Promise<number> {
  const [first, ...rest] = argv;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    await io.print(mainHelp(commands));
    return first === undefined ? FAILED : 0;
  }
  if (first === '--version' || first === '-v') {
    await io.print(`${version}\n`);
    return 0;
  }
  const command = commands.find(each => each.name === first);
  if (command === undefined) {
    io.complain(`epoch-lens: '${first}' is no command; see epoch-lens --help`);
    return FAILED;
  }
  return runCommand(command, rest, io);
}

async function runCommand(
  command: Command,
  argv: readonly string[],
  io: CommandIo,
): Promise<number> {
  const parsed = parseArguments(command, argv);
  switch (parsed.kind) {
    case 'help':
      await io.print(commandHelp(command));
      return 0;
    case 'mistake':
      io.complain(
        `epoch-lens ${command.name}: ${parsed.message}; see epoch-lens ${command.name} --help`,
      );
      return FAILED;
    case 'run':
      try {
        return await command.run(parsed.args, io);
      } catch (error) {
        io.complain(`epoch-lens ${command.name}: ${reasonOf(error)}`);
        return FAILED;
      }
  }
}
