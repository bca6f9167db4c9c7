/**
 * What stands behind the name of a value whose log prints a split and no measure (`learn: 0.53  test: 0.61`): most
 * such values are losses. In parentheses, so that it can be told from a name that says so itself.
 */
export const BARE_LOSS = '(loss)';
