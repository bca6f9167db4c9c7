/** Addresses of what was printed in terminals: files in memory. */
export const TERMINAL_SCHEME = 'epoch-lens-terminal';
