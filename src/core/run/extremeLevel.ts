/** The smallest and largest finite value of each of a row of blocks; of a block without any, Infinity and -Infinity. */
export class ExtremeLevel {
  min = new Float64Array();
  max = new Float64Array();
  length = 0;

  /** Makes room for `count` blocks: exactly so many at first, a quarter more where it grows again. */
  reserve(count: number): void {
    if (count <= this.min.length) return;
    const room = this.length === 0 ? count : count + (count >> 2);
    for (const side of ['min', 'max'] as const) {
      const larger = new Float64Array(room);
      larger.set(this[side].subarray(0, this.length));
      this[side] = larger;
    }
  }

  push(min: number, max: number): void {
    this.min[this.length] = min;
    this.max[this.length++] = max;
  }

  /** The next block, of `count` blocks of the level below. */
  pushOf({ min, max }: ExtremeLevel, from: number, count: number): void {
    let [low, high] = [Infinity, -Infinity];
    for (let block = from; block < from + count; block++) {
      if (min[block]! < low) low = min[block]!;
      if (max[block]! > high) high = max[block]!;
    }
    this.push(low, high);
  }
}
