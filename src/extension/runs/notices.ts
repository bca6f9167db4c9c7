import type { Finding } from '../../core/analysis/analysis';
import type { JudgedRun } from '../../core/project/judgedRun';

/** What a notification may be about. */
export type Notice =
  | { readonly kind: 'divergence'; readonly key: string; readonly finding: Finding }
  | { readonly kind: 'stop'; readonly key: string; readonly stopAt: number };

/** For which of them the user wants a notification. */
export type NoticeChoice = 'never' | 'divergence' | 'stop';

/**
 * What there is to say of a run that is being written: that it diverged, or that it would have been stopped by now. Nothing
 * of a run that has ended, nor what `isOver`, as it was told already or is muted.
 */
export function noticesOf(
  path: string,
  { run, analysis }: JudgedRun,
  choice: NoticeChoice,
  isOver: (notice: Notice) => boolean,
): readonly Notice[] {
  if (choice === 'never' || run.status !== 'running') return [];
  const key = `${path}\n${run.name}`;
  const notices: Notice[] = [];
  const finding = analysis.findings.find(({ rule }) => rule === 'divergence');
  if (finding) notices.push({ kind: 'divergence', key: `${key}\ndivergence`, finding });
  else if (choice === 'stop' && analysis.stopAt !== null && analysis.stopAt <= analysis.trained)
    notices.push({ kind: 'stop', key: `${key}\nstop`, stopAt: analysis.stopAt });
  return notices.filter(notice => !isOver(notice));
}
