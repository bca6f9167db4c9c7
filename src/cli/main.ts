import { runCommandLine } from './commandLine';
import { commands } from './commands';
import { ProcessIo } from './processIo';

const io = new ProcessIo(process);

// The status is only set: process.exit() would cut what a pipe has not read yet.
void runCommandLine(process.argv.slice(2), commands, io).then(status => {
  io.finish();
  process.exitCode = status;
});
