import type { PanelWords, WindowData, WindowRequest } from '../core/protocol';
import { counted, fill } from './numbers';
import { baselineOf, isCompared, type Shown } from './shown';

/** As many runs as a caption names. */
const MOST_NAMES = 5;

/** What the caption says of the choice of lines: which metrics have a chart, what differences are taken from and which of them are within noise. */
export function notesOf(
  shown: Shown,
  request: WindowRequest,
  data: Pick<WindowData, 'withinNoise'>,
  words: PanelWords,
  language: string,
): readonly string[] {
  const notes = [...metricsWords(shown, words), ...runsWords(shown, words, language)];
  return [...notes, ...comparisonWords(shown, request, data, words)];
}

function comparisonWords(
  shown: Shown,
  request: WindowRequest,
  { withinNoise }: Pick<WindowData, 'withinNoise'>,
  words: PanelWords,
): readonly string[] {
  const baseline = baselineOf(shown.stage, shown.state);
  if (shown.state.compare !== 'difference' || !baseline) return [];
  const from = fill(words.differenceNote, { name: baseline.name });
  const lines = request.lines.filter((_, i) => withinNoise[i]);
  const within = new Set(lines.map(line => JSON.stringify(line)));
  const names = shown.charts.flatMap(({ series }) =>
    series
      .filter(one => within.has(JSON.stringify(one.request)))
      .map(({ shortName, split }) =>
        split === null ? shortName : `${shortName} (${words[split]})`,
      ),
  );
  if (names.length === 0) return [from];
  const some = names.slice(0, MOST_NAMES).join(', ');
  const all = names.length > MOST_NAMES ? `${some} …` : some;
  return [from, fill(words.withinNoise, { names: all })];
}

/** Nothing where every run that was asked for is drawn. */
function runsWords(
  { stage, state }: Shown,
  words: PanelWords,
  language: string,
): readonly string[] {
  const asked = state.compared.length === 0 ? stage.runs.length : state.compared.length;
  const { length } = stage.compared;
  if (!isCompared(state) || length >= asked) return [];
  const counts = { shown: counted(length, language), all: counted(asked, language) };
  return [fill(words.drawnOf, counts)];
}

/** Nothing where every metric has a chart of its own. */
function metricsWords(
  { charts, sections, found, elsewhere, axis }: Shown,
  words: PanelWords,
): readonly string[] {
  const listed = sections.reduce((sum, { count }) => sum + count, 0);
  const some = { count: String(charts.length), all: String(found) };
  const notes = listed < found ? [fill(words.someMetrics, some)] : [];
  if (elsewhere.length === 0) return notes;
  const names = elsewhere.slice(0, MOST_NAMES).join(', ');
  const all = elsewhere.length > MOST_NAMES ? `${names} …` : names;
  return [...notes, fill(words.notOnAxis, { names: all, axis: axis?.label ?? '' })];
}
