import * as vscode from 'vscode';
import type { Run } from '../core/run/run';
import type { Suggestion } from '../core/analysis/analysis';
import type { ConfigSetting } from '../core/config/setting';
import type { AnalysedRun, AsideRun, Link } from '../core/project/project';
import { besideBest } from '../core/project/besideBest';
import { judgedRun } from '../core/project/judgedRun';
import { shownName } from '../core/report/shownName';
import { curveSvg } from '../core/report/svg';
import { asideSentence } from '../core/report/sentences/aside';
import { besideSentence } from '../core/report/sentences/beside';
import { caveatSentence } from '../core/report/sentences/caveats';
import { evidenceSentences } from '../core/report/sentences/evidence';
import { findingSentence } from '../core/report/sentences/findings';
import { lensText } from '../core/report/sentences/lens';
import { outlookSentences } from '../core/report/sentences/outlook';
import { noRunsYet } from '../core/report/sentences/priors';
import { formatCount, formatNumber } from '../core/report/sentences/numbers';
import { savings } from '../core/report/sentences/savings';
import { stateWord } from '../core/report/sentences/states';
import { suggestionHeading, suggestionReason } from '../core/report/sentences/suggestions';
import { verdict } from '../core/report/sentences/verdict';
import { commandIds } from './commands';
import type { ConfigSettings, IdentifiedSetting } from './configSettings';
import { logsOf, placeOf } from './linkedLogs';
import { commandLink, escaped, svgImage } from './markdown';
import type { Preferences } from './preferences';
import type { ProjectView, SettingLink } from './projectView';
import { say } from './say';
import { meaningParts, totalParts } from './settingHover';

/** The picture, in pixels. */
const WIDTH = 320;
const HEIGHT = 120;
/** More runs than this are only counted. */
const MOST_RUNS = 5;

/** The only commands its links may run. */
const TRUSTED = [
  commandIds.showRuns,
  commandIds.openLogLine,
  commandIds.report,
  commandIds.explainRule,
  commandIds.applySuggestion,
];

/** Hovering an epoch setting: the suggestion, the curve, why, what it saves, the runs, the caveat. */
export class SuggestionHover implements vscode.HoverProvider {
  readonly #settings: ConfigSettings;
  readonly #project: ProjectView;
  readonly #preferences: Preferences;

  constructor(settings: ConfigSettings, project: ProjectView, preferences: Preferences) {
    this.#settings = settings;
    this.#project = project;
    this.#preferences = preferences;
  }

  async provideHover(
    document: vscode.TextDocument,
    at: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    if (!this.#preferences.isOn('hover.enabled', document.uri)) return undefined;
    const found = await this.#settings.at(document, at);
    if (found === undefined) return undefined;
    const links = this.#project.linksOf(document);
    const parts = found.setting.primary
      ? partsOfTotal(found, links)
      : meaningParts(document, found, links ?? []);
    if (parts.length === 0) return undefined;
    const text = new vscode.MarkdownString(parts.filter(part => part !== '').join('\n\n'));
    text.isTrusted = { enabledCommands: TRUSTED };
    return new vscode.Hover(text, document.getWordRangeAtPosition(at));
  }
}

function partsOfTotal(
  { id, setting }: IdentifiedSetting,
  links: readonly SettingLink[] | undefined,
): readonly string[] {
  const linked = links?.find(each => each.id === id);
  const parts = linked ? linkedParts(linked) : withoutRuns(setting, links === undefined);
  // What Apply does stands before the links at the end.
  const [last = '', ...before] = parts.toReversed();
  return linked
    ? [...before.toReversed(), ...totalParts(setting, linked.link), last]
    : [...parts, ...totalParts(setting, undefined)];
}

/** What to log and what is usual, where nothing is known yet. */
function withoutRuns(setting: ConfigSetting, reading: boolean): readonly string[] {
  if (reading) return [escaped(vscode.l10n.t('Reading the logs of this folder …'))];
  return noRunsYet(setting, say).map(escaped);
}

/** The parts in their order; '' where one has nothing to say. */
function linkedParts(linked: SettingLink): readonly string[] {
  const { link } = linked;
  const running = link.runs.find(each => each.run.status === 'running');
  const shown = running ?? link.runs[0] ?? link.aside[0];
  if (shown === undefined) return [];
  return [
    title(link),
    picture(shown, link),
    escaped(`${reason(shown, link)} ${cost(shown, link)}`.trim()),
    runLines(linked),
    running ? beside(running, link) : '',
    escaped([...silence(shown), ...outlookSentences(shown.analysis, shown.run, say)].join(' ')),
    caveat(link.suggestion),
    evidenceParts(link),
    footer(linked),
  ];
}

/** That the log of a run has fallen silent, where it has: nothing that is expected of it comes true then. */
function silence({ analysis, run }: AnalysedRun): readonly string[] {
  const stalled = analysis.findings.find(({ rule }) => rule === 'stalled');
  return stalled ? [findingSentence(stalled, run, say)] : [];
}

/** How the run that is being written stands beside the best one of this setting so far. */
function beside(running: AnalysedRun, { runs, aside }: Link): string {
  const judged = judgedRun(running);
  const others = [...runs, ...aside].filter(each => each.run !== running.run).map(judgedRun);
  const found = besideBest(judged, others);
  return found === null ? '' : escaped(besideSentence(judged, found, say));
}

function title(link: Link): string {
  if (!link.suggestion) return `**${escaped(lensText(link, say) ?? '')}**`;
  const { title: words, range } = suggestionHeading(link.suggestion, say);
  return [`**${escaped(words)}**`, ...(range === null ? [] : [escaped(range)])].join(' · ');
}

function picture({ run, analysis }: AnalysedRun, link: Link): string {
  const { suggestion } = link;
  // The range is what all runs say together, not what the one in the picture says; none of a run that does not count.
  const svg = curveSvg(
    run,
    { ...analysis, suggestion },
    {
      width: WIDTH,
      height: HEIGHT,
      configured: link.setting.value,
      theme: themeNow(),
      say,
    },
  );
  return svg === '' ? '' : svgImage(svg, verdict(analysis, run, say), WIDTH, HEIGHT);
}

function themeNow(): 'light' | 'dark' {
  switch (vscode.window.activeColorTheme.kind) {
    case vscode.ColorThemeKind.Light:
    case vscode.ColorThemeKind.HighContrastLight:
      return 'light';
    case vscode.ColorThemeKind.Dark:
    case vscode.ColorThemeKind.HighContrast:
      return 'dark';
  }
}

function reason({ run, analysis }: AnalysedRun, { suggestion }: Link): string {
  return suggestion
    ? suggestionReason(suggestion, analysis, run, say)
    : verdict(analysis, run, say);
}

function cost({ analysis }: AnalysedRun, { suggestion, setting }: Link): string {
  return suggestion ? (savings(suggestion, analysis, setting.value, say) ?? '') : '';
}

/** The runs that count, then those that do not and why. */
function runLines({ link, fileOf }: SettingLink): string {
  const runs = link.runs.slice(0, MOST_RUNS).map(each => `- ${runLine(each, fileOf)}`);
  const aside = link.aside
    .slice(0, MOST_RUNS - runs.length)
    .map(each => `- ${asideLine(each, link, fileOf)}`);
  const lines = [...runs, ...aside];
  const rest = link.runs.length + link.aside.length - lines.length;
  if (rest > 0) lines.push(`- ${escaped(vscode.l10n.t('{rest} more', { rest }))}`);
  return lines.join('\n');
}

/** `fold_1/training.csv` – best 0.412 @ 33, overfitting: the name opens the log at its best. */
function runLine({ run, analysis }: AnalysedRun, fileOf: (path: string) => vscode.Uri): string {
  const { best, state } = analysis;
  const words = [stateWord(state, analysis, say, run.unit)];
  if (best) {
    const values = { value: formatNumber(best.value), label: formatCount(best.epoch) };
    words.unshift(vscode.l10n.t('best {value} @ {label}', values));
  }
  const link = nameLink(run, best?.row ?? 0, fileOf);
  return `${link} · ${escaped(words.join(' · '))}`;
}

/** `runs/a/train.log` – not counted: interrupted at epoch 12 of 100 */
function asideLine(run: AsideRun, link: Link, fileOf: (path: string) => vscode.Uri): string {
  const why = asideSentence(run, link, say);
  const name = nameLink(run.run, run.analysis.best?.row ?? 0, fileOf);
  return `${name} · ${escaped(vscode.l10n.t('not counted: {why}', { why }))}`;
}

/** The name of a run, which opens its log at a row. */
function nameLink(run: Run, row: number, fileOf: (path: string) => vscode.Uri): string {
  const place = placeOf(run, row, fileOf);
  const name = shownName(run.name);
  if (!place) return escaped(name);
  return commandLink(name, commandIds.openLogLine, [place.uri.toString(), place.line]);
}

/** How we know that the runs are this setting's; a list where that differs between them. */
function evidenceParts(link: Link): string {
  const [first = '', ...more] = evidenceSentences(link, say).map(escaped);
  return more.length === 0 ? first : [first, ...more].map(each => `- ${each}`).join('\n');
}

function caveat(suggestion: Suggestion | null): string {
  const first = suggestion?.caveats[0];
  return suggestion === null || first === undefined
    ? ''
    : `*${escaped(caveatSentence(first, suggestion, say))}*`;
}

function footer(linked: SettingLink): string {
  const logs = logsOf(linked);
  return [
    commandLink(vscode.l10n.t('Show curves'), commandIds.showRuns, [logs]),
    commandLink(vscode.l10n.t('Report'), commandIds.report, [logs]),
    ...(linked.link.suggestion === null ? [] : [whyThisRange()]),
  ].join(' · ');
}

const whyThisRange = () =>
  commandLink(vscode.l10n.t('Why this range?'), commandIds.explainRule, ['range']);
