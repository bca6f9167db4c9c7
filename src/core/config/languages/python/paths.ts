import { parser } from '@lezer/python';
import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import { HOLE, type WrittenPath } from '../../writtenPath';
import { Expressions } from './expression';
import { PathNames } from './pathNames';
import { PathText } from './pathText';

/** A source that writes more texts than this writes data. */
const MOST = 4000;
/** Characters before a path that tell what it is for. */
const BEFORE = 60;

/** Expressions that may be a path as a whole. */
const TEXTS = /^(?:(?:Format|Continued)?String|(?:Binary|Call)Expression)$/;

/** Every text in a Python source that may be a path, with its names followed to what the source says they are. */
export function readPythonPaths(text: string): readonly WrittenPath[] {
  const tree = parser.parse(text);
  const read = new Expressions(text);
  const texts = new PathText(read, new PathNames(tree, read));
  const found: WrittenPath[] = [];
  tree.iterate({
    enter: ref => {
      if (!TEXTS.test(ref.name)) return true;
      if (found.length > MOST || isRemark(ref)) return false;
      const readings = texts.of(ref.node).map(withHoles).filter(isPath);
      const line = text.slice(Math.max(0, ref.from - BEFORE), ref.from);
      const before = line.slice(line.lastIndexOf('\n') + 1);
      for (const reading of readings) found.push({ text: reading, before, start: ref.from });
      // A call that is no path has arguments that may be some.
      return readings.length === 0;
    },
  });
  return found;
}

/** A text that stands alone says something to people. */
function isRemark({ node }: SyntaxNodeRef): boolean {
  return isText(node) && node.parent?.name === 'ExpressionStatement';
}

const isText = (node: SyntaxNode) => node.name.endsWith('String');

/** `logs/{time}.log`, `logs/%Y-%m-%d`: what others fill in when the program runs. */
const withHoles = (text: string) => text.replace(/\{\w[^{}]*\}|%[a-zA-Z]/g, HOLE);

function isPath(text: string): boolean {
  return text.length > 1 && !text.includes('\n') && text.replaceAll(HOLE, '').length > 1;
}
