import type { Edge, Module } from './modules';

/**
 * Which rooms of src/ may import which, and which packages: the list of docs and CONTRIBUTING, as data.
 * A room may always import itself. `core` stands for every room of the core.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'core/log': ['sql.js', 'fflate'],
  'core/run': ['core/log'],
  'core/analysis': ['core/run'],
  'core/config': [
    ...['yaml', 'jsonc-parser', 'toml-eslint-parser', 'unbash', '@lezer/common'],
    ...['@lezer/python', '@lezer/javascript', '@plutojl/lezer-julia', 'lezer-r'],
  ],
  'core/project': ['core/log', 'core/run', 'core/analysis', 'core/config'],
  'core/protocol': [],
  'core/report': ['core/run', 'core/analysis', 'core/config', 'core/project'],
  node: ['core', 'node:'],
  cli: ['core', 'node', 'node:', 'package.json'],
  extension: ['core', 'vscode'],
  'extension/desktop': ['core', 'vscode', 'extension', 'node', 'node:'],
  'extension/worker': ['core', 'extension', 'node', 'node:'],
  webview: ['core/protocol', 'core/run', 'chart.js'],
};

/** The room a file of src/, or a package, belongs to. */
export function roomOf(path: string): string {
  if (path.startsWith('node:')) return 'node:';
  if (!path.startsWith('src/')) return path;
  const entry = /^src\/(extension\/(?:desktop|worker))\.ts$/.exec(path)?.[1];
  if (entry !== undefined) return entry;
  const [first = '', second = ''] = path.slice('src/'.length).split('/');
  return first === 'core' ? `core/${second.replace(/\.ts$/, '')}` : first;
}

function isAllowed({ from, to }: Edge): boolean {
  const own = roomOf(from);
  const other = roomOf(to);
  const allowed = ALLOWED[own] ?? [];
  if (own === other || allowed.includes(other)) return true;
  // The plugins of the chart library, which are named after it.
  if (allowed.includes('chart.js') && /^chart(js|\.js)/.test(other)) return true;
  return other.startsWith('core/') && allowed.includes('core');
}

/** Folders whose files are kinds of one thing, and the one file that lists them. */
const LISTS: Readonly<Record<string, string>> = {
  'src/core/log/formats/': 'src/core/log/formats/index.ts',
  'src/core/log/folders/': 'src/core/log/folders/index.ts',
  'src/core/config/languages/': 'src/core/config/languages/index.ts',
  'src/core/analysis/rules/': 'src/core/analysis/diagnose.ts',
};

/** `csv` for formats/csv.ts and for everything in formats/csv/; null outside the folder. */
const kindIn = (folder: string, path: string): string | null =>
  path.startsWith(folder) ? path.slice(folder.length).replace(/(\.ts$|\/).*$/, '') : null;

/** Whether a kind is imported by another than its list. What several kinds share is in a folder without a kind's name. */
function passesList({ from, to }: Edge, kinds: ReadonlySet<string>): boolean {
  return Object.entries(LISTS).some(([folder, list]) => {
    const kind = kindIn(folder, to);
    const own = kindIn(folder, from);
    if (kind === null || to === list || from === list || own === kind) return false;
    return own === null || kinds.has(`${folder}${kind}.ts`);
  });
}

const REGISTERS = /\bvscode\.(languages|commands|window)\.(register|create)\w+/;

/** A feature adds something to VS Code; what is in a folder of extension/ is one feature. */
function featureOf(path: string): string | null {
  const name = /^src\/extension\/(.+)\.ts$/.exec(path)?.[1];
  return name === undefined ? null : (name.split('/')[0] ?? null);
}

const ENTRIES: ReadonlySet<string | null> = new Set(['extension', 'desktop', 'web', 'worker']);

/** Imports from one feature of the extension to another. */
export function tiesBetweenFeatures(modules: readonly Module[], edges: readonly Edge[]): Edge[] {
  const features = new Set(
    modules.filter(({ text }) => REGISTERS.test(text)).map(({ path }) => featureOf(path)),
  );
  return edges.filter(({ from, to }) => {
    const [own, other] = [featureOf(from), featureOf(to)];
    if (own === null || other === null || own === other || ENTRIES.has(own)) return false;
    return features.has(own) && features.has(other);
  });
}

/** Every import that the architecture does not allow, as `from → to`. */
export function violations(edges: readonly Edge[]): string[] {
  const listed = new Set(edges.map(({ to }) => to));
  return edges
    .filter(edge => !isAllowed(edge) || passesList(edge, listed))
    .map(({ from, to }) => `${from} → ${to}`);
}
