import fc from 'fast-check';

/** Pieces of columns as logs have them: counters, repeated labels, gaps, measures; longer than a chunk now and then. */
export const piece = fc.oneof(
  fc
    .tuple(fc.integer({ min: -3, max: 9 }), fc.integer({ min: -2, max: 3 }), fc.nat({ max: 12 }))
    .map(([first, stride, count]) => Array.from({ length: count }, (_, at) => first + at * stride)),
  fc.array(
    fc.constantFrom(NaN, 0, -0, 1, 7, Infinity, -Infinity, 2 ** 32 - 2, 2 ** 32 - 1, 2 ** 32),
    {
      maxLength: 4,
    },
  ),
  fc.array(fc.double(), { maxLength: 4 }),
  fc.constantFrom(9000, 17_000).map(count => Array.from({ length: count }, (_, at) => at % 5)),
);
