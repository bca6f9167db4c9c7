import { join } from 'node:path';

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run npm test -- e2e`);
  return value;
}

/** What scripts/lib/suites.mjs prepared: a VS Code server with the extension on a copy of samples/, and a browser. */
export const environment = {
  url: fromEnvironment('EPOCH_LENS_URL'),
  workspace: fromEnvironment('EPOCH_LENS_WORKSPACE'),
  pictures: fromEnvironment('EPOCH_LENS_PICTURES'),
  browser: fromEnvironment('CHROME_PATH'),
  flags: JSON.parse(fromEnvironment('EPOCH_LENS_FLAGS')) as string[],
} as const;

/** Path of a file in the workspace of the tests. */
export const inWorkspace = (path: string): string => join(environment.workspace, path);
