/** Numbers that look random and are the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One evaluation of a made-up training that converges with some noise. */
export interface Point {
  readonly epoch: number;
  readonly step: number;
  readonly train: number;
  readonly validation: number;
  readonly accuracy: number;
}

export function points(count: number): Point[] {
  const random = randomFrom(7);
  return Array.from({ length: count }, (_, index) => {
    const progress = Math.exp((-4 * index) / count);
    return {
      epoch: index + 1,
      step: (index + 1) * 100,
      train: 0.05 + 2 * progress + 0.02 * random(),
      validation: 0.3 + 1.8 * progress + 0.05 * random(),
      accuracy: 0.95 - 0.8 * progress + 0.01 * random(),
    };
  });
}

const bytesOf = (lines: readonly string[]): Uint8Array =>
  new TextEncoder().encode(`${lines.join('\n')}\n`);

const fixed = (value: number): string => value.toFixed(6);

/** A print loop: what people write themselves. */
export const asText = (all: readonly Point[]): Uint8Array =>
  bytesOf(
    all.map(
      ({ epoch, train, validation, accuracy }) =>
        `Epoch ${epoch}/${all.length} - loss: ${fixed(train)} - val_loss: ${fixed(validation)} - val_acc: ${fixed(accuracy)}`,
    ),
  );

export const asCsv = (all: readonly Point[]): Uint8Array =>
  bytesOf([
    'epoch,step,train_loss,val_loss,val_accuracy',
    ...all.map(({ epoch, step, train, validation, accuracy }) =>
      [epoch, step, fixed(train), fixed(validation), fixed(accuracy)].join(),
    ),
  ]);

export const asJsonLines = (all: readonly Point[]): Uint8Array =>
  bytesOf(
    all.map(({ epoch, step, train, validation, accuracy }) =>
      JSON.stringify({
        epoch,
        step,
        train_loss: train,
        val_loss: validation,
        val_accuracy: accuracy,
      }),
    ),
  );
