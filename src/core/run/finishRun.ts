import type { RunStatus, RunUnit } from '../log/format';
import { unitOfName } from '../log/axisName';
import { BARE_LOSS } from '../log/bareLoss';
import { bareScores, isBare } from './bareScores';
import type { GrowingRun } from './growingRun';
import { isCurve } from './isCurve';
import { isLikelihood } from './objective';
import { labelFacts, surveyOf } from './labels';
import { Rows, type Run, Series } from './run';
import { splitsOf } from './splits';
import type { Track } from './track';

const SCORE = { metric: 'score', goal: 'max' } as const;
const OBJECTIVE = { metric: 'objective', goal: 'max' } as const;

/** A run as far as it was read. Its columns are those of the growing run. */
export function finishRun(growing: GrowingRun, name: string, log: string, format: string): Run {
  const tracks = curvesOf([...growing.tracks.values()]);
  const ofEpisodes = [...growing.stepNames].some(step => /episode/i.test(step));
  const splits = splitsOf(tracks, ofEpisodes);
  const scores = bareScores(tracks);
  const series = tracks.map((track, index) => {
    const { metric, goal } = understood(track, scores);
    const { name: own, values, rows, outOf } = track;
    return new Series(own, metric, splits[index]!, goal, values, rows, outOf);
  });
  const counted = growing.hasEpoch || growing.hasStep;
  const rowIsEpoch = !counted && (growing.facts.unit === 'epoch' || splits.includes('validation'));
  const rows = rowIsEpoch
    ? new Rows({ ...columnsOf(growing.rows), epoch: growing.rows.step })
    : growing.rows;
  const unit = growing.hasEpoch || rowIsEpoch ? 'epoch' : unitOf(growing);
  return {
    name,
    format,
    logs: [log],
    unit: growing.facts.unit === 'round' ? 'round' : unit,
    rows,
    series,
    parameters: growing.facts.parameters,
    version: growing.version,
    ...planOf(growing, rows),
  };
}

/** What a series is by its name, or by its values where the name leaves open which way is better. */
function understood(track: Track, scores: boolean): Pick<Series, 'metric' | 'goal'> {
  if (scores && isBare(track)) return SCORE;
  return isLikelihood(track) ? OBJECTIVE : track.meaning;
}

/** Beside curves of this many points a single value is no curve: a setting, or a result printed at the end. */
const CURVE = 5;

function curvesOf(tracks: readonly Track[]): readonly Track[] {
  const shown = tracks.filter(track => track.count > 0 && isCurve(track));
  const drawn = shown.some(isNamedLoss) ? shown.filter(({ name }) => name !== BARE_LOSS) : shown;
  const hasCurve = drawn.some(track => track.count >= CURVE);
  return hasCurve ? drawn.filter(track => track.count > 1 && !isReport(track)) : drawn;
}

/** Beside it a bare number is something else: a rate, a time. */
function isNamedLoss({ name, meaning }: Track): boolean {
  return name !== BARE_LOSS && meaning.metric === 'loss';
}

/** Whether a series is what was printed at one place only, of each set or class: the report at the end. */
function isReport({ standing }: Track): boolean {
  const { count, firstEpoch, lastEpoch, lastStep } = standing;
  return count < CURVE && firstEpoch === lastEpoch && Number.isNaN(lastStep);
}

function columnsOf(rows: Rows): Pick<Rows, 'epoch' | 'step' | 'time' | 'line' | 'log'> {
  const { epoch, step, time, line, log } = rows;
  return { epoch, step, time, line, log };
}

function unitOf(growing: GrowingRun): RunUnit {
  if (growing.facts.unit !== null) return growing.facts.unit;
  const [stepName] = growing.stepNames;
  return stepName === undefined ? 'step' : unitOfName(stepName);
}

function planOf(
  growing: GrowingRun,
  rows: Rows,
): Pick<Run, 'epochBase' | 'plannedEpochs' | 'stepsPerEpoch' | 'status'> {
  const { facts } = growing;
  const stepsPerEpoch = growing.hasEpoch && growing.hasStep ? stepsAnEpoch(rows) : null;
  const plannedEpochs = plannedOf(growing, stepsPerEpoch);
  const labels = labelFacts(
    facts.unit === 'round' ? surveyOf(rows.step) : growing.labels,
    plannedEpochs,
  );
  const epochBase = facts.epochBase ?? labels.base;
  const trained = labels.highest + (epochBase === 0 ? 1 : 0);
  return {
    epochBase,
    plannedEpochs,
    stepsPerEpoch,
    status: statusOf(growing, trained, plannedEpochs, rows),
  };
}

function plannedOf(growing: GrowingRun, stepsPerEpoch: number | null): number | null {
  const { planned } = growing.facts;
  if (planned === null) return null;
  if (planned.unit === 'epoch' || planned.unit === 'round') return planned.count;
  if (stepsPerEpoch === null) return null;
  const epochs = planned.count / stepsPerEpoch;
  const whole = Math.round(epochs);
  return whole >= 1 && Math.abs(epochs - whole) < 0.02 * whole ? whole : null;
}

function statusOf(
  growing: GrowingRun,
  trained: number,
  planned: number | null,
  rows: Rows,
): RunStatus {
  if (growing.facts.status !== null) return growing.facts.status;
  if (isAtLastStep(growing, rows)) return 'finished';
  return planned !== null && trained >= planned ? 'finished' : 'unknown';
}

/** Whether the last step that was planned is the last of the log: exactly, since a batch counter may look the same. */
function isAtLastStep({ facts, hasStep }: GrowingRun, rows: Rows): boolean {
  const { planned } = facts;
  if (!hasStep || planned === null || !/^(?:step|iteration)$/.test(planned.unit)) return false;
  const steps = labelFacts(surveyOf(rows.step), planned.count);
  return (
    steps.highest === planned.count || (steps.base === 0 && steps.highest === planned.count - 1)
  );
}

/** Optimizer steps in one epoch, from the first and last row that have both; `null` unless they differ in both. */
function stepsAnEpoch(rows: Rows): number | null {
  const hasBoth = (row: number): boolean =>
    !Number.isNaN(rows.epoch.at(row)) && !Number.isNaN(rows.step.at(row));
  let first = 0;
  let last = rows.count - 1;
  while (first <= last && !hasBoth(first)) first++;
  while (last > first && !hasBoth(last)) last--;
  const epochs = rows.epoch.at(last) - rows.epoch.at(first);
  const steps = rows.step.at(last) - rows.step.at(first);
  return epochs >= 1 && steps > 0 ? steps / epochs : null;
}
