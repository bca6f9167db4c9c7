/**
 * Makes steps global. A counter that starts over in each epoch (`epoch 2, iter 10` after `epoch 1, iter 360`)
 * is continued from the highest step of the epochs before.
 */
export class StepClock {
  #epoch = NaN;
  #highest = 0;
  #start = 0;
  #inEpoch = false;

  /** Whether the log's own steps start over in each epoch. */
  get startsOver(): boolean {
    return this.#inEpoch;
  }

  /**
   * The global step of a row with this epoch label and step, both as printed; `previous` is the step that the
   * same series had before (NaN: none). NaN stays NaN.
   */
  globalStep(epoch: number, step: number, previous: number): number {
    if (Number.isNaN(step)) return NaN;
    if (epoch > this.#epoch) {
      if (step <= previous && Math.floor(epoch) > Math.floor(this.#epoch)) this.#inEpoch = true;
      if (this.#inEpoch) this.#start += this.#highest;
      this.#highest = 0;
    }
    if (!Number.isNaN(epoch)) this.#epoch = epoch;
    if (step > this.#highest) this.#highest = step;
    return this.#start + step;
  }
}
