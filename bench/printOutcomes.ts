import type { Outcome } from './contest';

const milliseconds = (value: number): string => value.toFixed(value < 10 ? 2 : 0);

function row(outcome: Outcome): string[] {
  const { name, ours, unit, speed, reference, theirs, ratio, limit, kept } = outcome;
  const peer = theirs === null ? reference : `${reference}: ${milliseconds(theirs)} ms`;
  const verdict = kept ? 'ok' : 'TOO SLOW';
  return [
    name,
    `${milliseconds(ours)} ${unit ?? 'ms'}`,
    speed,
    peer,
    Number.isNaN(ratio) ? '' : `${ratio.toFixed(2)} ×`,
    limit,
    verdict,
  ];
}

/** A table for the terminal: columns as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map(cells => cells[column]?.length ?? 0)),
  );
  return rows
    .map(cells => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map(line => line.trimEnd())
    .join('\n');
}

/** Prints a table of what was measured; the exit code says when a limit was not kept. */
export function printOutcomes(title: string, outcomes: readonly Outcome[]): void {
  const head = ['what', 'ours', 'speed', 'reference', 'ratio', 'limit', ''];
  console.log(`${title}\n`);
  console.log(table([head, ...outcomes.map(row)]));
  if (outcomes.some(({ kept }) => !kept)) process.exitCode = 1;
}
