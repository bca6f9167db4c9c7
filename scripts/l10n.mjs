// Collects every sentence the extension can say into l10n/bundle.l10n.json:
// node scripts/l10n.mjs [--check]: with --check it only says whether the bundle is up to date.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const BUNDLE = 'l10n/bundle.l10n.json';
/** Where words are, and how the call that translates them is written. */
const SOURCES = [
  { folder: 'src/core/report', calls: ['say'] },
  { folder: 'src/extension', calls: ['say', 'l10n.t', 'vscode.l10n.t'] },
];

/** Every template below `root`, sorted; a call whose template is no literal is a mistake and throws. */
export function collect(root = '.') {
  const found = new Set();
  for (const { folder, calls } of SOURCES) {
    for (const path of sources(join(root, folder))) {
      for (const template of templatesIn(path, calls)) found.add(template);
    }
  }
  return [...found].sort((a, b) => (a < b ? -1 : 1));
}

/** The text of the bundle for these templates: each stands for itself. */
export function bundleOf(templates) {
  return `${JSON.stringify(Object.fromEntries(templates.map(each => [each, each])), null, 2)}\n`;
}

function sources(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => join(entry.parentPath, entry.name));
}

function templatesIn(path, calls) {
  const text = readFileSync(path, 'utf8');
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const templates = [];
  const visit = node => {
    if (ts.isCallExpression(node) && calls.includes(node.expression.getText(file))) {
      const [first] = node.arguments;
      if (first && ts.isStringLiteralLike(first)) templates.push(first.text);
      else if (!passesOn(node, file)) {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
        throw new Error(`${path}:${line + 1}: the template of ${node.getText(file)} is no literal`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return templates;
}

/** The one function that hands a template on to the translator: its argument is a parameter called `template`. */
function passesOn(node, file) {
  return node.arguments[0]?.getText(file) === 'template';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = bundleOf(collect());
  if (!process.argv.includes('--check')) writeFileSync(BUNDLE, wanted);
  else if (readFileSync(BUNDLE, 'utf8') !== wanted) {
    console.error(`${BUNDLE} is not up to date: node scripts/l10n.mjs`);
    process.exitCode = 1;
  }
}
