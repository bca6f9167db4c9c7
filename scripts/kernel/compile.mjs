// Compiles a kernel, written in a small part of TypeScript, to WebAssembly: `compile(source)` gives the module's bytes.
// Integers of 32 and 64 bits and doubles in locals; calls, `if`, `while`, `return`. Engines optimize, but they do not
// inline calls: short functions that return once are put where they are called.
import ts from 'typescript';

/** Longer functions are called. */
const MOST_INLINED = 700;

const TYPES = { i32: 0x7f, i64: 0x7e, f64: 0x7c, v128: 0x7b };

/** Functions that are instructions: operands, result, code. */
const INTRINSICS = {
  load8: [['i32'], 'i32', [0x2d, 0, 0]],
  load32: [['i32'], 'i32', [0x28, 2, 0]],
  load64: [['i32'], 'i64', [0x29, 0, 0]],
  loadF64: [['i32'], 'f64', [0x2b, 3, 0]],
  store32: [['i32', 'i32'], null, [0x36, 2, 0]],
  storeF64: [['i32', 'f64'], null, [0x39, 3, 0]],
  wide: [['i32'], 'i64', [0xac]],
  double: [['i64'], 'f64', [0xb9]],
  whole: [['f64'], 'i64', [0xb0]],
  trailingZeros: [['i64'], 'i64', [0x7a]],
  leadingZeros: [['i64'], 'i64', [0x79]],
  narrow: [['i64'], 'i32', [0xa7]],
  bits: [['i64'], 'f64', [0xbf]],
  shifted: [['i64', 'i64'], 'i64', [0x88]],
  trailing: [['i32'], 'i32', [0x68]],
  load128: [['i32'], 'v128', [0xfd, 0x00, 0, 0]],
  swizzled: [['v128', 'v128'], 'v128', [0xfd, 0x0e]],
  lowHalf: [['v128'], 'i64', [0xfd, 0x1d, 0]],
  sameBytes: [['v128', 'v128'], 'v128', [0xfd, 0x23]],
  lessBytes: [['v128', 'v128'], 'v128', [0xfd, 0x26]],
  topBits: [['v128'], 'i32', [0xfd, 0x64]],
  minusBytes: [['v128', 'v128'], 'v128', [0xfd, 0x71]],
  narrowed: [['v128', 'v128'], 'v128', [0xfd, 0x86, 0x01]],
  shiftedShorts: [['v128', 'i32'], 'v128', [0xfd, 0x8d, 0x01]],
  timesShorts: [['v128', 'v128'], 'v128', [0xfd, 0x95, 0x01]],
  dotShorts: [['v128', 'v128'], 'v128', [0xfd, 0xba, 0x01]],
};

const K = ts.SyntaxKind;
/** Operators: codes for i32, i64 and f64; whether they compare. */
const OPERATORS = new Map([
  [K.PlusToken, [0x6a, 0x7c, 0xa0]],
  [K.MinusToken, [0x6b, 0x7d, 0xa1]],
  [K.AsteriskToken, [0x6c, 0x7e, 0xa2]],
  [K.SlashToken, [null, null, 0xa3]],
  [K.AmpersandToken, [0x71, 0x83]],
  [K.BarToken, [0x72, 0x84]],
  [K.CaretToken, [0x73, 0x85]],
  [K.LessThanLessThanToken, [0x74, 0x86]],
  [K.GreaterThanGreaterThanToken, [0x75, 0x87]],
  [K.GreaterThanGreaterThanGreaterThanToken, [0x76, 0x88]],
  [K.EqualsEqualsEqualsToken, [0x46, 0x51, 0x61, true]],
  [K.ExclamationEqualsEqualsToken, [0x47, 0x52, 0x62, true]],
  [K.LessThanToken, [0x48, 0x53, 0x63, true]],
  [K.GreaterThanToken, [0x4a, 0x55, 0x64, true]],
  [K.LessThanEqualsToken, [0x4c, 0x57, 0x65, true]],
  [K.GreaterThanEqualsToken, [0x4e, 0x59, 0x66, true]],
]);

function unsigned(value) {
  const bytes = [];
  for (let rest = value; ;) {
    const low = rest & 0x7f;
    rest >>>= 7;
    if (rest === 0) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

function signed(value) {
  const bytes = [];
  for (let rest = BigInt.asIntN(64, BigInt(value)); ;) {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    const isLast = (rest === 0n && low < 64) || (rest === -1n && low >= 64);
    bytes.push(isLast ? low : low | 0x80);
    if (isLast) return bytes;
  }
}

const doubleBytes = value => [...new Uint8Array(new Float64Array([value]).buffer)];
const vector = items => [...unsigned(items.length), ...items.flat()];
const section = (id, bytes) => [id, ...unsigned(bytes.length), ...bytes];

function constant(type, value) {
  if (type === 'f64') return [0x44, ...doubleBytes(Number(value))];
  return [type === 'i64' ? 0x42 : 0x41, ...signed(value)];
}

/** The value of an expression that is known now; `null` where it is not. */
function known(node, constants) {
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isBigIntLiteral(node)) return BigInt(node.text.replaceAll('_', '').slice(0, -1));
  if (ts.isParenthesizedExpression(node)) return known(node.expression, constants);
  if (ts.isIdentifier(node)) return constants.get(node.text) ?? null;
  if (ts.isPrefixUnaryExpression(node) && node.operator === K.MinusToken) {
    const value = known(node.operand, constants);
    return value === null ? null : -value;
  }
  return null;
}

/** Whether calls of a function are replaced by its body: it says what it returns in its last statement only. */
function isInlined({ modifiers, body }) {
  if (modifiers) return false;
  let returns = 0;
  const count = node => {
    if (ts.isReturnStatement(node)) returns++;
    ts.forEachChild(node, count);
  };
  count(body);
  return (
    returns === 1 &&
    ts.isReturnStatement(body.statements.at(-1)) &&
    body.end - body.pos < MOST_INLINED
  );
}

class FunctionCompiler {
  /** Names at hand, and the types of all locals. */
  locals = new Map();
  types = [];
  code = [];
  /** Blocks that are open, innermost last: `break` and `continue` name one by its distance. */
  blocks = [];

  constructor(node, module) {
    this.node = node;
    this.module = module;
    for (const { name, type } of node.parameters) this.declare(name.text, type.getText());
    this.parameters = this.types.length;
    this.result = node.type.getText();
    this.statements(node.body.statements);
    this.code.push(0x00, 0x0b);
  }

  /** The body as the code section wants it. */
  get body() {
    const own = this.types.slice(this.parameters);
    const bytes = [...vector(own.map(type => [1, TYPES[type]])), ...this.code];
    return [...unsigned(bytes.length), ...bytes];
  }

  declare(name, type) {
    if (this.locals.has(name)) throw this.error(`${name} is there already`, this.node);
    this.locals.set(name, { index: this.types.push(type) - 1, type });
  }

  error(message, node) {
    return new Error(`${message}: ${node.getText()}`);
  }

  statements(list) {
    for (const statement of list) this.statement(statement);
  }

  statement(node) {
    if (ts.isBlock(node)) this.statements(node.statements);
    else if (ts.isVariableStatement(node)) this.variables(node);
    else if (ts.isIfStatement(node)) this.choice(node);
    else if (ts.isWhileStatement(node)) this.loop(node);
    else if (ts.isReturnStatement(node)) {
      this.expression(node.expression, this.result);
      this.code.push(0x0f);
    } else if (ts.isBreakStatement(node)) this.code.push(0x0c, this.distance('end'));
    else if (ts.isContinueStatement(node)) this.code.push(0x0c, this.distance('loop'));
    else if (ts.isExpressionStatement(node)) this.effect(node.expression);
    else throw this.error('no statement of a kernel', node);
  }

  variables(node) {
    for (const { name, type, initializer } of node.declarationList.declarations) {
      this.declare(name.text, type.getText());
      this.assign(name.text, initializer);
    }
  }

  assign(name, value) {
    const { index, type } = this.locals.get(name);
    this.expression(value, type);
    this.code.push(0x21, ...unsigned(index));
  }

  choice({ expression, thenStatement, elseStatement }) {
    this.expression(expression, 'i32');
    this.code.push(0x04, 0x40);
    this.blocks.push('if');
    this.statement(thenStatement);
    if (elseStatement) {
      this.code.push(0x05);
      this.statement(elseStatement);
    }
    this.blocks.pop();
    this.code.push(0x0b);
  }

  loop({ expression, statement }) {
    this.code.push(0x02, 0x40, 0x03, 0x40);
    this.blocks.push('end', 'loop');
    this.expression(expression, 'i32');
    this.code.push(0x45, 0x0d, 1);
    this.statement(statement);
    this.code.push(0x0c, 0, 0x0b, 0x0b);
    this.blocks.splice(-2);
  }

  distance(block) {
    return this.blocks.length - 1 - this.blocks.lastIndexOf(block);
  }

  effect(node) {
    const isAssignment = ts.isBinaryExpression(node) && node.operatorToken.kind === K.EqualsToken;
    if (isAssignment) this.assign(node.left.text, node.right);
    else if (ts.isCallExpression(node) && INTRINSICS[node.expression.text]?.[1] === null)
      this.call(node);
    else throw this.error('does nothing', node);
  }

  /** The type of an expression; `null` for a number that takes any. */
  typeOf(node) {
    const value = known(node, this.module.constants);
    if (value !== null) return typeof value === 'bigint' ? 'i64' : null;
    if (ts.isParenthesizedExpression(node)) return this.typeOf(node.expression);
    if (ts.isIdentifier(node)) return this.locals.get(node.text).type;
    if (ts.isCallExpression(node)) return this.callee(node)[1];
    if (ts.isConditionalExpression(node))
      return this.typeOf(node.whenTrue) ?? this.typeOf(node.whenFalse);
    if (ts.isPrefixUnaryExpression(node)) return this.typeOf(node.operand);
    const operator = OPERATORS.get(node.operatorToken.kind);
    if (operator === undefined || operator[3]) return 'i32';
    return this.typeOf(node.left) ?? this.typeOf(node.right);
  }

  callee(node) {
    const name = node.expression.text;
    const found = INTRINSICS[name] ?? this.module.signatures.get(name);
    if (found === undefined) throw this.error('unknown', node);
    return found;
  }

  call(node) {
    const [operands, result, code] = this.callee(node);
    operands.forEach((type, at) => this.expression(node.arguments[at], type));
    const inlined = this.module.inlined.get(node.expression.text);
    if (inlined) this.inline(inlined, result);
    else this.code.push(...code);
  }

  /** The body of a function whose operands are on the stack. */
  inline({ parameters, body }, result) {
    const outer = this.locals;
    this.locals = new Map();
    for (const { name, type } of parameters) this.declare(name.text, type.getText());
    const operands = [...this.locals.values()].reverse();
    for (const { index } of operands) this.code.push(0x21, ...unsigned(index));
    const statements = [...body.statements];
    const last = statements.pop();
    this.statements(statements);
    this.expression(last.expression, result);
    this.locals = outer;
  }

  expression(node, wanted) {
    const value = known(node, this.module.constants);
    if (value !== null) {
      this.code.push(...constant(wanted, value));
      return;
    }
    if (ts.isParenthesizedExpression(node)) this.expression(node.expression, wanted);
    else if (ts.isIdentifier(node)) this.code.push(0x20, ...unsigned(this.local(node, wanted)));
    else if (ts.isCallExpression(node)) this.call(node);
    else if (ts.isConditionalExpression(node)) this.conditional(node, wanted);
    else if (ts.isPrefixUnaryExpression(node)) this.negative(node, wanted);
    else this.binary(node, wanted);
  }

  local(node, wanted) {
    const { index, type } = this.locals.get(node.text);
    if (type !== wanted) throw this.error(`${type} instead of ${wanted}`, node.parent);
    return index;
  }

  negative({ operator, operand }, wanted) {
    if (operator !== K.MinusToken || wanted !== 'f64') throw this.error('no operator', operand);
    this.expression(operand, 'f64');
    this.code.push(0x9a);
  }

  conditional({ condition, whenTrue, whenFalse }, wanted) {
    this.expression(condition, 'i32');
    this.code.push(0x04, TYPES[wanted]);
    this.expression(whenTrue, wanted);
    this.code.push(0x05);
    this.expression(whenFalse, wanted);
    this.code.push(0x0b);
  }

  binary(node, wanted) {
    const { left, right, operatorToken } = node;
    const isAnd = operatorToken.kind === K.AmpersandAmpersandToken;
    if (isAnd || operatorToken.kind === K.BarBarToken) {
      this.expression(left, 'i32');
      this.code.push(0x04, TYPES.i32, ...(isAnd ? [] : [0x41, 1, 0x05]));
      this.expression(right, 'i32');
      this.code.push(...(isAnd ? [0x05, 0x41, 0] : []), 0x0b);
      return;
    }
    const type = this.typeOf(left) ?? this.typeOf(right) ?? wanted;
    const code = OPERATORS.get(operatorToken.kind)?.[Object.keys(TYPES).indexOf(type)];
    if (code == null) throw this.error('no operator', node);
    this.expression(left, type);
    this.expression(right, type);
    this.code.push(code);
  }
}

/** The constants and functions of a kernel. */
function survey(source) {
  const constants = new Map();
  const signatures = new Map();
  const functions = [];
  for (const node of source.statements) {
    if (ts.isVariableStatement(node))
      for (const { name, initializer } of node.declarationList.declarations)
        constants.set(name.text, known(initializer, constants));
    else if (ts.isFunctionDeclaration(node) && node.body) {
      const operands = node.parameters.map(({ type }) => type.getText());
      const call = [0x10, ...unsigned(functions.length)];
      signatures.set(node.name.text, [operands, node.type.getText(), call]);
      functions.push(node);
    }
  }
  const inlined = new Map(functions.filter(isInlined).map(node => [node.name.text, node]));
  return { constants, signatures, functions, inlined };
}

/** The bytes of the module: its memory of `PAGES` pages, as `memory`, and its exported functions. */
export function compile(text) {
  const source = ts.createSourceFile('kernel.ts', text, ts.ScriptTarget.Latest, true);
  const module = survey(source);
  const name = word => [...unsigned(word.length), ...Buffer.from(word)];
  const types = [...module.signatures.values()].map(([operands, result]) => [
    0x60,
    ...vector(operands.map(type => [TYPES[type]])),
    1,
    TYPES[result],
  ]);
  const indices = module.functions.map((_, at) => unsigned(at));
  const exported = module.functions.flatMap((node, at) =>
    node.modifiers ? [[...name(node.name.text), 0, ...unsigned(at)]] : [],
  );
  const bodies = module.functions.map(node => new FunctionCompiler(node, module).body);
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector(types)),
    ...section(3, vector(indices)),
    ...section(5, vector([[0, ...unsigned(module.constants.get('PAGES'))]])),
    ...section(7, vector([[...name('memory'), 2, 0], ...exported])),
    ...section(10, vector(bodies)),
  ]);
}
