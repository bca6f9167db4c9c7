import type { Say } from '../say';

/** A measured value: 4 significant digits without trailing zeros; whole numbers below a million stay whole. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e6)) return exponential(value);
  if (Number.isInteger(value) || size >= 1000) return minus(String(Math.round(value)));
  return minus(String(Number(value.toPrecision(4))));
}

/** A count or label of epochs, steps or rounds: whole where it is whole, else at most two decimals. */
export function formatCount(count: number): string {
  if (!Number.isFinite(count)) return formatNumber(count);
  return minus(String(Number(count.toFixed(2))));
}

/** A percentage given as 0–100: `12.4 %`; whole from 100 on. */
export function formatPercent(percent: number): string {
  if (!Number.isFinite(percent)) return formatNumber(percent);
  const size = Math.abs(percent);
  const digits = size >= 100 ? 0 : size >= 1 ? 1 : 2;
  return `${minus(String(Number(percent.toFixed(digits))))} %`;
}

/** `30–41`, or the one number when both ends are the same. */
export function formatRange(low: number, high: number): string {
  return low === high ? formatCount(low) : `${formatCount(low)}–${formatCount(high)}`;
}

/** Seconds as the one or two largest units that matter: `2 h 10 m`, `45 s`; `–` when not known. */
export function formatDuration(seconds: number, say: Say): string {
  if (!(seconds >= 0 && seconds < Infinity)) return '–';
  if (seconds < 59.5) return say('{seconds} s', { seconds: Number(seconds.toPrecision(2)) });
  const whole = Math.round(seconds);
  if (whole < 600) return minutesAndSeconds(whole, say);
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return say('{minutes} m', { minutes });
  if (minutes < 48 * 60) return hoursAndMinutes(minutes, say);
  const hours = Math.round(seconds / 3600);
  const days = Math.floor(hours / 24);
  return hours % 24 === 0
    ? say('{days} d', { days })
    : say('{days} d {hours} h', { days, hours: hours % 24 });
}

function minutesAndSeconds(whole: number, say: Say): string {
  const minutes = Math.floor(whole / 60);
  const seconds = whole % 60;
  return seconds === 0
    ? say('{minutes} m', { minutes })
    : say('{minutes} m {seconds} s', { minutes, seconds });
}

function hoursAndMinutes(minutes: number, say: Say): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return rest === 0
    ? say('{hours} h', { hours })
    : say('{hours} h {minutes} m', { hours, minutes: rest });
}

/** `1.2e-5`, with at most 4 digits. */
function exponential(value: number): string {
  const [digits = '', power = ''] = value.toExponential(3).split('e');
  return `${minus(String(Number(digits)))}e${power.replace('+', '')}`;
}

/** The typographic minus, which does not break lines as a hyphen does. */
function minus(text: string): string {
  return text.replace(/^-/, '−');
}
