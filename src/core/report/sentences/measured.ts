import type { Evidence } from '../../analysis/analysis';
import { shownName } from '../shownName';
import { formatCount, formatNumber, formatPercent } from './numbers';

/** The number behind a name; NaN where the evidence has none. */
export function measured(evidence: Evidence, key: string): number {
  const value = evidence[key];
  return typeof value === 'number' ? value : NaN;
}

/** The word behind a name; empty where the evidence has none. */
export function noted(evidence: Evidence, key: string): string {
  const value = evidence[key];
  return typeof value === 'string' ? value : '';
}

/** The series a finding is about, as it may be shown. */
export function seriesOf(evidence: Evidence): string {
  return shownName(noted(evidence, 'series'));
}

export const value = (evidence: Evidence, key: string): string =>
  formatNumber(measured(evidence, key));
export const count = (evidence: Evidence, key: string): string =>
  formatCount(measured(evidence, key));
export const percent = (evidence: Evidence, key: string): string =>
  formatPercent(measured(evidence, key));
