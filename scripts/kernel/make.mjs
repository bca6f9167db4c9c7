// Writes the bytes of the kernel into the sources: node scripts/kernel/make.mjs; with --check it only compares them.
import { readFileSync, writeFileSync } from 'node:fs';
import { compile } from './compile.mjs';

const LINE = 90;

/** The source that holds a kernel's bytes. */
function sourceOf(kernel) {
  const text = Buffer.from(
    compile(readFileSync(new URL(kernel, import.meta.url), 'utf8')),
  ).toString('base64');
  const lines = text.match(new RegExp(`.{1,${LINE}}`, 'g'));
  return `// Made by scripts/kernel/make.mjs from scripts/kernel/${kernel}: change that instead.

/** The WebAssembly of a kernel that reads rows of numbers, in base64. */
export const ROW_KERNEL =
${lines.map(line => `  '${line}'`).join(' +\n')};
`;
}

const TARGET = new URL('../../src/core/log/bytes/rowKernelBytes.ts', import.meta.url);
const made = sourceOf('rows.kernel.ts');
if (!process.argv.includes('--check')) writeFileSync(TARGET, made);
else if (readFileSync(TARGET, 'utf8') !== made) process.exit(1);
