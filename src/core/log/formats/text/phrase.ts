/** What stands in front of a number: the name next to it, and what else is said before that. */
export interface Phrase {
  /** Without separators; empty where the number stands alone. */
  readonly name: string;
  /** Whether `:` or `=` joins the name to the number. */
  readonly keyed: boolean;
  /** The bracket that opens directly in front of the number. */
  readonly open: '' | '(' | '[';
  readonly labels: readonly string[];
}

/** Names longer than this are prose. */
const MOST_WORDS = 8;
const LONGEST_NAME = 80;

/** Where one thing that a line says ends and the next begins. */
const DELIMITER =
  /[,;|\t[\](){}"<>*•、，；。→✓\u2500-\u259f]|(?<![A-Za-z0-9])'|'(?![A-Za-z])|\s[-–—/~]+\s|\s\s+|\.\s|--+|==+|__+\s/;

/** `Epoch(val)`, `time (ms)`: said beside the name. */
const ASIDE = /\(([^()]{1,40})\)/g;

/** Words between a name and its value: `Score is`, `loss of`. */
const COPULA =
  /(?:^|\s)(?:is|was|are|of|to|at|be|reached|equals|value is|now|on|in|for|over|after|during|the|and|with|by)$/i;

/** `np.float32(`, `tensor(`: how Python prints the type of the number behind it. */
const WRAPPER = /\b(?:(?:np|numpy|torch|jnp)\.)?(?:float(?:16|32|64)|tensor|array|Array)\(\[?$/;

/** `avg(utility)`: how a value was put together, called like a function. */
const CALLED = /\b(avg|average|mean|max|min|sum)\(([\w .-]{1,40})\)(?=\s?[:=])/gi;

/** Splits the text between two numbers (or the beginning of the line and its first number). */
export function phraseOf(written: string): Phrase {
  const text = written.replace(WRAPPER, '').replace(CALLED, '$1 $2');
  const { end, keyed, open } = joint(text);
  const asides: string[] = [];
  const parts = text
    .slice(0, end)
    .replace(ASIDE, (_, aside: string) => {
      asides.push(aside);
      return ' ';
    })
    .split(DELIMITER)
    .flatMap(part => part.split(/[:=：](?!\.?\d)/))
    .map(part => part.trim())
    .filter(part => part !== '');
  const last = parts.pop() ?? '';
  // `'val_wer' reached 0.9`
  const name = tidied(last) || (last === '' ? '' : tidied(parts.pop() ?? ''));
  return { name, keyed, open, labels: [...parts, ...asides] };
}

/** What joins the words to the number behind them, and where the words end. */
function joint(text: string): { end: number } & Pick<Phrase, 'keyed' | 'open'> {
  let keyed = false;
  let open: Phrase['open'] = '';
  for (let end = text.length; end > 0; end--) {
    const char = text[end - 1]!;
    if (KEY.test(char)) keyed = true;
    else if (char === '(' || char === '[') open = keyed || open !== '' ? open : char;
    else if (!BETWEEN.test(char) || (char === '|' && keyed)) return { end, keyed, open };
  }
  return { end: 0, keyed, open };
}

const KEY = /[:=：]/;
const BETWEEN = /[\s'"`#@|<~*$≈]/;

/** Over how much a value is averaged: `Mean reward over last 100 episodes`. */
const SPAN = /\s(?:(?:over|of|for|in)\s)?(?:the\s)?(?:last|past|previous)\s\d+\s\w+$/i;

/** A name without the words and signs around it; empty where it is prose. */
export function tidied(name: string): string {
  let text = name
    .replace(SPAN, '')
    .replace(/^[\s.#!?%&+\\/-]+|(?<![\s.!?\\/&+-])[\s.!?\\/&+-]+$/g, '');
  for (let next = text.replace(COPULA, ''); next !== text; next = text.replace(COPULA, '').trim())
    text = next.trim();
  text = text.replace(/^(?:(?:and|with|the|its|a)|\w+ info)\s+/i, '');
  return text.length > LONGEST_NAME || text.split(/\s+/, MOST_WORDS + 1).length > MOST_WORDS
    ? ''
    : text;
}
