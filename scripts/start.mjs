// npm start: installs what is missing, builds, and opens VS Code with the extension on samples/.
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import util from 'node:util';
import { build } from './lib/build.mjs';
import { findDesktop, openDesktop } from './lib/desktop.mjs';
import { root, tools } from './lib/paths.mjs';
import { requireFreePort } from './lib/ports.mjs';
import { prepareDependencies, requireNode } from './lib/prepare.mjs';
import { main } from './lib/processes.mjs';
import { Sentence } from './lib/sentence.mjs';
import { QUIET, serve, writeSettings } from './lib/serve.mjs';
import { installInto } from './lib/shipped.mjs';
import { installServer } from './lib/vscodeServer.mjs';

const HELP = `npm start -- [options]

  --folder PATH  what to open (samples/)
  --port N       port of the VS Code server (8421)
  --server       the VS Code server in a browser, even where a desktop VS Code is installed
  --desktop      the desktop VS Code, or fail`;

function readOptions() {
  try {
    const { values } = util.parseArgs({
      options: {
        folder: { type: 'string', default: join(root, 'samples') },
        port: { type: 'string', default: '8421' },
        server: { type: 'boolean', default: false },
        desktop: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new Sentence(`${error.message}\n\n${HELP}`);
  }
}

function portOf(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Sentence(`--port needs a number from 1 to 65535, not ${text}.`);
}

function folderOf(text) {
  const folder = resolve(text);
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  throw new Sentence(`There is no folder ${folder}.`);
}

async function openServer(folder, port) {
  const data = join(tools, 'start');
  const extensions = join(data, 'extensions');
  const program = await installServer();
  installInto(extensions);
  writeSettings(data, QUIET, 'wx');
  const server = await serve(program, { port, data, extensions, folder });
  console.log(
    `\nVS Code with Epoch Lens is running. Open ${server.url} in a browser; Ctrl-C ends it.`,
  );
  await server.ended;
}

await main(async () => {
  requireNode();
  const options = readOptions();
  if (options.help) return console.log(HELP);
  const folder = folderOf(options.folder);
  const port = portOf(options.port);
  const code = options.server ? null : findDesktop();
  if (options.desktop && !code)
    throw new Sentence('There is no desktop VS Code here: no command `code`, or no display.');
  if (!code) await requireFreePort(port);
  await prepareDependencies();
  await build();
  if (!code) return openServer(folder, port);
  console.log('VS Code with Epoch Lens is open. Closing its window, or Ctrl-C, ends it.');
  await openDesktop(code, folder);
});
