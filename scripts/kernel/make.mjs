// Writes the bytes of the kernels into the sources: node scripts/kernel/make.mjs; with --check it only compares them.
import { readFileSync, writeFileSync } from 'node:fs';
import { compile } from './compile.mjs';

const LINE = 90;
const LOG = new URL('../../src/core/log/', import.meta.url);

/** Each kernel: its own source behind that of the numbers, where its bytes go, their name, and what it does. */
const KERNELS = [
  ['rows', 'bytes/rowKernelBytes.ts', 'ROW_KERNEL', 'reads rows of numbers'],
  ['lines', 'formats/text/lineKernelBytes.ts', 'LINE_KERNEL', 'reads lines of known shapes'],
];

const textOf = name => readFileSync(new URL(`${name}.kernel.ts`, import.meta.url), 'utf8');

/** The source that holds a kernel's bytes. */
function sourceOf(kernel, name, does) {
  const bytes = compile(`${textOf('numbers')}\n${textOf(kernel)}`);
  const lines = Buffer.from(bytes)
    .toString('base64')
    .match(new RegExp(`.{1,${LINE}}`, 'g'));
  return `// Made by scripts/kernel/make.mjs from scripts/kernel/${kernel}.kernel.ts: change that instead.

/** The WebAssembly of a kernel that ${does}, in base64. */
export const ${name} =
${lines.map(line => `  '${line}'`).join(' +\n')};
`;
}

for (const [kernel, target, name, does] of KERNELS) {
  const file = new URL(target, LOG);
  const made = sourceOf(kernel, name, does);
  if (!process.argv.includes('--check')) writeFileSync(file, made);
  else if (readFileSync(file, 'utf8') !== made) process.exit(1);
}
