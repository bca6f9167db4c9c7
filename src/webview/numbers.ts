import type { AxisView, XAxis } from '../core/protocol';

/** Making one takes longer than a thousand uses of it. */
const formats = new Map<string, Intl.NumberFormat>();

function sixDigits(language: string): Intl.NumberFormat {
  const known = formats.get(language);
  if (known) return known;
  const made = new Intl.NumberFormat(language, { maximumSignificantDigits: 6 });
  formats.set(language, made);
  return made;
}

/** A value for reading: about six significant digits; NaN and infinities by name. */
export function readable(value: number, language: string): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e7)) return value.toExponential(3);
  return sixDigits(language).format(value);
}

/** A count with the language's grouping. */
export function counted(count: number, language: string): string {
  return new Intl.NumberFormat(language).format(count);
}

/** A number of bytes in the largest unit that keeps it above one. */
export function byteSize(bytes: number, language: string): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const;
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  const digits = unit === 0 || size >= 100 ? 0 : 1;
  const text = new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(size);
  return `${text} ${units[unit] ?? ''}`;
}

/** Seconds as `42 s`, `3:05`, `1:02:05` or `2d 03:10`. */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return '–';
  if (seconds < 0) return `−${duration(-seconds)}`;
  if (seconds < 60) return `${Number.parseFloat(seconds.toPrecision(3))} s`;
  const whole = Math.round(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const [s, m, h] = [whole % 60, Math.floor(whole / 60) % 60, Math.floor(whole / 3600)];
  if (h === 0) return `${m}:${two(s)}`;
  if (h < 24) return `${h}:${two(m)}:${two(s)}`;
  return `${Math.floor(h / 24)}d ${two(h % 24)}:${two(m)}`;
}

/** A place on the x axis, for reading; dates as fully as a stretch of `span` seconds needs. */
export function position(x: number, axis: XAxis, language: string, span = 0): string {
  switch (axis) {
    case 'epoch':
    case 'step':
      return readable(x, language);
    case 'time':
      return duration(x);
    case 'wall':
      return date(x, language, span);
  }
}

/**
 * A place on an axis as its labels count. The values of an epoch stand before its label, so of epochs that are counted
 * from 0 the first ones lie below 0: in front of a label it is said which part of its epoch is over, `3 (25%)`.
 */
export function placeOn(
  { axis, from }: Pick<AxisView, 'axis' | 'from'>,
  x: number,
  language: string,
  span = 0,
): string {
  const label = Math.ceil(x);
  if (axis !== 'epoch' || from >= 0 || x === label) return position(x, axis, language, span);
  const part = new Intl.NumberFormat(language, { style: 'percent' }).format(x - label + 1);
  return `${readable(label + 0, language)} (${part})`;
}

/** A date in the time zone of the reader; without seconds over more than an hour, without the time over more than months. */
function date(seconds: number, language: string, span: number): string {
  if (!(Math.abs(seconds) < 8.64e12)) return '–';
  const long = span > 90 * 86_400;
  const time: Intl.DateTimeFormatOptions = long
    ? { year: 'numeric' }
    : { hour: '2-digit', minute: '2-digit', ...(span > 3600 ? {} : { second: '2-digit' }) };
  const day: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat(language, { ...day, ...time }).format(seconds * 1000);
}

const TIME_STEPS = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400,
] as const;

/** Seconds between ticks so that at most `most` fit into `span` seconds; undefined below a second, where decimal steps are right. */
export function timeStep(span: number, most: number): number | undefined {
  if (!(span / most >= 0.5)) return undefined;
  const step = TIME_STEPS.find(candidate => span / candidate <= most);
  return step ?? Math.ceil(span / most / 86400) * 86400;
}

/** `template` with each `{name}` replaced. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
