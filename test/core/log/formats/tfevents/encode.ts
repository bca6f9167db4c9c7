/** Writes event files as TensorFlow and PyTorch do, slowly and by the letter of the format. */

const latin = (text: string): number[] => [...new TextEncoder().encode(text)];

function varint(value: bigint): number[] {
  const bytes: number[] = [];
  let left = BigInt.asUintN(64, value);
  while (left > 127n) {
    bytes.push(Number(left & 127n) | 128);
    left >>= 7n;
  }
  return [...bytes, Number(left)];
}

/** A field of a protobuf message: an integer, or bytes. */
export function field(number: number, value: number | bigint | readonly number[]): number[] {
  if (typeof value !== 'object') return [...varint(BigInt(number * 8)), ...varint(BigInt(value))];
  return [...varint(BigInt(number * 8 + 2)), ...varint(BigInt(value.length)), ...value];
}

function viewed(size: number, write: (view: DataView) => void): number[] {
  const view = new DataView(new ArrayBuffer(size));
  write(view);
  return [...new Uint8Array(view.buffer)];
}

export const float = (value: number): number[] =>
  viewed(4, view => view.setFloat32(0, value, true));
export const double = (value: number): number[] =>
  viewed(8, view => view.setFloat64(0, value, true));

/** A value as TensorFlow 1 and PyTorch write it. */
export const simple = (tag: string, value: number): number[] =>
  field(1, [...field(1, latin(tag)), 0x15, ...float(value)]);

/** A value as TensorFlow 2 writes it, with the plugin it belongs to. */
export const tensor = (
  tag: string,
  content: readonly number[],
  plugin: string | null = 'scalars',
): number[] => {
  const metadata = plugin === null ? [] : field(9, field(1, field(1, latin(plugin))));
  return field(1, [...field(1, latin(tag)), ...metadata, ...field(8, content)]);
};

/** An event with a summary of these values. */
export const event = (step: number, time: number, ...values: readonly number[][]): number[] => [
  9,
  ...double(time),
  ...(step === 0 ? [] : field(2, step)),
  ...field(5, values.flat()),
];

export const version = (time: number): number[] => [
  9,
  ...double(time),
  ...field(3, latin('brain.Event:2')),
];

/** CRC-32C bit by bit, masked. */
function maskedCrc(bytes: readonly number[]): number[] {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  crc = ~crc >>> 0;
  const masked = (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
  return viewed(4, view => view.setUint32(0, masked, true));
}

/** One record with its length and both check sums. */
export function framed(data: readonly number[]): number[] {
  const length = viewed(8, view => view.setBigUint64(0, BigInt(data.length), true));
  return [...length, ...maskedCrc(length), ...data, ...maskedCrc(data)];
}

/** A file of events, behind the version that each begins with. */
export const eventFile = (...events: readonly number[][]): Uint8Array =>
  Uint8Array.from([version(1000), ...events].flatMap(framed));
