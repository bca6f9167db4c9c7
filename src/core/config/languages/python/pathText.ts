import type { SyntaxNode } from '@lezer/common';
import { HOLE } from '../../writtenPath';
import type { Argument, Expressions } from './expression';
import type { PathNames } from './pathNames';

/** Names that stand for names: beyond this nobody follows them. */
const DEEPEST = 6;
/** More readings of one path than this are not told apart. */
const MOST = 4;
const LONGEST = 300;

/** Calls and methods that hand their path through. */
const THROUGH =
  /^(?:(?:pathlib\.)?(?:Pure)?(?:Posix|Windows)?Path|str|(?:os\.)?fspath|os\.path\.(?:abspath|expanduser|realpath|normpath|expandvars))$/;
const THROUGH_METHOD = /^(?:resolve|absolute|expanduser|as_posix|strip|lower)$/;
const JOINS = /(?:^|\.)path\.join$|^(?:join|osp\.join|to_absolute_path)$/;
/** Loggers that are told a folder and a name in it. */
const LOGGER = /(?:^|\.)(?!get)\w+Logger$/;
const ENVIRONMENT = /(?:^|\.)(?:getenv|environ\.get|get)$/;

const NOTHING: readonly string[] = [HOLE];

/** Reads the texts that an expression may be, with a `HOLE` for every part that the source does not say. */
export class PathText {
  readonly #read: Expressions;
  readonly #names: PathNames;

  constructor(read: Expressions, names: PathNames) {
    this.#read = read;
    this.#names = names;
  }

  /** At least one reading, `HOLE` where nothing is known. */
  of(node: SyntaxNode, depth = 0): readonly string[] {
    if (depth > DEEPEST) return NOTHING;
    return node.name.endsWith('String') ? this.#literal(node, depth) : this.#made(node, depth);
  }

  #literal(node: SyntaxNode, depth: number): readonly string[] {
    switch (node.name) {
      case 'FormatString':
        return this.#format(node, depth);
      case 'ContinuedString':
        return joinedTexts(childrenOf(node).map(child => this.of(child, depth)));
      default:
        return [this.#read.stringOf(node) ?? HOLE];
    }
  }

  #made(node: SyntaxNode, depth: number): readonly string[] {
    switch (node.name) {
      case 'ParenthesizedExpression':
        return this.#inner(node, depth);
      case 'ConditionalExpression':
        return this.#either(node, depth);
      case 'BinaryExpression':
        return this.#binary(node, depth);
      case 'CallExpression':
        return this.#call(node, depth);
      case 'VariableName':
      case 'MemberExpression':
        return this.#name(node, depth);
      default:
        return NOTHING;
    }
  }

  #inner(node: SyntaxNode, depth: number): readonly string[] {
    const inner = node.firstChild?.nextSibling;
    return inner ? this.of(inner, depth + 1) : NOTHING;
  }

  #format(node: SyntaxNode, depth: number): readonly string[] {
    const parts: (readonly string[])[] = [];
    let at = node.from + /^[a-zA-Z]*("""|'''|"|')/.exec(this.#read.textOf(node))![0].length;
    const end = node.to - (/("""|'''|"|')$/.exec(this.#read.textOf(node))?.[0].length ?? 0);
    for (const child of childrenOf(node)) {
      if (child.name !== 'FormatReplacement') continue;
      parts.push([this.#read.source.slice(at, child.from)]);
      const value = child.firstChild?.nextSibling;
      const shaped = child.getChild('FormatSpec') !== null;
      parts.push(value && !shaped ? this.of(value, depth + 1) : NOTHING);
      at = child.to;
    }
    parts.push([this.#read.source.slice(at, Math.max(at, end))]);
    return joinedTexts(parts);
  }

  /** Both branches of `a if c else b`. */
  #either(node: SyntaxNode, depth: number): readonly string[] {
    const [first, last] = [node.firstChild, node.lastChild];
    const branches = [first, last].flatMap(each => (each ? this.of(each, depth + 1) : []));
    return known(branches);
  }

  #binary(node: SyntaxNode, depth: number): readonly string[] {
    const [left, right] = [node.firstChild, node.lastChild];
    if (!left || !right) return NOTHING;
    const operator = this.#read.source.slice(left.to, right.from).trim();
    const texts = () => [this.of(left, depth + 1), this.of(right, depth + 1)];
    switch (operator) {
      case '+':
        return joinedTexts(texts());
      case '/':
        return joinedTexts(texts(), '/');
      case 'or':
        return known(texts().flat());
      case '%':
        return this.#filled(left, right, depth);
      default:
        return NOTHING;
    }
  }

  /** `"%s/log.txt" % name` */
  #filled(left: SyntaxNode, right: SyntaxNode, depth: number): readonly string[] {
    const given = right.name === 'TupleExpression' ? childrenOf(right).filter(isOperand) : [right];
    const values = given.map(each => this.of(each, depth + 1));
    let next = 0;
    return this.of(left, depth + 1).flatMap(text =>
      joinedTexts(
        text
          .split(/(%(?:\([^)]*\))?[-+ #0-9.]*[a-zA-Z])/)
          .map((part, index) => (index % 2 === 0 ? [part] : (values[next++] ?? NOTHING))),
      ),
    );
  }

  #call(node: SyntaxNode, depth: number): readonly string[] {
    const callee = node.firstChild;
    if (!callee) return NOTHING;
    const name = this.#read.textOf(callee).slice(-80);
    const args = this.#read.argumentsOf(node);
    const plain = args.filter(({ keyword }) => keyword === null).map(({ value }) => value);
    if (JOINS.test(name) || THROUGH.test(name)) return this.#joined(plain, depth);
    if (/(?:^|\.)dirname$/.test(name) && plain[0])
      return this.of(plain[0], depth + 1).map(parentOf);
    if (ENVIRONMENT.test(name) && plain[1]) return this.of(plain[1], depth + 1);
    if (LOGGER.test(name)) return this.#logged(args, depth);
    return callee.name === 'MemberExpression' ? this.#method(callee, node, depth) : NOTHING;
  }

  #joined(parts: readonly SyntaxNode[], depth: number): readonly string[] {
    if (parts.length === 0) return NOTHING;
    return joinedTexts(
      parts.map(each => this.of(each, depth + 1)),
      '/',
    );
  }

  /** The folder of `CSVLogger("logs", name="mnist")`. */
  #logged(args: readonly Argument[], depth: number): readonly string[] {
    const keyword = (pattern: RegExp) =>
      args.find(argument => argument.keyword !== null && pattern.test(argument.keyword));
    const first = args[0]?.keyword === null ? args[0] : undefined;
    const folder = first ?? keyword(/^(?:save_dir|log_dir|root_dir)$/);
    const name = keyword(/^(?:name|run_name|experiment_name)$/);
    if (!folder || !name) return NOTHING;
    return joinedTexts([this.of(folder.value, depth + 1), this.of(name.value, depth + 1)], '/');
  }

  #method(callee: SyntaxNode, call: SyntaxNode, depth: number): readonly string[] {
    const base = callee.firstChild;
    const method = callee.lastChild ? this.#read.textOf(callee.lastChild) : '';
    if (!base) return NOTHING;
    if (THROUGH_METHOD.test(method)) return this.of(base, depth + 1);
    const args = this.#read.argumentsOf(call);
    if (method === 'joinpath') {
      const parts = [base, ...args.map(({ value }) => value)];
      return joinedTexts(
        parts.map(each => this.of(each, depth + 1)),
        '/',
      );
    }
    if (method !== 'format') return NOTHING;
    let next = 0;
    const valueOf = (field: string) => {
      const index = /^\d+$/.test(field) ? Number(field) : next++;
      const named = args.find(({ keyword }) => keyword !== null && keyword === field);
      const given = named ?? args.filter(({ keyword }) => keyword === null)[index];
      return given ? this.of(given.value, depth + 1) : NOTHING;
    };
    return this.of(base, depth + 1).flatMap(text =>
      joinedTexts(
        text
          .split(/\{([^{}]*)\}/)
          .map((part, at) =>
            at % 2 === 0 ? [part] : part.includes(':') ? NOTHING : valueOf(part),
          ),
      ),
    );
  }

  /** `__file__` is a name in the folder of the source. */
  #name(node: SyntaxNode, depth: number): readonly string[] {
    const text = this.#read.textOf(node);
    if (text === '__file__') return ['./__file__'];
    const last = node.lastChild ? this.#read.textOf(node.lastChild) : text;
    if (last === 'parent' && node.firstChild) {
      return this.of(node.firstChild, depth + 1).map(parentOf);
    }
    const key = node.name === 'VariableName' ? text : (this.#itemOf(node) ?? last);
    const values = this.#names.of(key).filter(value => value.from !== node.from);
    return known(values.flatMap(value => this.of(value, depth + 2)));
  }

  #itemOf(node: SyntaxNode): string | null {
    return this.#read.stringOf(node.getChild('String'));
  }
}

const isOperand = (node: SyntaxNode) => /^[A-Z]/.test(node.name);

function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child);
  return found;
}

/** What is known of several readings; each once. */
function known(texts: readonly string[]): readonly string[] {
  const said = [...new Set(texts)].filter(text => text !== HOLE && text !== '');
  return said.length === 0 || said.length > MOST ? NOTHING : said;
}

/** Every combination of the readings of parts, as long as there are few. */
function joinedTexts(parts: readonly (readonly string[])[], between = ''): readonly string[] {
  let texts: readonly string[] = [''];
  parts.forEach((part, index) => {
    const readings = texts.length * part.length > MOST ? NOTHING : part;
    const glue = index === 0 ? '' : between;
    texts = texts.flatMap(text => readings.map(each => `${text}${glue}${each}`.slice(0, LONGEST)));
  });
  return texts;
}

function parentOf(path: string): string {
  const clean = path.replace(/[\\/]+$/, '');
  if (clean === '.' || clean === '') return '..';
  if (/(?:^|[\\/])\.\.$/.test(clean)) return `${clean}/..`;
  const slash = Math.max(clean.lastIndexOf('/'), clean.lastIndexOf('\\'));
  return slash < 0 ? '.' : clean.slice(0, slash);
}
