import { byHand } from './byHand';
import { configCopy, copiedNumber } from './configCopy';
import { defaultFolder } from './defaultFolder';
import { derivedPath } from './derivedPath';
import type { Evidence } from './evidence';
import { literalPath } from './literalPath';
import { loggedArguments } from './loggedArguments';
import { namedTogether } from './namedTogether';
import { onlyOne } from './onlyOne';
import { pipeline } from './pipeline';
import { plannedEpochs } from './plannedEpochs';
import { sameNotebook } from './sameNotebook';

/** The kinds of evidence, strongest first; a new one is one file and one line here. */
export const evidence: readonly Evidence[] = [
  byHand,
  configCopy,
  sameNotebook,
  loggedArguments,
  pipeline,
  namedTogether,
  literalPath,
  derivedPath,
  defaultFolder,
  copiedNumber,
  plannedEpochs,
  onlyOne,
];
