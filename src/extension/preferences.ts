import type * as vscode from 'vscode';
import { defaultPreferences, type AnalysisPreferences } from '../core/analysis/preferences';
import type { FindPreferences } from '../core/project/find/foundLog';
import { patternsFrom, type Patterns } from '../core/log/patterns/patternsFrom';

/** The section all preferences stand in. */
export const SECTION = 'epochLens';

/** What can be switched on and off. */
export type PreferenceSwitch = 'lens.enabled' | 'hover.enabled' | 'problems.enabled';
/** Lists of words. */
export type PreferenceList = 'problems.ignore' | 'logs.exclude' | 'logs.folders';
/** What is read in a way of its own. */
type PreferenceOther = 'logs.patterns' | 'notifications' | 'terminal.follow';
type AnalysisKey = `analysis.${keyof AnalysisPreferences}`;

/** Every preference the code reads; package.json declares the same ones. */
export const preferenceKeys: readonly (
  PreferenceSwitch | PreferenceList | PreferenceOther | AnalysisKey
)[] = [
  'lens.enabled',
  'hover.enabled',
  'problems.enabled',
  'problems.ignore',
  'logs.exclude',
  'logs.folders',
  'logs.patterns',
  'notifications',
  'terminal.follow',
  'analysis.monitor',
  'analysis.minimumEvaluations',
  'analysis.overfittingRise',
  'analysis.overfittingRiseOfRange',
  'analysis.noisySpan',
  'analysis.plateauShare',
  'analysis.spikeHeight',
  'analysis.lastWorse',
  'analysis.oscillationSwing',
  'analysis.slowGain',
  'analysis.underfittingScore',
  'analysis.leakShare',
  'analysis.stalledAfter',
  'analysis.minDelta',
  'analysis.patiences',
];

/** Reads a section of VS Code's settings for a resource. */
export type ReadSection = (
  section: string,
  scope: vscode.Uri,
) => Pick<vscode.WorkspaceConfiguration, 'get'>;

/** What the user chose. Values of a wrong type count as not chosen: settings files are edited by hand. */
export class Preferences {
  readonly #read: ReadSection;
  /** By their text, so that equal preferences are the same object and analyses made with them stay valid. */
  readonly #analysis = new Map<string, AnalysisPreferences>();
  readonly #patterns = new Map<string, Patterns>();

  constructor(read: ReadSection) {
    this.#read = read;
  }

  isOn(key: PreferenceSwitch, scope: vscode.Uri): boolean {
    return this.#value(key, scope) !== false;
  }

  list(key: PreferenceList, scope: vscode.Uri): readonly string[] {
    const value = this.#value(key, scope);
    return Array.isArray(value) ? value.filter(each => typeof each === 'string') : [];
  }

  /** What of a run that is written is worth a notification; 'never' where nothing was chosen. */
  notifications(scope: vscode.Uri): 'never' | 'divergence' | 'stop' {
    const value = this.#value('notifications', scope);
    return value === 'divergence' || value === 'stop' ? value : 'never';
  }

  /** Whether what is printed in terminals is read for trainings; not where nobody chose that. */
  followsTerminals(scope: vscode.Uri): boolean {
    return this.#value('terminal.follow', scope) === true;
  }

  /** The user's own patterns of lines, and what is wrong with them; the same object as long as they are the same. */
  patterns(scope: vscode.Uri): Patterns {
    const given = this.#value('logs.patterns', scope);
    const key = JSON.stringify([given]);
    const known = this.#patterns.get(key);
    if (known) return known;
    const patterns = patternsFrom(given);
    this.#patterns.set(key, patterns);
    return patterns;
  }

  /** How logs are read and judged. */
  reading(scope: vscode.Uri): FindPreferences {
    return { analysis: this.analysis(scope), patterns: this.patterns(scope).patterns };
  }

  /** Whether lenses are wanted at all: our own switch and the editor's. */
  wantsLenses(scope: vscode.Uri): boolean {
    return (
      this.isOn('lens.enabled', scope) && this.#read('editor', scope).get('codeLens') !== false
    );
  }

  analysis(scope: vscode.Uri): AnalysisPreferences {
    const chosen: AnalysisPreferences = {
      monitor: this.#text('analysis.monitor', scope),
      minimumEvaluations: this.#number('minimumEvaluations', scope),
      overfittingRise: this.#number('overfittingRise', scope),
      overfittingRiseOfRange: this.#number('overfittingRiseOfRange', scope),
      noisySpan: this.#number('noisySpan', scope),
      plateauShare: this.#number('plateauShare', scope),
      spikeHeight: this.#number('spikeHeight', scope),
      lastWorse: this.#number('lastWorse', scope),
      oscillationSwing: this.#number('oscillationSwing', scope),
      slowGain: this.#number('slowGain', scope),
      underfittingScore: this.#number('underfittingScore', scope),
      leakShare: this.#number('leakShare', scope),
      stalledAfter: this.#number('stalledAfter', scope),
      minDelta: this.#number('minDelta', scope),
      patiences: this.#patiences(scope),
    };
    const key = JSON.stringify(chosen);
    const known = this.#analysis.get(key);
    if (known) return known;
    this.#analysis.set(key, chosen);
    return chosen;
  }

  #number(name: NumberKey, scope: vscode.Uri): number {
    const value = this.#value(`analysis.${name}`, scope);
    return typeof value === 'number' && value >= 0 ? value : defaultPreferences[name];
  }

  #text(key: 'analysis.monitor', scope: vscode.Uri): string | null {
    const value = this.#value(key, scope);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  }

  #patiences(scope: vscode.Uri): readonly number[] {
    const value = this.#value('analysis.patiences', scope);
    const given: readonly unknown[] = Array.isArray(value) ? value : [];
    const usable = given.filter(each => typeof each === 'number' && each >= 1).map(Number);
    return usable.length > 0 ? usable.slice(0, 10) : defaultPreferences.patiences;
  }

  #value(key: (typeof preferenceKeys)[number], scope: vscode.Uri): unknown {
    return this.#read(SECTION, scope).get(key);
  }
}

type NumberKey = Exclude<keyof AnalysisPreferences, 'monitor' | 'patiences'>;
