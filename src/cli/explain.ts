import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { patternsFrom } from '../core/log/patterns/patternsFrom';
import { renderExplanation } from '../core/report/explain';
import { explanationJson } from '../core/report/explainJson';
import { explainLog } from '../core/run/explainLog';
import { sourceOf } from '../node/sourceOf';
import { accessError, UserError } from '../node/userError';
import type { Command } from './command';
import { eachPath } from './output';
import { PATTERN_OPTIONS, patternTexts } from './patterns';

/** `epoch-lens explain PATH…`: how a log was read, line by line of its kind. */
export const explain: Command = {
  name: 'explain',
  summary: 'how a log is read: its format, its lines, what was left out and why',
  usage: 'FILE…',
  options: PATTERN_OPTIONS,
  run: async (args, io) => {
    const patterns = patternsFrom(await patternTexts(args));
    return eachPath(args, io, async path => {
      const found = await stat(path).catch((error: unknown) => {
        throw accessError(error);
      });
      if (found.isDirectory()) throw new UserError('It is a folder; name a log.');
      const pause = async (): Promise<boolean> => {
        await setImmediate();
        return !io.closed;
      };
      const explanation = await explainLog(sourceOf(path), basename(path), { patterns, pause });
      return {
        json: () => ({ ...explanationJson(explanation, io.say), path }),
        text: () => renderExplanation(explanation, io.say),
      };
    });
  },
};
