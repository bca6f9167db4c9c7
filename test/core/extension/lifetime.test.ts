import assert from 'node:assert/strict';
import { ending, Lifetime, Slot } from '../../../src/extension/lifetime';

/** Things that write their name down when they end. */
function named(ended: string[]) {
  return (name: string) => ({ dispose: () => ended.push(name) });
}

describe('Lifetime', () => {
  it('ends what it owns once, the newest first', () => {
    const ended: string[] = [];
    const thing = named(ended);
    const own = new Lifetime();
    own.add(thing('first'));
    own.add(thing('second'));
    own.dispose();
    own.dispose();
    assert.deepEqual(ended, ['second', 'first']);
  });

  it('ends at once what it is given after its end', () => {
    const ended: string[] = [];
    const own = new Lifetime();
    own.dispose();
    own.add(named(ended)('late'));
    assert.deepEqual({ ended, over: own.ended }, { ended: ['late'], over: true });
  });

  it('ends one thing early and forgets it', () => {
    const ended: string[] = [];
    const own = new Lifetime();
    const thing = own.add(named(ended)('early'));
    own.end(thing);
    own.end(thing);
    own.dispose();
    assert.deepEqual(ended, ['early']);
  });
});

describe('Slot', () => {
  it('ends the old thing when a new one takes its place, and the last one with itself', () => {
    const ended: string[] = [];
    const thing = named(ended);
    const slot = new Slot();
    slot.put(thing('old'));
    const fresh = thing('new');
    slot.put(fresh);
    slot.put(fresh);
    assert.deepEqual(ended, ['old']);
    slot.dispose();
    assert.deepEqual(ended, ['old', 'new']);
  });

  it('stays empty after its end and ends what is put in', () => {
    const ended: string[] = [];
    const slot = new Slot();
    slot.dispose();
    slot.put(named(ended)('late'));
    assert.deepEqual({ ended, value: slot.value }, { ended: ['late'], value: undefined });
  });
});

describe('ending', () => {
  it('does its work once however often it is asked to', () => {
    let times = 0;
    const end = ending(() => times++);
    end.dispose();
    end.dispose();
    assert.equal(times, 1);
  });
});
