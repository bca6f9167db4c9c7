import * as vscode from 'vscode';
import type { PanelWords } from '../../core/protocol';

/** The fixed words of the panel in the language of the editor. `{name}` is filled in by the page. */
export function panelWords(): PanelWords {
  return { ...controlWords(), ...sectionWords(), ...chartWords() };
}

function controlWords() {
  return {
    run: vscode.l10n.t('Run'),
    metric: vscode.l10n.t('Metric'),
    xAxis: vscode.l10n.t('X axis'),
    smoothing: vscode.l10n.t('Smoothing'),
    logY: vscode.l10n.t('Log Y'),
    resetZoom: vscode.l10n.t('Reset Zoom'),
    zoomHint: vscode.l10n.t('Drag or scroll in the chart to zoom, Shift and drag to pan'),
    report: vscode.l10n.t('Report'),
    openLog: vscode.l10n.t('Open Log'),
    legend: vscode.l10n.t('Curves'),
    train: vscode.l10n.t('training'),
    validation: vscode.l10n.t('validation'),
    test: vscode.l10n.t('test'),
    dashed: vscode.l10n.t('dashed'),
    solid: vscode.l10n.t('solid'),
    dotted: vscode.l10n.t('dotted'),
  };
}

function sectionWords() {
  return {
    findings: vscode.l10n.t('Findings'),
    noFindings: vscode.l10n.t('Nothing stands out in this run.'),
    showInLog: vscode.l10n.t('Show in log'),
    aboutRule: vscode.l10n.t('About this rule'),
    remedies: vscode.l10n.t('What helps'),
    suggestion: vscode.l10n.t('Suggestion'),
    noSuggestion: vscode.l10n.t('This run does not support a number of epochs.'),
    replay: vscode.l10n.t('Early stopping, replayed'),
    noReplay: vscode.l10n.t('Nothing to replay: a stopping rule needs a few finite evaluations.'),
    replayRule: vscode.l10n.t('Rule'),
    replayStopped: vscode.l10n.t('Stops'),
    replayKept: vscode.l10n.t('Keeps'),
    replayCost: vscode.l10n.t('Costs'),
    replaySaved: vscode.l10n.t('Saves'),
    table: vscode.l10n.t('Data table'),
    tableMore: vscode.l10n.t(
      'The first {count} rows of what is drawn; zoom in to see every point, or open the log.',
    ),
    notes: vscode.l10n.t('Notes on reading this log ({count})'),
  };
}

function chartWords() {
  return {
    drawing: vscode.l10n.t('drawing {drawn} of {total} points'),
    smoothingNote: vscode.l10n.t(
      'smoothed for the eye only: the verdict uses the values as logged',
    ),
    notPositive: vscode.l10n.t('{count} values ≤ 0 have no place on a logarithmic axis'),
    notFinite: vscode.l10n.t('{count} values are NaN or infinite, marked × at the bottom'),
    noPoints: vscode.l10n.t('No value of this metric here.'),
    allHidden: vscode.l10n.t('All curves are switched off. Switch one on above.'),
    loading: vscode.l10n.t('Reading… {read}'),
    loadingOf: vscode.l10n.t('Reading… {read} of {size}'),
    newFinding: vscode.l10n.t('New finding: {sentence}'),
    chartSummary: vscode.l10n.t('Chart of {metric} against {axis}.'),
    seriesSummary: vscode.l10n.t(
      '{name} goes from {first} at {from} to {last} at {to}; lowest {low} at {lowAt}, highest {high} at {highAt}.',
    ),
    chartKeys: vscode.l10n.t(
      'Arrow keys move between points, plus and minus zoom, Shift with an arrow key pans, 0 shows everything.',
    ),
  };
}
