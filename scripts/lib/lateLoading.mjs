// What the extension loads late, so that a window with it opens as quickly as one without.
import { build as bundled } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { runInThisContext } from 'node:vm';
import { root } from './paths.mjs';

/** Parsers and engines: more than half of the code, and most windows need one or two of them, later. */
const LATE = [
  ...['@lezer/common', '@lezer/javascript', '@lezer/python', '@plutojl/lezer-julia', 'lezer-r'],
  ...['fflate', 'jsonc-parser', 'sql.js', 'toml-eslint-parser', 'unbash', 'yaml'],
];
const pattern = names => new RegExp(`^(?:${names.join('|').replaceAll('/', '\\/')})$`);

/** Of the core, what activating itself needs: small, and without state. */
const NEAR = [
  ...[
    'analysis/preferences',
    'log/database/wasmDatabase',
    'log/format',
    'log/patterns/patternsFrom',
    'project/groupedBy',
  ],
  ...['run/coalesce', 'run/pause'],
];

/** A module whose names are read from a bundle beside this one when one of them is first used. */
const later = (file, path, names) => `
  let module;
  const load = () => (module ??= require('./${file}.js').get(${JSON.stringify(path)}));
  Object.defineProperty(exports, '__esModule', { value: true });
  for (const name of ${JSON.stringify(names)})
    Object.defineProperty(exports, name, { enumerable: true, get: () => load()[name] });`;

/** The bundle they are read from: each module is made when it is asked for. */
const holder = (paths, requested) => `
  const modules = { ${paths.map(path => `${JSON.stringify(path)}: () => require('${requested(path)}')`).join(',\n')} };
  exports.get = path => modules[path]();`;

/** For the bundle of the extension: these packages are read late. */
export const parsersLate = {
  name: 'parsers-late',
  setup(build) {
    build.onResolve({ filter: pattern(LATE) }, ({ path }) => ({ path, namespace: 'late' }));
    build.onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => ({
      contents: later('parsers', path, namesOf(path)),
    }));
    build.onResolve({ filter: /^\.\/parsers\.js$/ }, ({ path }) => ({ path, external: true }));
  },
};

/** The bundle of the packages. */
export const parsersBundle = {
  name: 'parsers-bundle',
  setup(build) {
    build.onResolve({ filter: /^parsers$/ }, ({ path }) => ({ path, namespace: 'parsers' }));
    build.onResolve({ filter: /^late:/ }, ({ path }) => ({ path, namespace: 'package' }));
    build.onLoad({ filter: /.*/, namespace: 'parsers' }, () => ({
      contents: holder(LATE, name => `late:${name}`),
    }));
    build.onLoad({ filter: /.*/, namespace: 'package' }, ({ path }) => {
      const name = JSON.stringify(path.slice('late:'.length));
      const named = `export * from ${name};`;
      const isDefault = namesOf(JSON.parse(name)).includes('default');
      return {
        resolveDir: root,
        contents: isDefault ? `${named} export { default } from ${name};` : named,
      };
    });
  },
};

/** For the bundle of the extension: the core, which it asks from its first work on, is read late. */
export const coreLate = {
  name: 'core-late',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\/.*\bcore\// }, ({ path, resolveDir, importer }) => {
      const inCore = coreModule(resolveDir, path);
      const isLate =
        coreModule(importer, '.') === null && inCore !== null && !NEAR.includes(inCore);
      return isLate ? { path: inCore, namespace: 'late-core' } : undefined;
    });
    build.onLoad({ filter: /.*/, namespace: 'late-core' }, ({ path }) => ({
      contents: later('core', path, [...lateCore().get(path)]),
    }));
    build.onResolve({ filter: /^\.\/core\.js$/ }, ({ path }) => ({ path, external: true }));
  },
};

/** The bundle of the core. */
export const coreBundle = {
  name: 'core-bundle',
  setup(build) {
    build.onResolve({ filter: /^core$/ }, ({ path }) => ({ path, namespace: 'core' }));
    build.onLoad({ filter: /.*/, namespace: 'core' }, () => ({
      resolveDir: root,
      contents: holder([...lateCore().keys()], path => `./src/core/${path}`),
    }));
  },
};

/** Worked out when the extension is built, so that activating it needs none of the languages. */
export const configDocuments = {
  name: 'config-documents',
  setup(build) {
    build.onLoad({ filter: /[\\/]configDocuments\.ts$/ }, async ({ path }) => ({
      contents: Object.entries(await evaluated(path))
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n'),
    }));
  },
};

/** What a pure module exports. */
async function evaluated(path) {
  const { outputFiles } = await bundled({
    ...{ entryPoints: [path], bundle: true, write: false, format: 'cjs', platform: 'node' },
    mainFields: ['module', 'main'],
  });
  const module = { exports: {} };
  const run = runInThisContext(`((module, require) => {${outputFiles[0].text}\n})`);
  run(module, createRequire(import.meta.url));
  return module.exports;
}

/** The path below src/core of what is imported, without its ending; null for what is elsewhere. */
function coreModule(folder, path) {
  const whole = relative(join(root, 'src', 'core'), resolve(folder, path)).replaceAll('\\', '/');
  return whole.startsWith('..') ? null : whole.replace(/\.ts$/, '');
}

/** By module of the core: what of it the extension and what reads for it name. */
function lateCore() {
  const late = new Map();
  for (const file of ['src/extension', 'src/node'].flatMap(sources)) {
    for (const [, what, from] of readFileSync(file, 'utf8').matchAll(VALUES)) {
      const path = from.startsWith('.') ? coreModule(dirname(file), from) : null;
      if (path === null || NEAR.includes(path)) continue;
      late.set(path, new Set([...(late.get(path) ?? []), ...importedNames(what)]));
    }
  }
  return late;
}

/** The editor's API is looked at once, not by each file that uses it: that alone took a fifth of the loading. */
export const editorOnce = {
  name: 'editor-once',
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ path, namespace }) =>
      namespace === 'editor' ? { path, external: true } : { path, namespace: 'editor' },
    );
    build.onLoad({ filter: /.*/, namespace: 'editor' }, () => ({
      contents: `const editor = require('vscode');\n${editorNames()
        .map(name => `export const ${name} = editor.${name};`)
        .join('\n')}`,
    }));
  },
};

/** Statements that import values; what, and from where. */
const VALUES = /^import (?!type\b)([^;]*?) from '([^']+)';/gm;

/** The values that a statement imports; `default` for `import it from`. */
function importedNames(what) {
  const named = what.startsWith('{') ? what.replace(/[{}]/g, '').split(',') : ['default'];
  return named
    .map(one => one.trim())
    .filter(one => one !== '' && !one.startsWith('type '))
    .map(one => one.split(' ')[0]);
}

/** What of a package the sources name. */
function namesOf(name) {
  const statements = all('src', VALUES).filter(([, , from]) => from === name);
  return unique(statements.flatMap(([, what]) => importedNames(what)));
}

/** What of the API the extension uses; esbuild warns of a use that is not among them. */
function editorNames() {
  return unique(all('src/extension', /\bvscode\.(\w+)/g).map(([, name]) => name));
}

/** Every place of the sources below a folder that an expression matches. */
function all(folder, expression) {
  return sources(folder).flatMap(path => [...readFileSync(path, 'utf8').matchAll(expression)]);
}

/** The paths of the sources below a folder. */
function sources(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .filter(path => path.endsWith('.ts'))
    .map(path => join(root, folder, path));
}

const unique = names => [...new Set(names)].sort();
