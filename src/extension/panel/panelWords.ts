import * as vscode from 'vscode';
import type { PanelWords } from '../../core/protocol';
import { compareWords, exportWords, runWords } from './panelRunWords';

/** The fixed words of the panel in the language of the editor. `{name}` is filled in by the page. */
export function panelWords(): PanelWords {
  return {
    ...controlWords(),
    ...axisWords(),
    ...tooltipWords(),
    ...compareWords(),
    ...sectionWords(),
    ...chartWords(),
    ...runWords(),
    ...exportWords(),
  };
}

function controlWords() {
  return {
    run: vscode.l10n.t('Run'),
    metric: vscode.l10n.t('Metric'),
    allMetrics: vscode.l10n.t('All metrics'),
    findMetrics: vscode.l10n.t('Find metrics'),
    chartWidth: vscode.l10n.t('Chart width'),
    smoothing: vscode.l10n.t('Smoothing'),
    smoother: vscode.l10n.t('Smoothed by'),
    smootherEma: vscode.l10n.t('moving average (EMA)'),
    smootherTimeWeighted: vscode.l10n.t('EMA weighted by distance'),
    smootherRunningMean: vscode.l10n.t('running mean'),
    smootherGaussian: vscode.l10n.t('Gaussian'),
    patience: vscode.l10n.t('Patience'),
    patienceOff: vscode.l10n.t('move to see where early stopping would have stopped'),
    more: vscode.l10n.t('More'),
    resetZoom: vscode.l10n.t('Reset Zoom'),
    zoomHint: vscode.l10n.t(
      'Drag or scroll in the chart to zoom, drag a rectangle to zoom in both directions, Shift and drag to pan; Control and click keeps the values at the cursor in view',
    ),
    legend: vscode.l10n.t('Curves'),
    legendHint: vscode.l10n.t('Click to switch off or on, Alt and click to see this one alone'),
    train: vscode.l10n.t('training'),
    validation: vscode.l10n.t('validation'),
    test: vscode.l10n.t('test'),
    dashed: vscode.l10n.t('dashed'),
    solid: vscode.l10n.t('solid'),
    dotted: vscode.l10n.t('dotted'),
    'dash-dotted': vscode.l10n.t('dash-dotted'),
  };
}

function tooltipWords() {
  return {
    tooltipOrder: vscode.l10n.t('Values at the cursor'),
    tooltipListed: vscode.l10n.t('as the curves'),
    tooltipNearest: vscode.l10n.t('nearest first'),
    tooltipAscending: vscode.l10n.t('lowest first'),
    tooltipDescending: vscode.l10n.t('highest first'),
    tooltipMore: vscode.l10n.t('and {count} more; Control and click or Space keeps them here'),
    curve: vscode.l10n.t('Curve'),
    tooltipPlaces: vscode.l10n.t('Step and time at the cursor'),
    start: vscode.l10n.t('start'),
    end: vscode.l10n.t('end'),
    change: vscode.l10n.t('change'),
    smoothed: vscode.l10n.t('smoothed'),
    value: vscode.l10n.t('value'),
    close: vscode.l10n.t('Close'),
    pinned: vscode.l10n.t('Pinned'),
    others: vscode.l10n.t('Metrics'),
    pin: vscode.l10n.t('Pin to the top'),
    unpin: vscode.l10n.t('Unpin'),
    enlarge: vscode.l10n.t('Show alone'),
  };
}

function axisWords() {
  return {
    xAxis: vscode.l10n.t('X axis'),
    logX: vscode.l10n.t('Log X'),
    logY: vscode.l10n.t('Log Y'),
    robust: vscode.l10n.t('Ignore outliers'),
    yLimits: vscode.l10n.t('Y range'),
    lowest: vscode.l10n.t('lowest'),
    highest: vscode.l10n.t('highest'),
    automatic: vscode.l10n.t('auto'),
  };
}

function sectionWords() {
  return {
    report: vscode.l10n.t('Report'),
    openLog: vscode.l10n.t('Open Log'),
    findings: vscode.l10n.t('Findings'),
    noFindings: vscode.l10n.t('Nothing stands out in this run.'),
    showInLog: vscode.l10n.t('Show in log'),
    aboutRule: vscode.l10n.t('About this rule'),
    mute: vscode.l10n.t('Mute'),
    unmute: vscode.l10n.t('Unmute'),
    muted: vscode.l10n.t('Muted ({count})'),
    remedies: vscode.l10n.t('What helps'),
    suggestion: vscode.l10n.t('Suggestion'),
    noSuggestion: vscode.l10n.t('This run does not support a number of epochs.'),
    noCommonSuggestion: vscode.l10n.t('These runs do not support one number of epochs together.'),
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
    copyTable: vscode.l10n.t('Copy as TSV'),
    copied: vscode.l10n.t('Copied {count} rows.'),
    notes: vscode.l10n.t('Notes on reading this log ({count})'),
  };
}

function chartWords() {
  return {
    drawing: vscode.l10n.t('drawing {drawn} of {total} points'),
    smoothingNote: vscode.l10n.t(
      'smoothed for the eye only: the verdict uses the values as logged',
    ),
    meanNote: vscode.l10n.t('mean of the runs, shaded one standard deviation to either side'),
    differenceNote: vscode.l10n.t('difference from {name}'),
    withinNoise: vscode.l10n.t('{names}: within noise of it'),
    notPositive: vscode.l10n.t(
      '{count} values ≤ 0 have no place on a logarithmic axis, marked ▾ at the bottom',
    ),
    notFinite: vscode.l10n.t('{count} values are NaN or infinite, marked × at the bottom'),
    notOnAxis: vscode.l10n.t('no value by {axis}: {names}'),
    someMetrics: vscode.l10n.t('{count} of {all} metrics'),
    cut: vscode.l10n.t('some values lie outside the range of the y axis'),
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
      'Left and right move between points, up and down zoom the y axis, plus and minus the x axis, Shift with an arrow key pans, Enter opens the log at the point, Space keeps the values in view, 0 shows everything.',
    ),
  };
}
