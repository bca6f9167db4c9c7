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

  /** Whether steps so far are global as printed. */
  get isPlain(): boolean {
    return !this.#inEpoch && this.#start === 0;
  }

  /** Notes the last of rows whose steps rise, while the clock is plain; `epoch` is NaN where they have none. */
  pass(epoch: number, step: number): void {
    if (epoch > this.#epoch || step > this.#highest) this.#highest = step;
    if (epoch === epoch) this.#epoch = epoch;
  }

  /**
   * Makes the step of a row global: `labels` are its epoch and step, both as printed, NaN for none; `series` tells the
   * step that the same series had before. NaN stays NaN.
   */
  makeGlobal(labels: Float64Array, series: { readonly lastStep: number }): void {
    const epoch = labels[0]!;
    const step = labels[1]!;
    if (step !== step) return;
    // Before the first label, steps were counted too.
    const before = this.#epoch === this.#epoch ? this.#epoch : -1;
    if (epoch > before) {
      if (step <= series.lastStep && Math.floor(epoch) > Math.floor(before)) this.#inEpoch = true;
      if (this.#inEpoch) this.#start += this.#highest;
      this.#highest = 0;
    }
    if (epoch === epoch) this.#epoch = epoch;
    if (step > this.#highest) this.#highest = step;
    labels[1] = this.#start + step;
  }
}
