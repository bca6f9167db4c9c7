import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { tiesBetweenFeatures, violations } from './architecture/layers';
import { cyclesOf, edgesOf, modulesBelow } from './architecture/modules';

const LONGEST = 250;
const modules = modulesBelow('src');
const edges = edgesOf(modules);

describe('architecture', () => {
  it('is checked on the modules that exist', () => {
    assert.ok(modules.length > 0);
    assert.ok(edges.length > modules.length);
  });

  it('allows only the imports that CONTRIBUTING lists, `import type` included', () => {
    assert.deepEqual(violations(edges), []);
  });

  it('has no import cycle', () => {
    assert.deepEqual(cyclesOf(edges), []);
  });

  it('hands features of the extension what they need: none imports another', () => {
    assert.deepEqual(tiesBetweenFeatures(modules, edges), []);
  });

  it('keeps a file to one idea: 250 lines at most', () => {
    const all = [...modules, ...['test', 'bench'].flatMap(modulesBelow)];
    const long = all
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > LONGEST);
    assert.deepEqual(long, []);
  });

  it('keeps the protocol between host and panel to types', () => {
    const text = readFileSync('src/core/protocol.ts', 'utf8');
    const options = { compilerOptions: { target: ts.ScriptTarget.ES2023, removeComments: true } };
    assert.equal(ts.transpileModule(text, options).outputText.trim(), 'export {};');
  });

  it('has a page in docs/rules for every rule', () => {
    const rules = modulesBelow('src/core/analysis/rules')
      .map(({ text }) => /\bid: '([\w-]+)'/.exec(text)?.[1])
      .filter(id => id !== undefined);
    assert.ok(rules.length > 0);
    const pages = [...rules, 'epochs-too-many', 'epochs-too-few', 'number-as-text'];
    assert.deepEqual(
      pages.filter(id => !existsSync(`docs/rules/${id}.md`)),
      [],
    );
  });
});

describe('the checks of the architecture', () => {
  it('report an import against the direction of the rooms', () => {
    const edge = { from: 'src/core/log/lines.ts', to: 'src/core/run/run.ts' };
    assert.deepEqual(violations([edge]), ['src/core/log/lines.ts → src/core/run/run.ts']);
  });

  it('report the editor, Node and packages where they do not belong', () => {
    const wrong = [
      { from: 'src/core/run/run.ts', to: 'vscode' },
      { from: 'src/core/run/run.ts', to: 'node:fs' },
      { from: 'src/core/run/run.ts', to: 'yaml' },
      { from: 'src/webview/main.ts', to: 'vscode' },
      { from: 'src/extension/logStore.ts', to: 'src/node/fileSource.ts' },
      { from: 'src/node/walk.ts', to: 'src/cli/main.ts' },
    ];
    assert.equal(violations(wrong).length, wrong.length);
  });

  it('accept what the architecture allows', () => {
    const right = [
      { from: 'src/extension/desktop.ts', to: 'src/node/fileSource.ts' },
      { from: 'src/extension/suggestionLens.ts', to: 'src/core/project/project.ts' },
      { from: 'src/webview/chart.ts', to: 'chart.js' },
      { from: 'src/core/log/formats/index.ts', to: 'src/core/log/formats/csv.ts' },
      { from: 'src/core/log/formats/csv.ts', to: 'src/core/log/formats/csv/cells.ts' },
      { from: 'src/core/log/formats/csv.ts', to: 'src/core/log/formats/shared/names.ts' },
    ];
    assert.deepEqual(violations(right), []);
  });

  it('report a kind that is imported past its list', () => {
    const wrong = [
      { from: 'src/core/log/tail.ts', to: 'src/core/log/formats/csv.ts' },
      { from: 'src/core/log/formats/text.ts', to: 'src/core/log/formats/csv/cells.ts' },
      { from: 'src/core/log/tail.ts', to: 'src/core/log/formats/shared/names.ts' },
      { from: 'src/core/analysis/analyse.ts', to: 'src/core/analysis/rules/plateau.ts' },
    ];
    assert.equal(violations(wrong).length, wrong.length);
  });

  it('see type imports, re-exports and imports inside types', () => {
    const text = `import type { A } from 'vscode'; export * from 'yaml'; type T = import('mocha').X;`;
    assert.deepEqual(
      edgesOf([{ path: 'src/core/run/fake.ts', text }]).map(edge => edge.to),
      ['vscode', 'yaml', 'mocha'],
    );
  });

  it('find a cycle of any length, once', () => {
    const ring = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'c', to: 'a' },
      { from: 'd', to: 'a' },
    ];
    assert.deepEqual(cyclesOf(ring), [['a', 'b', 'c']]);
  });

  it('report a feature that imports another, and not what both share', () => {
    const text = 'vscode.languages.registerHoverProvider(selector, this)';
    const lens = { path: 'src/extension/lens.ts', text };
    const hover = { path: 'src/extension/hover.ts', text };
    const shared = { path: 'src/extension/lifetime.ts', text: '' };
    const tie = { from: lens.path, to: hover.path };
    const fine = [
      { from: lens.path, to: shared.path },
      { from: 'src/extension/extension.ts', to: lens.path },
    ];
    assert.deepEqual(tiesBetweenFeatures([lens, hover, shared], [tie, ...fine]), [tie]);
  });
});
