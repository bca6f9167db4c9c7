import type { Explanation } from '../run/explanation';
import type { Say } from './say';
import { patternSentence } from './sentences/patterns';
import { problemSentence } from './sentences/problems';

/** Characters of an example line. */
const LONGEST = 1000;

/** How a log was read, as data (`epoch-lens explain --json`). Lines are 1-based. */
export function explanationJson(explanation: Explanation, say: Say): object {
  const { path, size, format, asked, encoding, lineEnds } = explanation;
  const { fields, dropped, marks, parameters } = explanation;
  return {
    path,
    size,
    format,
    asked,
    encoding,
    lineEnds: lineEnds && { lf: lineEnds.lf, crlf: lineEnds.crlf, cr: lineEnds.cr },
    runs: runsJson(explanation),
    templates: explanation.templates.map(({ text, skipped, records, ...rest }) => ({
      example: text.slice(0, LONGEST),
      ...rest,
      points: records,
      skipped: Object.fromEntries(skipped),
    })),
    fields,
    dropped,
    marks,
    parameters,
    ...patternsJson(explanation, say),
    problems: explanation.problems.map(problem => ({
      line: problem.line,
      code: problem.code,
      message: problemSentence(problem, say),
    })),
  };
}

function runsJson({ runs, starts }: Explanation): object[] {
  return runs.map(({ name, status, plannedEpochs, series }, index) => ({
    name,
    start: starts[index] ?? null,
    status,
    plannedEpochs,
    curves: series.map(({ name: curve, metric, split, count }) => ({
      name: curve,
      metric,
      split,
      points: count,
    })),
  }));
}

function patternsJson({ patterns, patternProblems }: Explanation, say: Say): object {
  return {
    patterns: patterns.map(({ pattern, lines, first, last }) => ({
      pattern: pattern.text,
      fields: pattern.fields,
      lines,
      first,
      last,
    })),
    patternProblems: patternProblems.map(problem => ({
      ...problem,
      message: patternSentence(problem, say),
    })),
  };
}
