/** A fitted linear head: one coefficient per input, and where it starts. */
export type Head<Input extends string> = Readonly<Record<Input | 'intercept', number>>;

/** The value of a head for these inputs. */
export function weigh<Input extends string>(
  head: Head<Input>,
  names: readonly Input[],
  inputs: Readonly<Record<Input, number>>,
): number {
  return names.reduce((sum: number, name) => sum + head[name] * inputs[name], head.intercept);
}

/** The probability whose log odds these are. */
export function chance(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
