import assert from 'node:assert/strict';
import { standTogether, Standing, type Standee } from '../../../src/core/run/standing';

const standee = (): Standee => ({ standing: new Standing() });
const counters = (epoch: number, step: number): Float64Array => Float64Array.of(epoch, step, NaN);
const rowsOf = ({ standing }: Standee): number[] => [...standing.rows.view()];

describe('series that are printed together', () => {
  it('stand together from their first row on, and part when one is printed without the others', () => {
    const [a, b, c] = [standee(), standee(), standee()];
    const shared = standTogether([a, b]);
    shared?.take(0, counters(1, 10));
    shared?.take(2, counters(1, 20));
    assert.equal(standTogether([b, a]), shared);
    assert.equal(standTogether([a, c]), null);
    a.standing.take(3, counters(2, 30));
    c.standing.take(3, counters(2, 30));
    assert.deepEqual([a, b, c].map(rowsOf), [[0, 2, 3], [0, 2], [3]]);
    const { count, firstEpoch, lastEpoch, lastStep, repeats } = b.standing;
    assert.deepEqual([count, firstEpoch, lastEpoch, lastStep, repeats], [2, 1, 1, 20, 1]);
    assert.equal(a.standing.lastStep, 30);
    assert.deepEqual(shared?.members, []);
  });

  it('that were printed alone do not stand with others later, and stand alone as before', () => {
    const [a, b] = [standee(), standee()];
    standTogether([a])?.take(0, counters(NaN, 1));
    assert.equal(standTogether([a, b]), null);
    assert.equal(standTogether([a]), a.standing);
  });

  it('go on by a later epoch or where neither counter falls', () => {
    const [one] = [standee()];
    const standing = standTogether([one])!;
    standing.take(0, counters(2, 50));
    const asked = [counters(2, 50), counters(3, 1), counters(2, 49), counters(1, 60)];
    assert.deepEqual(
      asked.map(each => standing.goesOn(each)),
      [true, true, false, false],
    );
  });
});
