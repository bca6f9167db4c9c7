// What the extension loads late, so that a window with it opens as quickly as one without.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** Parsers and engines: more than half of the code, and most windows need one or two of them, later. */
const LATE = [
  ...['@lezer/common', '@lezer/javascript', '@lezer/python', '@plutojl/lezer-julia', 'lezer-r'],
  ...['fflate', 'jsonc-parser', 'sql.js', 'toml-eslint-parser', 'unbash', 'yaml'],
];
const pattern = names => new RegExp(`^(?:${names.join('|').replaceAll('/', '\\/')})$`);

/** For the bundle of the extension: these packages are read from `parsers.js` beside it when something of them is first used. */
export const parsersLate = {
  name: 'parsers-late',
  setup(build) {
    build.onResolve({ filter: pattern(LATE) }, ({ path }) => ({ path, namespace: 'late' }));
    build.onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => ({
      resolveDir: root,
      contents: `
        const load = () => require('./parsers.js').get(${JSON.stringify(path)});
        Object.defineProperty(exports, '__esModule', { value: true });
        for (const name of ${JSON.stringify(namesOf(path))})
          Object.defineProperty(exports, name, { enumerable: true, get: () => load()[name] });`,
    }));
    build.onResolve({ filter: /^\.\/parsers\.js$/ }, ({ path }) => ({ path, external: true }));
  },
};

/** The bundle they are read from: each package is made when it is asked for. */
export const parsersBundle = {
  name: 'parsers-bundle',
  setup(build) {
    build.onResolve({ filter: /^parsers$/ }, ({ path }) => ({ path, namespace: 'parsers' }));
    build.onResolve({ filter: /^late:/ }, ({ path }) => ({ path, namespace: 'package' }));
    build.onLoad({ filter: /.*/, namespace: 'parsers' }, () => ({
      contents: `
        const packages = { ${LATE.map(name => `${JSON.stringify(name)}: () => require('late:${name}')`).join(',\n')} };
        exports.get = name => packages[name]();`,
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

/** What of a package the sources name; `default` for `import it from`. */
function namesOf(name) {
  const statement = new RegExp(`^import (?!type\\b)([^;]*?) from '${name}';`, 'gm');
  const named = all('src', statement).flatMap(([, what]) =>
    what.startsWith('{') ? what.replace(/[{}]/g, '').split(',') : ['default'],
  );
  return unique(named.map(one => one.trim().split(' ')[0]).filter(one => !/^(?:type)?$/.test(one)));
}

/** What of the API the extension uses; esbuild warns of a use that is not among them. */
function editorNames() {
  return unique(all('src/extension', /\bvscode\.(\w+)/g).map(([, name]) => name));
}

/** Every place of the sources below a folder that an expression matches. */
function all(folder, expression) {
  return readdirSync(join(root, folder), { recursive: true })
    .filter(path => path.endsWith('.ts'))
    .flatMap(path => [...readFileSync(join(root, folder, path), 'utf8').matchAll(expression)]);
}

const unique = names => [...new Set(names)].sort();
