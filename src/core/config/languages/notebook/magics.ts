const COMMAND = /^\s*!/;
const MAGIC = /^\s*%/;
const CONTINUED = /\\\s*$/;

/**
 * Parts the code of notebook cells into Python and shell commands, both as long as the whole, with blanks where the
 * other stands, so that offsets stay. Other magics are in neither.
 */
export function splitMagics(whole: string): {
  readonly program: string;
  readonly commands: string;
} {
  let program = '';
  let commands = '';
  let isCommand = false;
  for (const line of whole.split(/(?<=\n)/)) {
    const continues: boolean = isCommand;
    const begins = COMMAND.test(line);
    const blank = line.replace(/[^\r\n]/g, ' ');
    isCommand = (continues || begins) && CONTINUED.test(line);
    program += continues || begins || MAGIC.test(line) ? blank : line;
    commands += continues ? line : begins ? line.replace('!', ' ') : blank;
  }
  return { program, commands };
}
