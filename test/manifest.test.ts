import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { defaultPreferences } from '../src/core/analysis/preferences';
import { languages } from '../src/core/config/languages/index';
import { looksLikeLogName } from '../src/core/log/formats/index';
import { commandIds } from '../src/extension/commands';
import { preferenceKeys } from '../src/extension/preferences';

interface MenuItem {
  readonly command: string;
  readonly when?: string;
}
interface Preference {
  readonly default: unknown;
  readonly scope?: string;
  readonly order?: number;
  readonly markdownDescription?: string;
  readonly items?: { readonly enum?: readonly string[] };
}
interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly customEditors: readonly { readonly viewType: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Preference>> };
  };
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const { commands, menus, configuration } = manifest.contributes;
const declared = commands.map(each => each.command);

describe('the manifest', () => {
  it('declares only commands that the code has', () => {
    const known: readonly string[] = Object.values(commandIds);
    assert.deepEqual(
      declared.filter(id => !known.includes(id)),
      [],
    );
  });

  it('declares every command but those that need what only a lens or a link can give', () => {
    const internal = Object.values(commandIds).filter(id => !declared.includes(id));
    assert.deepEqual(internal, [
      commandIds.showRuns,
      commandIds.applySuggestion,
      commandIds.openLogLine,
      commandIds.explainRule,
    ]);
  });

  it('gives all commands one category', () => {
    assert.deepEqual([...new Set(commands.map(each => each.category))], ['Epoch Lens']);
  });

  it('puts only declared commands into menus, each with a condition', () => {
    for (const [menu, items] of Object.entries(menus)) {
      for (const { command, when } of items) {
        assert.ok(declared.includes(command), `${menu}: ${command}`);
        assert.ok(when, `${menu}: ${command} has no condition`);
      }
    }
  });

  it('declares the preferences that the code reads, and no others', () => {
    const names = Object.keys(configuration.properties);
    assert.deepEqual(names.sort(), preferenceKeys.map(key => `epochLens.${key}`).sort());
  });

  it('gives every preference a scope, a description and a place of its own', () => {
    const preferences = Object.values(configuration.properties);
    for (const each of preferences) {
      assert.equal(each.scope, 'resource');
      assert.match(each.markdownDescription ?? '', /^%.+%$/);
    }
    assert.equal(new Set(preferences.map(each => each.order)).size, preferences.length);
  });

  it('declares the same defaults of the analysis as the code', () => {
    const defaults = Object.keys(defaultPreferences).map(name => [
      name,
      configuration.properties[`epochLens.analysis.${name}`]?.default,
    ]);
    assert.deepEqual(Object.fromEntries(defaults), { ...defaultPreferences });
  });

  it('lets exactly the rules be ignored that the documentation explains', () => {
    const rules = configuration.properties['epochLens.problems.ignore']?.items?.enum ?? [];
    const pages = readdirSync('docs/rules').map(name => name.replace(/\.md$/, ''));
    assert.deepEqual([...rules].sort(), pages.filter(name => name !== 'README').sort());
  });

  it('activates for every language that settings are found in', () => {
    const events = languages.flatMap(each => each.editorLanguages).map(id => `onLanguage:${id}`);
    assert.deepEqual(
      events.filter(event => !manifest.activationEvents.includes(event)),
      [],
    );
  });

  it('activates to bring back the panels that a reload of the window closed', () => {
    const code = readFileSync('src/extension/panel/curvePanels.ts', 'utf8');
    const kind = /VIEW_TYPE = '([\w.]+)'/.exec(code)?.[1];
    assert.ok(manifest.activationEvents.includes(`onWebviewPanel:${kind}`));
  });

  it('declares the editors that the code provides', () => {
    const code = readFileSync('src/extension/panel/curveEditors.ts', 'utf8');
    const provided = [...code.matchAll(/'(epochLens\.curveEditor\w*)'/g)].map(match => match[1]);
    const known = manifest.contributes.customEditors.map(editor => editor.viewType);
    assert.deepEqual(provided, known);
  });

  it('uses every text of package.nls.json, and has one for every key it uses', () => {
    const used = [...text.matchAll(/"%([^%"]+)%"/g)].map(match => match[1]);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(words).sort());
  });
});

describe('the menu entry for logs', () => {
  const condition = menus['explorer/context']?.[0]?.when ?? '';
  const pattern = new RegExp(/=~ \/(.*)\/i/.exec(condition)?.[1] ?? '^never$', 'i');
  const logs = [
    'training.csv',
    'metrics.csv',
    'metrics.jsonl',
    'results.csv',
    'progress.csv',
    'train.log',
    'log.txt',
    'log_history.json',
    'trainer_state.json',
    'slurm-4711.out',
    'nohup.out',
    'train_log_2024.txt',
    'events.out.tfevents.1714469542.host.1.v2',
    'mlflow.db',
    'optuna_study.db',
    'my-experiments.sqlite3',
    'evaluations.npz',
    'val_loss.npy',
  ];
  const others = [
    'config.yaml',
    'train.py',
    'package.json',
    'data.csv',
    'README.txt',
    'tsconfig.json',
    'app.db',
    'mlflow.db-wal',
    'places.sqlite',
    'train.npz',
    'weights.npy',
  ];

  it('appears on files that are named like logs', () => {
    assert.deepEqual(
      logs.filter(name => !pattern.test(name)),
      [],
    );
  });

  it('does not appear on other files', () => {
    assert.deepEqual(
      others.filter(name => pattern.test(name)),
      [],
    );
  });

  it('knows no name that the search for logs does not know', () => {
    assert.deepEqual(
      logs.filter(name => !looksLikeLogName(name)),
      [],
    );
  });
});
