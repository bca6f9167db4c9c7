import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator } from 'playwright-core';

/** What axe says of a page; tests are compiled without the types of pages. */
interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly unknown[] }[];
}

const axe = (): string =>
  readFileSync(createRequire(`${process.cwd()}/`).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds serious or critical in the page that an element is in: `rule: where`. */
export async function seriousProblems(inside: Locator): Promise<readonly string[]> {
  const frame = await (await inside.elementHandle()).ownerFrame();
  if (!frame) throw new Error('the page is gone');
  await frame.evaluate(axe());
  const found = await frame.evaluate<readonly Violation[]>(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${String(nodes[0]?.target)}`);
}
