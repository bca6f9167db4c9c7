import type { TextNumber } from '../../setting';

/** A number with an exponent, as YAML 1.2 and people read it. */
const NUMBER = /^[-+]?(?:\d[\d_]*)(?:\.[\d_]*)?[eE][-+]?\d+$/;
/** What YAML 1.1 takes for a float, as PyYAML has it: with a point, and a sign in the exponent. */
const FLOAT_1_1 = /^[-+]?\d[\d_]*\.[\d_]*[eE][-+]\d+$/;
/** Files whose readers take such numbers as numbers: OmegaConf (Hydra), HyperPyYAML, jsonargparse (LightningCLI). */
const OTHER_READERS =
  /^\s*(?:_target_|defaults|class_path|init_args|seed_everything)\s*:|\$\{|!(?:ref|new|name|apply)\b|# @package/m;
/** Names of digests, which may look like a number. */
const DIGEST = /sha|hash|commit|rev|digest|\bid$|version|tag/i;

/** Whether a file is likely read by PyYAML as it is. */
export function isForPyYaml(text: string): boolean {
  return !OTHER_READERS.test(text);
}

/**
 * `lr: 3e-4` is a text to PyYAML (YAML 1.1, https://yaml.org/type/float.html): the plain scalar with how it would be a
 * number, or null where it is one or was never meant to be. A whole number is written out where that is short.
 */
export function textNumberIn(key: string, text: string, start: number): TextNumber | null {
  if (text.length > 40 || !NUMBER.test(text) || FLOAT_1_1.test(text) || DIGEST.test(key))
    return null;
  return { start, end: start + text.length, text, fix: written(text) };
}

function written(text: string): string {
  const value = Number(text.replaceAll('_', ''));
  if (Number.isInteger(value) && Math.abs(value) < 1e7) return String(value);
  const [mantissa = '', exponent = ''] = text.toLowerCase().split('e');
  const point = mantissa.includes('.') ? mantissa : `${mantissa}.0`;
  return `${point}e${/^[-+]/.test(exponent) ? exponent : `+${exponent}`}`;
}
