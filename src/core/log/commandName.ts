/** Characters of a command line that are looked at, and of a name. */
const LOOKED_AT = 1000;
const LONGEST = 60;
/** A variable set to a text in quotes, in which words stand. */
const VARIABLE = /(?<!\S)[\w$:]+=(?:"(?:[^"\\]|\\.)*(?:"|$)|'[^']*(?:'|$))\S*/g;
const SCRIPT = /\.(?:py|ipynb|sh|r|jl|lua|pl|rb|m|js|ts|bat|cmd|ps1|exe)$/i;

/**
 * What a command that was typed is called: its program, and the script or module that it runs, such as `python train.py`. No
 * option, no value and no variable is part of it: these may be secret. '' where nothing is left.
 */
export function commandName(line: string): string {
  const all = line.slice(0, LOOKED_AT).replace(VARIABLE, ' ').trim().split(/\s+/);
  const start = all.findIndex(word => word !== '' && !word.includes('='));
  const [program = '', ...words] = start < 0 ? [] : all.slice(start);
  const module = words[words.indexOf('-m') + 1];
  const isModule = words.includes('-m') && module !== undefined;
  const script = isModule ? module : words.find(word => SCRIPT.test(word));
  const parts = script === undefined ? [program] : [program, script];
  return parts.map(nameOf).filter(Boolean).join(' ').slice(0, LONGEST);
}

/** The last part of a path on any system, as a file may be called. */
function nameOf(word: string): string {
  const [last = ''] = word.split(/[/\\]/).slice(-1);
  return last.replace(/[^\p{L}\p{N}._+-]/gu, '').replace(/^\.+$/, '');
}
