// Bundles everything: node scripts/build.mjs [--production] [--watch] [--tests] [--bench]
import { build, context } from 'esbuild';
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  configDocuments,
  coreBundle,
  coreLate,
  editorOnce,
  parsersBundle,
  parsersLate,
} from './lib/lateLoading.mjs';

const flags = new Set(process.argv.slice(2));
const production = flags.has('--production');
const shared = {
  bundle: true,
  sourcemap: !production,
  minify: production,
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': production ? '"production"' : '"development"' },
};
const node = {
  ...shared,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  // jsonc-parser's `main` is UMD that requires by computed names; only its module build can be bundled.
  mainFields: ['module', 'main'],
};

/** What ships: one bundle for each place the code runs in. */
const bundles = [
  {
    ...node,
    entryPoints: { desktop: 'src/extension/desktop.ts' },
    outdir: 'dist',
    plugins: [configDocuments, coreLate, editorOnce, parsersLate],
  },
  {
    ...node,
    entryPoints: { core: 'core' },
    outdir: 'dist',
    plugins: [coreBundle, parsersLate],
  },
  {
    ...node,
    entryPoints: { parsers: 'parsers' },
    outdir: 'dist',
    plugins: [parsersBundle],
  },
  {
    ...node,
    entryPoints: { worker: 'src/extension/worker.ts' },
    outdir: 'dist',
  },
  {
    ...node,
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: 'dist',
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...shared,
    platform: 'browser',
    target: 'es2022',
    format: 'cjs',
    external: ['vscode'],
    entryPoints: { web: 'src/extension/web.ts' },
    outdir: 'dist',
    plugins: [editorOnce],
  },
  {
    ...shared,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    entryPoints: { webview: 'src/webview/main.ts' },
    outdir: 'dist',
  },
];

/** Every file below `folder` whose name ends with `suffix`. */
function files(folder, suffix) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path, suffix);
    return entry.name.endsWith(suffix) ? [path] : [];
  });
}

const tests = () => ({
  ...node,
  packages: 'external',
  sourcemap: true,
  entryPoints: [...files('test', '.test.ts'), ...['test/extension/runner.ts'].filter(existsSync)],
  outbase: '.',
  outdir: 'out',
});
const bench = () => ({
  ...node,
  packages: 'external',
  entryPoints: files('bench', '.ts'),
  outbase: '.',
  outdir: 'out',
});

// The engine for databases is read when the first one is opened, from beside the bundle that does.
mkdirSync('dist', { recursive: true });
copyFileSync('node_modules/sql.js/dist/sql-wasm.wasm', 'dist/sql-wasm.wasm');

const wanted = bundles.filter(bundle =>
  Object.values(bundle.entryPoints).every(path => !path.includes('/') || existsSync(path)),
);
if (flags.has('--tests')) wanted.push(tests());
if (flags.has('--bench')) wanted.push(bench());
if (flags.has('--watch')) {
  for (const bundle of wanted) await (await context(bundle)).watch();
} else {
  // What failed has been printed by esbuild, with its place.
  const ended = await Promise.allSettled(wanted.map(bundle => build(bundle)));
  if (ended.some(({ status }) => status === 'rejected')) process.exitCode = 1;
}
