import type { EvidenceKind, Link } from '../../project/project';
import type { Say } from '../say';
import { shownName } from '../shownName';

/** More runs than this are only counted. */
const MOST_NAMED = 3;

/** How we know that a setting made a run, in one sentence. */
export function evidenceSentence(how: EvidenceKind, say: Say): string {
  return sentences[how](say);
}

/** How we know that a setting made its runs: one sentence, or which runs by which evidence where it differs. */
export function evidenceSentences({ tied, how }: Link, say: Say): readonly string[] {
  if (tied.length < 2) return [evidenceSentence(how, say)];
  return tied.map(({ how: kind, runs }) => {
    const named = runs.slice(0, MOST_NAMED).map(run => shownName(run.name));
    const rest = runs.length - named.length;
    if (rest > 0) named.push(say('{rest} more', { rest }));
    return say('{runs}: {sentence}', {
      runs: named.join(', '),
      sentence: evidenceSentence(kind, say),
    });
  });
}

/** Whether evidence leaves a doubt that people should read beside the number. */
export function isWeak(how: EvidenceKind): boolean {
  return how === 'planned-epochs' || how === 'only-one';
}

const sentences: Readonly<Record<EvidenceKind, (say: Say) => string>> = {
  'by-hand': say => say('You tied these runs to this setting.'),
  'config-copy': say => say('A copy of this config stands in the run’s folder.'),
  'same-notebook': say => say('A cell of this notebook printed the log.'),
  'logged-arguments': say => say('The log repeats these arguments.'),
  pipeline: say => say('A stage of the pipeline takes this setting and writes the log.'),
  'named-together': say => say('A command names both this file and the log or its folder.'),
  'literal-path': say => say('This file names the log or its folder.'),
  'derived-path': say => say('The log or its folder is named after this file or by it.'),
  'default-folder': say => say('The log stands in the tool’s usual folder beside this file.'),
  'planned-epochs': say => say('The log plans the same number of epochs.'),
  'only-one': say => say('This is the only setting and these are the only logs here.'),
};
