import type { Plan } from './plan';

/** Words that only the log of a federated training has. */
const FEDERATED =
  /\bfederat|\bfed(?:avg|prox|sgd|nova|opt|bn|ml)\b|\bflwr\b|\bflower server|\bclient(?:s|\b.{0,4}\d)|\bcommunication round|\bglobal round|\blocal (?:epoch|training)|联邦|客户端/i;
const CENTRAL = /\b(?:centrali[sz]ed|standalone) (?:training|learning|model)/i;
/** What a client does between two rounds is of the training. */
const LOCAL = /\b(?:local|client)\b|客户端/i;

/** What the words of a line say of a federated training; `null`: nothing. */
export function federationOf(message: string): Plan['federation'] {
  if (message.length > 400) return null;
  if (CENTRAL.test(message)) return 'central';
  if (!FEDERATED.test(message)) return null;
  return LOCAL.test(message) ? 'local' : 'global';
}

/** Whether a line counts rounds. */
export function countsRounds({ step }: Plan): boolean {
  return step !== null && /round|轮/i.test(step.name);
}

/** Lines by what they count. */
interface Counting {
  readonly counts: boolean;
  readonly isRound: boolean;
}

/**
 * Where a federated log has got to. Its axis are the rounds; what clients count in between starts over with each of
 * them, and is no place of the training.
 */
export class Rounds {
  #isFederated = false;
  #inRound = false;

  /** Takes notice of what a line says. */
  hear({ federation }: Plan): void {
    if (federation === 'central') this.#inRound = this.#isFederated = false;
    else if (federation !== null) this.#isFederated = true;
  }

  /** What the counters of a line are: those of the log, a round of a federation, or those of a client. */
  kindOf({ isRound, counts }: Counting): 'own' | 'round' | 'local' {
    if (isRound) this.#inRound = true;
    if (!this.#isFederated) return 'own';
    if (isRound) return 'round';
    return this.#inRound && counts ? 'local' : 'own';
  }
}
