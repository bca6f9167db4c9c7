import { isDump } from './parameters';

/** Lines of program text: they name metrics and numbers but report nothing. */
function isSource(message: string): boolean {
  return /^\s*(?:def |class |import |from \w+ import|return |if .*:$|for .*:$|while .*:$|print\(|#include|@\w+|\/\/|parser\.|[>E]?\s*assert |\(\w+\): [A-Z]\w*\(|>?\s*\w+ = [\w.]+\(.*\)\s*$)|\bprint\s*\(\s*f?["']/.test(
    message,
  );
}

/** A record of what an agent or a model said, as JSON. */
const SAID =
  /^\s*\{.{0,4000}"(?:thought|action|observation|content|prompt|response|completion|question|answer|messages)"\s?:\s?["[{]/;

/** Programs that iterate too, but train nothing that could be trained longer; what Darknet tells of each layer; requests to a server. */
const NO_TRAINING =
  /^\s*(?:\[?(?:t-SNE|UMAP)\b|Iteration \d+, inertia\b|Iteration:? {1,9}\d+ {1,9}(?:Dual|Primal) objective|\w+: {1,4}Solving for \w+, Initial residual|Region \d+ Avg IOU|v3 \()|"(?:GET|POST|PUT|DELETE|HEAD|PATCH|OPTIONS) [^"]{1,400} HTTP\/\d/i;

/** What is kept of a game. */
const GAME = /\bplayer(?:'s|s)?(?: \d)? scores?\b|\bkills?\s?[:=]/i;

/** Whether a line tells of something that is no training, whatever it counts and measures. */
function isNoReport(message: string): boolean {
  if (GAME.test(message) && !/loss|reward/i.test(message)) return true;
  return NO_TRAINING.test(message) || (SAID.test(message) && !/loss/i.test(message));
}

/** Whether a line is of something else than a training, or of how it was set up. */
export function isOther(message: string): boolean {
  return isSource(message) || isDump(message) || isNoReport(message);
}
