import type { PanelStage } from '../../core/protocol';

/** What the panel shows, with the findings of muted rules among the muted ones and without marks of them in the chart. */
export function mutedStage(stage: PanelStage, isMuted: (rule: string) => boolean): PanelStage {
  if (stage.stage !== 'curves') return stage;
  const { run } = stage;
  const findings = run.findings.map(finding => ({ ...finding, muted: isMuted(finding.rule) }));
  const axes = run.axes.map(axis => ({
    ...axis,
    marks: axis.marks.filter(({ rule }) => rule === null || !isMuted(rule)),
  }));
  return { ...stage, run: { ...run, findings, axes } };
}
