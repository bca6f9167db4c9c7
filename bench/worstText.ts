import { randomFrom } from './random';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** One line without an end, full of numbers. */
export const endlessLine = (size: number): Uint8Array =>
  bytesOf(`Epoch 1 loss 0.5\n${'loss: 0.5, acc: 10.25, '.repeat(size / 23)}`);

/** Lines of a few bytes. */
export const shortLines = (count: number): Uint8Array =>
  bytesOf(`Epoch 1 loss 0.5\n${'0.5\nab\n\n1\n'.repeat(count / 4)}`);

/** Lines of which each has words of its own. */
export function distinctLines(count: number): Uint8Array {
  const random = randomFrom(5);
  const word = (): string =>
    random()
      .toString(36)
      .replace(/[\d.]/g, digit => 'qwertyuiopz'[Number(digit) || 10]!);
  const lines = Array.from({ length: count }, (_, at) => `${word()} ${word()}: ${at} of ${word()}`);
  return bytesOf(`Epoch 1 loss 0.5\n${lines.join('\n')}\n`);
}

/** A bar drawn again and again with CR and backspaces, as consoles see it. */
export const redrawnBars = (count: number): Uint8Array =>
  bytesOf(
    `Epoch 1/3\nloss: 0.5\n${Array.from({ length: count }, (_, at) => {
      const done = at % 100;
      const bar = `${'='.repeat(done / 4)}>${'.'.repeat(25 - done / 4)}`;
      const back = '\b'.repeat(60);
      return `${done}/99 [${bar}] - ETA: ${99 - done}s - loss: ${(1 / (at + 1)).toFixed(4)}${back}\r`;
    }).join('')}`,
  );
