import type { LogProblem } from '../../run/run';
import type { Say } from '../say';

/** Something that was wrong in a log, in one sentence; says the line where there is one. */
export function problemSentence(problem: LogProblem, say: Say): string {
  const what = problemWords(problem, say);
  return problem.line > 0 ? say('Line {line}: {what}', { line: problem.line, what }) : what;
}

/** What is wrong with a file; what is wrong with a part of it is said by `partWords`. */
function problemWords({ code, details }: LogProblem, say: Say): string {
  switch (code) {
    case 'binary':
      return say('This is not text; nothing was read.');
    case 'too-large':
      return say('The file is too large to be read whole; the rest was left out.');
    case 'truncated':
      return say('The file ends in the middle of something; what came before was read.');
    case 'no-curve':
      return say('No curve in this file.');
    case 'too-many-runs':
      return say('There are more than {runs} runs; the others were left out.', details);
    case 'locked':
    case 'bad-database':
    case 'newer-rows':
    case 'unopened':
      return databaseWords(code, say);
    default:
      return partWords(code, details, say);
  }
}

type DatabaseCode = 'locked' | 'bad-database' | 'newer-rows' | 'unopened';
type FileCode = 'binary' | 'too-large' | 'truncated' | 'no-curve' | 'too-many-runs' | DatabaseCode;

function databaseWords(code: DatabaseCode, say: Say): string {
  switch (code) {
    case 'locked':
      return say('Another program holds the database; what was last written may be missing.');
    case 'bad-database':
      return say('The database is damaged; what could be read was kept.');
    case 'newer-rows':
      return say(
        'The newest rows may be in the write-ahead log of the database, which was not read.',
      );
    case 'unopened':
      return say('The database could not be opened.');
  }
}

function partWords(
  code: Exclude<LogProblem['code'], FileCode>,
  details: LogProblem['details'],
  say: Say,
): string {
  switch (code) {
    case 'bad-json':
      return say('This is not JSON; it was left out.');
    case 'bad-row':
      return say(
        'The row has another number of cells than the header; it was read as far as it fits.',
      );
    case 'bad-number':
      return say('A cell that should be a number is none; it was left out.');
    case 'bad-record':
      return say('Record {record}, at byte {byte}, is damaged; it was left out.', details);
    case 'long-record':
      return say('Record {record}, at byte {byte}, is too long; it was left out.', details);
    case 'too-long-line':
      return say('The line is too long; only its beginning was read.');
    case 'too-many-shapes':
      return say(
        'There are more than {most} different sets of columns; what has further ones was left out.',
        details,
      );
    case 'too-many-columns':
      return say('The table has more than {most} columns; it was not read.', details);
    case 'too-deep':
      return say('The values are nested too deeply; they were left out.');
  }
}
