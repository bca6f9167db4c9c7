import type { Command } from './command';
import { curves } from './curves';
import { explain } from './explain';
import { links } from './links';
import { report } from './report';
import { settings } from './settings';
import { suggest } from './suggest';
import { watch } from './watch';

/** The commands of `epoch-lens`, in the order of its help. */
export const commands: readonly Command[] = [
  curves,
  suggest,
  settings,
  links,
  report,
  explain,
  watch,
];
