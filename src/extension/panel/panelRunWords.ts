import * as vscode from 'vscode';

/** Words about several runs in one chart. */
export function compareWords() {
  return {
    compare: vscode.l10n.t('Show'),
    compareSingle: vscode.l10n.t('one run'),
    compareOverlay: vscode.l10n.t('runs together'),
    compareMean: vscode.l10n.t('mean and spread'),
    compareDifference: vscode.l10n.t('difference'),
    baseline: vscode.l10n.t('from'),
    groupBy: vscode.l10n.t('Group runs by'),
    groupHint: vscode.l10n.t('parameter or expression'),
    noExpression: vscode.l10n.t(
      'Neither a parameter in which the runs differ nor an expression that can be looked for: without look-around and back references.',
    ),
  };
}

/** Words of the table of runs. */
export function runWords() {
  return {
    runs: vscode.l10n.t('Runs'),
    runsShown: vscode.l10n.t('{shown} of {all} runs'),
    filterRuns: vscode.l10n.t('Filter runs by name, state or parameter'),
    drawn: vscode.l10n.t('Drawn'),
    drawFound: vscode.l10n.t('Draw These'),
    drawNone: vscode.l10n.t('Draw One Only'),
    colour: vscode.l10n.t('Colour of {name}'),
    ownColours: vscode.l10n.t('Colours of your own stay with the workspace'),
    resetColours: vscode.l10n.t('Reset Colours'),
    drawnOf: vscode.l10n.t('{shown} of {all} runs drawn'),
    state: vscode.l10n.t('State'),
    best: vscode.l10n.t('Best'),
    last: vscode.l10n.t('Last'),
    trained: vscode.l10n.t('Trained'),
    suggested: vscode.l10n.t('Suggested'),
    took: vscode.l10n.t('Took'),
  };
}

/** Words of what can be saved. */
export function exportWords() {
  return {
    export: vscode.l10n.t('Export'),
    exportPng: vscode.l10n.t('Picture (PNG)'),
    exportSvg: vscode.l10n.t('Drawing (SVG)'),
    exportCsv: vscode.l10n.t('All values (CSV)'),
    exportJson: vscode.l10n.t('All values (JSON)'),
    exportReport: vscode.l10n.t('Whole report (Markdown or HTML)'),
    exportMarkdown: vscode.l10n.t('Markdown with picture'),
  };
}
