import type { Explanation } from '../run/explanation';
import type { PatternMatch } from '../run/patternReading';
import type { Block, Column, Row } from './blocks';
import type { Say } from './say';
import { formatCount } from './sentences/numbers';
import { matchedWords, patternSentence } from './sentences/patterns';
import { visible } from './shownName';

const EXAMPLE = 'Epoch {epoch}/{planned}: train={train_loss} val={val_loss} {*}';

/** What the user's own patterns read, what is wrong with them, and how to write one where nothing was read. */
export function patternBlocks(explanation: Explanation, say: Say): readonly Block[] {
  const { patterns, patternProblems, runs, encoding } = explanation;
  const isHelpful = runs.length === 0 && encoding !== null;
  const isOwn = patterns.length > 0 || patternProblems.length > 0;
  const title = isOwn ? say('Your patterns') : say('A pattern of your own');
  if (!isOwn && !isHelpful) return [];
  return [
    { kind: 'heading', level: 2, text: title },
    ...(isOwn ? ownBlocks(explanation, say) : []),
    ...(isHelpful ? help(explanation, say) : []),
  ];
}

function ownBlocks(explanation: Explanation, say: Say): Block[] {
  const { patterns, patternProblems } = explanation;
  return [
    ...(patterns.length === 0 ? [] : [tableOf(patterns, say)]),
    ...(isByPatterns(explanation)
      ? [note(say('As they match lines of this log, it is read by them alone.'))]
      : []),
    ...(patternProblems.length === 0 ? [] : [problemsOf(explanation, say)]),
  ];
}

/** Whether the patterns alone read the log: what its format made of it does not count. */
export function isByPatterns({ patterns }: Pick<Explanation, 'patterns'>): boolean {
  return patterns.some(({ lines }) => lines > 0);
}

function tableOf(patterns: readonly PatternMatch[], say: Say): Block {
  const rows = patterns.map((match): Row => [
    visible(match.pattern.text),
    formatCount(match.lines),
    matchedWords(match, 'first', say),
    matchedWords(match, 'last', say),
  ]);
  const columns: Column[] = [
    { title: say('Pattern'), align: 'left' },
    { title: say('Lines'), align: 'right' },
    { title: say('First'), align: 'left' },
    { title: say('Last'), align: 'left' },
  ];
  return { kind: 'table', columns, rows };
}

function problemsOf({ patternProblems }: Explanation, say: Say): Block {
  return { kind: 'list', items: patternProblems.map(each => visible(patternSentence(each, say))) };
}

function help({ suggested }: Explanation, say: Say): Block[] {
  return [
    {
      kind: 'paragraph',
      text: say(
        'Where a log is not understood, say what its lines look like: the text as it stands, {name} for a number, {any} for anything.',
        { name: '{name}', any: '{*}' },
      ),
    },
    { kind: 'code', text: EXAMPLE },
    ...(suggested === null
      ? []
      : ([
          { kind: 'paragraph', text: say('Made of a line of this log, to begin with:') },
          { kind: 'code', text: visible(suggested) },
        ] as const)),
    note(
      say(
        'The preference epochLens.logs.patterns holds such patterns; the command “Try a Log Pattern” shows what one reads. In the terminal: --pattern.',
      ),
    ),
  ];
}

function note(text: string): Block {
  return { kind: 'note', text };
}
