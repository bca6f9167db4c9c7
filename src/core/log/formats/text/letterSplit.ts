import type { Split } from '../../format';

/** `T_Loss`, `v.acc`: a letter in front of a name. */
const LETTERED = /^([tv])[_ .-](.{1,60})$/i;

/**
 * The split that a letter in front of a name says (`T_Loss 0.5 | V_Loss 0.6`), where the line has the same name with the
 * other letter too; else `null`: alone it may be of a value function.
 */
export function letterSplit(name: string, names: readonly string[]): Split | null {
  const [, letter, rest] = LETTERED.exec(name) ?? [];
  if (letter === undefined || rest === undefined) return null;
  const isTrain = /t/i.test(letter);
  const other = isTrain ? /^v/i : /^t/i;
  const hasTwin = names.some(each => {
    const twin = LETTERED.exec(each);
    return twin !== null && other.test(twin[1]!) && twin[2]!.toLowerCase() === rest.toLowerCase();
  });
  if (!hasTwin) return null;
  return isTrain ? 'train' : 'validation';
}
