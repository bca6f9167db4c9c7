import type { ExplainedTemplate, Explanation } from '../run/explanation';
import type { Block, Column, Row } from './blocks';
import { runBlocks } from './explainRuns';
import { isByPatterns, patternBlocks } from './explainPatterns';
import { markdownOf } from './markdown';
import type { Say } from './say';
import {
  markSentence,
  noCurveSentence,
  recognitionSentence,
  skippedWords,
  useWords,
} from './sentences/explain';
import { formatCount } from './sentences/numbers';
import { problemSentence } from './sentences/problems';
import { shownName, visible } from './shownName';

/** Shapes of lines shown: with values, and with numbers that were left out. */
const MOST_READ = 20;
const MOST_UNREAD = 5;
const MOST_FIELDS = 100;
const MOST_MARKS = 20;
const MOST_PROBLEMS = 50;
/** Characters of an example line. */
const LONGEST_EXAMPLE = 300;

/** How a log was read, as a Markdown document. */
export function renderExplanation(explanation: Explanation, say: Say): string {
  return markdownOf(composeExplanation(explanation, say), say);
}

/** How a log was read, and what came of it: the parts of the document, in plain words. */
export function composeExplanation(explanation: Explanation, say: Say): readonly Block[] {
  const { runs } = explanation;
  const title = say('How {name} is read', { name: shownName(explanation.path) });
  return [
    { kind: 'heading', level: 1, text: title },
    ...fileBlocks(explanation, say),
    ...(runs.length === 0 ? noCurveBlocks(explanation, say) : runBlocks(explanation, say)),
    ...patternBlocks(explanation, say),
    ...(isByPatterns(explanation) ? [] : templateBlocks(explanation, say)),
    ...fieldBlocks(explanation, say),
    ...markBlocks(explanation, say),
    ...problemBlocks(explanation, say),
  ];
}

function fileBlocks(explanation: Explanation, say: Say): Block[] {
  const { encoding, lineEnds, size } = explanation;
  const facts = [
    { name: say('Format'), text: recognitionSentence(explanation, say) },
    { name: say('Size'), text: say('{bytes} bytes', { bytes: size.toLocaleString('en') }) },
  ];
  if (encoding !== null) facts.push({ name: say('Encoding'), text: encoding.toUpperCase() });
  if (encoding !== null && lineEnds !== null) {
    const ends = [
      [lineEnds.lf, 'LF'],
      [lineEnds.crlf, 'CRLF'],
      [lineEnds.cr, say('CR alone (a progress bar that is drawn again)')],
    ] as const;
    const met = ends.filter(([count]) => count > 0);
    const text = met.map(([count, name]) => `${formatCount(count)} × ${name}`).join(', ');
    facts.push({ name: say('Line ends'), text: text || say('none') });
  }
  return [{ kind: 'facts', items: facts }];
}

function noCurveBlocks(explanation: Explanation, say: Say): Block[] {
  return [
    { kind: 'heading', level: 2, text: say('No curve') },
    { kind: 'paragraph', text: noCurveSentence(explanation, say) },
  ];
}

function templateBlocks(explanation: Explanation, say: Say): Block[] {
  const { templates, format } = explanation;
  if (format !== 'text' && templates.length === 0) return [];
  const read = templates.filter(isRead);
  const unread = templates
    .filter(each => !isRead(each) && each.fields.length > 0)
    .toSorted((a, b) => b.lines - a.lines);
  const silent = templates.length - read.length - unread.length;
  return [
    { kind: 'heading', level: 2, text: say('Lines that are read') },
    ...read.slice(0, MOST_READ).flatMap(each => templateBlock(each, explanation, say)),
    ...more(read.length - MOST_READ, say),
    ...(read.length === 0 ? [paragraph(say('None.'))] : []),
    ...(unread.length === 0 ? [] : [heading(say('Lines with numbers that are not read'))]),
    ...unread.slice(0, MOST_UNREAD).flatMap(each => templateBlock(each, explanation, say)),
    ...more(unread.length - MOST_UNREAD, say),
    paragraph(say('Further shapes of lines, without a number: {count}.', { count: silent })),
  ];
}

/** Whether lines of a shape say anything that counts. */
function isRead({ fields }: ExplainedTemplate): boolean {
  return fields.some(({ use }) => use !== 'ignored');
}

function templateBlock(template: ExplainedTemplate, explanation: Explanation, say: Say): Block[] {
  const { text, line, lines, records, fields } = template;
  const notes = notesOn(template, explanation, say);
  const values = { line, lines: formatCount(lines), records: formatCount(records) };
  const items = fields
    .slice(0, MOST_FIELDS)
    .map(field => ({ name: shownName(field.name), text: useWords(field, say) }));
  return [
    paragraph(
      lines === 1
        ? say('Line {line}, the only one of its shape:', values)
        : say('{lines} lines like line {line}, {records} points:', values),
    ),
    { kind: 'code', text: visible(text.slice(0, LONGEST_EXAMPLE)) },
    { kind: 'facts', items },
    ...(notes.length === 0 ? [] : [{ kind: 'list', items: notes } as const]),
  ];
}

/** What else is to be said of the lines of a shape: why some gave no point, what the first says besides. */
function notesOn(template: ExplainedTemplate, explanation: Explanation, say: Say): string[] {
  const { line, lines, records, fields, skipped } = template;
  const notes = [...skipped].map(([reason, count]) => skippedWords(reason, count, say));
  const isSilent = records === 0 && notes.length === 0 && fields.some(({ use }) => use === 'value');
  const isBar = fields.some(({ use }) => use === 'progress');
  if (isSilent && explanation.runs.length === 0)
    notes.push(skippedWords('no-training', lines, say));
  else if (isSilent && isBar) notes.push(skippedWords('redrawn', lines, say));
  const marks = explanation.marks.filter(mark => mark.line === line);
  return [...notes, ...marks.flatMap(mark => markSentence(mark, true, say) ?? [])];
}

function fieldBlocks(explanation: Explanation, say: Say): Block[] {
  const fields = isByPatterns(explanation) ? [] : explanation.fields;
  const table = (title: string, of: Explanation['fields']): Block[] =>
    of.length === 0
      ? []
      : [
          heading(title),
          { kind: 'table', columns: fieldColumns(say), rows: of.slice(0, MOST_FIELDS).map(row) },
          ...more(of.length - MOST_FIELDS, say),
        ];
  const row = (field: Explanation['fields'][number]): Row => [
    shownName(field.name),
    useWords(field, say),
  ];
  return [
    ...table(say('Columns, keys or tags'), fields),
    ...table(say('Read, but no curve'), explanation.dropped),
  ];
}

function fieldColumns(say: Say): Column[] {
  return [
    { title: say('Name'), align: 'left' },
    { title: say('What it is'), align: 'left' },
  ];
}

function markBlocks(explanation: Explanation, say: Say): Block[] {
  const { parameters } = explanation;
  const marks = explanation.marks.filter(
    ({ kind }) => !isByPatterns(explanation) || kind === 'planned' || kind === 'status',
  );
  const isText = explanation.encoding !== null;
  const items = marks.flatMap(mark => markSentence(mark, isText, say) ?? []);
  const shown = items.slice(0, MOST_MARKS);
  if (parameters > 0)
    shown.push(say('Settings that the log repeats: {count}.', { count: formatCount(parameters) }));
  if (shown.length === 0) return [];
  return [
    heading(say('What the log says besides')),
    { kind: 'list', items: shown },
    ...more(items.length - MOST_MARKS, say),
  ];
}

function problemBlocks({ problems }: Explanation, say: Say): Block[] {
  if (problems.length === 0) return [];
  const items = problems.slice(0, MOST_PROBLEMS).map(problem => problemSentence(problem, say));
  return [
    heading(say('Problems')),
    { kind: 'list', items },
    ...more(problems.length - MOST_PROBLEMS, say),
  ];
}

function heading(text: string): Block {
  return { kind: 'heading', level: 2, text };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

function more(count: number, say: Say): Block[] {
  return count > 0 ? [{ kind: 'note', text: say('… and {count} more.', { count }) }] : [];
}
