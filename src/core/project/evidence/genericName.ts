/** Whether many tools give their logs this name, so that it says nothing about who wrote one. */
export function isGenericName(name: string): boolean {
  return /^(?:(?:train|training|loss|epoch)?[-_]?(?:logs?|history|metrics|results?|output|progress|stats)|train(?:ing)?|trainer_state|epoch|loss(?:es)?)\.\w+$/i.test(
    name,
  );
}
