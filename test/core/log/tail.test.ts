import assert from 'node:assert/strict';
import { LineReader } from '../../../src/core/log/lines';
import {
  type LogListener,
  type LogSource,
  type LogStat,
  LogTail,
} from '../../../src/core/log/tail';

/** A file that a test writes; `null`: there is none. */
class Memory implements LogSource {
  bytes: Uint8Array | null = null;
  identity = 'a';
  #modified = 0;

  write(text: string | Uint8Array): void {
    this.bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    this.#modified++;
  }

  append(text: string | Uint8Array): void {
    const more = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    this.write(Uint8Array.from([...(this.bytes ?? []), ...more]));
  }

  stat(): Promise<LogStat | null> {
    const { bytes, identity } = this;
    return Promise.resolve(bytes && { size: bytes.length, modified: this.#modified, identity });
  }

  read(from: number, to: number): Promise<Uint8Array> {
    return Promise.resolve((this.bytes ?? new Uint8Array()).slice(from, to));
  }
}

/** Reads lines, and keeps what it was given in each generation. */
class Lines implements LogListener {
  generations: string[][] = [];
  heads: string[] = [];
  ends = 0;
  bytesGiven = 0;
  #reader = new LineReader(() => undefined);

  start(head: Uint8Array): void {
    const lines: string[] = [];
    this.generations.push(lines);
    this.heads.push(new TextDecoder().decode(head));
    this.#reader = new LineReader(text => lines.push(text));
  }

  bytes(part: Uint8Array): void {
    this.bytesGiven += part.length;
    this.#reader.push(part);
  }

  end(): void {
    this.ends++;
    this.#reader.end();
  }
}

function following(growth: 'append' | 'rewrite' = 'append'): {
  file: Memory;
  lines: Lines;
  tail: LogTail;
} {
  const file = new Memory();
  const lines = new Lines();
  return { file, lines, tail: new LogTail(file, lines, { growth, block: 8 }) };
}

describe('LogTail', () => {
  it('waits for a file that is not there yet', async () => {
    const { file, lines, tail } = following();
    assert.equal(await tail.poll(), false);
    file.write('a\n');
    assert.equal(await tail.poll(), true);
    assert.deepEqual(lines.generations, [['a']]);
  });

  it('hands on only what is new', async () => {
    const { file, lines, tail } = following();
    file.write('one\n');
    await tail.poll();
    file.append('two\nthree\n');
    await tail.poll();
    assert.equal(await tail.poll(), false);
    assert.deepEqual(lines.generations, [['one', 'two', 'three']]);
    assert.equal(lines.bytesGiven, 14);
  });

  it('holds half a line and half a character back until the rest arrives', async () => {
    const { file, lines, tail } = following();
    const bytes = new TextEncoder().encode('a\nloss é');
    file.write(bytes.slice(0, -1));
    await tail.poll();
    assert.deepEqual(lines.generations, [['a']]);
    file.append(Uint8Array.from([...bytes.slice(-1), 0x0a]));
    await tail.poll();
    assert.deepEqual(lines.generations, [['a', 'loss é']]);
  });

  it('starts over when the file was truncated', async () => {
    const { file, lines, tail } = following();
    file.write('one\ntwo\n');
    await tail.poll();
    file.write('new\n');
    await tail.poll();
    assert.deepEqual(lines.generations, [['one', 'two'], ['new']]);
  });

  it('starts over when another file took its name', async () => {
    const { file, lines, tail } = following();
    file.write('one\n');
    await tail.poll();
    file.identity = 'b';
    file.write('one\ntwo\n');
    await tail.poll();
    assert.deepEqual(lines.generations, [['one'], ['one', 'two']]);
  });

  it('starts over when the file was rewritten, longer or as long as before', async () => {
    const { file, lines, tail } = following();
    file.write('one\ntwo\n');
    await tail.poll();
    file.write('six\nsix\nsix\n');
    await tail.poll();
    file.write('ten\nten\nten\n');
    await tail.poll();
    assert.deepEqual(lines.generations, [
      ['one', 'two'],
      ['six', 'six', 'six'],
      ['ten', 'ten', 'ten'],
    ]);
  });

  it('reads a file that is rewritten by nature anew at every change', async () => {
    const { file, lines, tail } = following('rewrite');
    file.write('{}\n');
    await tail.poll();
    file.append('{}\n');
    await tail.poll();
    assert.deepEqual(lines.generations, [['{}'], ['{}', '{}']]);
  });

  it('counts an unterminated last line when it is finished, and takes it back when more arrives', async () => {
    const { file, lines, tail } = following();
    file.write('one\ntw');
    await tail.finish();
    await tail.finish();
    assert.deepEqual(lines.generations, [['one', 'tw']]);
    assert.equal(lines.ends, 1);
    file.append('o\nthree');
    await tail.poll();
    assert.deepEqual(lines.generations, [
      ['one', 'tw'],
      ['one', 'two'],
    ]);
  });

  it('keeps what it has when the file disappears', async () => {
    const { file, lines, tail } = following();
    file.write('one\n');
    await tail.poll();
    file.bytes = null;
    assert.equal(await tail.poll(), false);
    assert.deepEqual(lines.generations, [['one']]);
  });

  it('gives the head before the bytes', async () => {
    const { file, lines, tail } = following();
    file.write('epoch,loss\n1,0.5\n');
    await tail.poll();
    assert.deepEqual(lines.heads, ['epoch,loss\n1,0.5\n']);
    assert.equal(tail.generation, 1);
    assert.equal(tail.position, 17);
  });

  it('does overlapping calls one after the other, and goes on after an error of the source', async () => {
    const { file, lines, tail } = following();
    file.write('one\n');
    await Promise.all([tail.poll(), tail.poll(), tail.finish()]);
    assert.deepEqual(lines.generations, [['one']]);
    const read = file.read.bind(file);
    file.read = () => Promise.reject(new Error('gone'));
    file.append('two\n');
    await assert.rejects(tail.poll(), /gone/);
    file.read = read;
    file.append('three\n');
    await tail.poll();
    assert.deepEqual(lines.generations.at(-1), ['one', 'two', 'three']);
  });

  it('gives no bytes of a file that its listener takes another way', async () => {
    const file = new Memory();
    file.write('pages');
    const heard: string[] = [];
    const tail = new LogTail(
      file,
      {
        start: head => heard.push(`start ${new TextDecoder().decode(head)}`),
        take: () => {
          heard.push('take');
          return Promise.resolve(true);
        },
        bytes: () => heard.push('bytes'),
        end: () => heard.push('end'),
      },
      { growth: 'rewrite' },
    );
    await tail.finish();
    assert.equal(await tail.poll(), false);
    file.write('other');
    assert.equal(await tail.poll(), true);
    assert.deepEqual(heard, ['start pages', 'take', 'end', 'start other', 'take']);
  });
});
