/** The fixed words of the panel; `{name}` is filled in by the panel. */
export type PanelWord =
  | ControlWord
  | SectionWord
  | RunWord
  | ExportWord
  | 'drawing'
  | 'smoothingNote'
  | 'meanNote'
  | 'differenceNote'
  | 'withinNoise'
  | 'notPositive'
  | 'notFinite'
  | 'cut'
  | 'someMetrics'
  | 'noPoints'
  | 'allHidden'
  | 'loading'
  | 'loadingOf'
  | 'newFinding'
  | 'chartSummary'
  | 'seriesSummary'
  | 'chartKeys'
  | 'notes';

type ControlWord =
  | 'run'
  | 'metric'
  | 'allMetrics'
  | 'findMetrics'
  | 'xAxis'
  | 'logX'
  | 'logY'
  | 'robust'
  | 'yLimits'
  | 'lowest'
  | 'highest'
  | 'automatic'
  | 'smoothing'
  | 'smoother'
  | 'smootherEma'
  | 'smootherTimeWeighted'
  | 'smootherRunningMean'
  | 'smootherGaussian'
  | 'compare'
  | 'compareSingle'
  | 'compareOverlay'
  | 'compareMean'
  | 'compareDifference'
  | 'baseline'
  | 'patience'
  | 'patienceOff'
  | 'more'
  | 'resetZoom'
  | 'zoomHint'
  | 'legend'
  | 'legendHint'
  | 'train'
  | 'validation'
  | 'test'
  | 'dashed'
  | 'solid'
  | 'dotted'
  | 'dash-dotted';

type SectionWord =
  | 'report'
  | 'openLog'
  | 'findings'
  | 'noFindings'
  | 'showInLog'
  | 'aboutRule'
  | 'mute'
  | 'unmute'
  | 'muted'
  | 'remedies'
  | 'suggestion'
  | 'noSuggestion'
  | 'replay'
  | 'noReplay'
  | 'replayRule'
  | 'replayStopped'
  | 'replayKept'
  | 'replayCost'
  | 'replaySaved'
  | 'table'
  | 'tableMore'
  | 'copyTable'
  | 'copied';

type RunWord =
  | 'runs'
  | 'runsShown'
  | 'filterRuns'
  | 'drawn'
  | 'state'
  | 'best'
  | 'last'
  | 'trained'
  | 'suggested'
  | 'took';

type ExportWord =
  'export' | 'exportPng' | 'exportSvg' | 'exportCsv' | 'exportJson' | 'exportMarkdown';

export type PanelWords = Readonly<Record<PanelWord, string>>;
