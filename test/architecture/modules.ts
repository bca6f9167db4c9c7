import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/** One import, `import type` and `export from` included; `to` is a path below the project, or the name of a package. */
export interface Edge {
  readonly from: string;
  readonly to: string;
}

/** One source file, its path relative to the project with `/` between parts. */
export interface Module {
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file below `folder` of the project. */
export function modulesBelow(folder: string): Module[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return modulesBelow(path);
    return path.endsWith('.ts') ? [{ path, text: readFileSync(join(path), 'utf8') }] : [];
  });
}

function resolve(from: string, name: string): string {
  if (!name.startsWith('.')) return name;
  const path = posix.join(posix.dirname(from), name);
  return [`${path}.ts`, `${path}/index.ts`].find(existsSync) ?? path;
}

/** What the modules import, in their order. */
export function edgesOf(modules: readonly Module[]): Edge[] {
  return modules.flatMap(({ path, text }) =>
    ts
      .preProcessFile(text, true, true)
      .importedFiles.map(({ fileName }) => ({ from: path, to: resolve(path, fileName) })),
  );
}

/** Groups of modules that import each other in a circle; a module that imports itself is one. */
export function cyclesOf(edges: readonly Edge[]): string[][] {
  const next = new Map<string, Edge[]>();
  for (const edge of edges) next.set(edge.from, [...(next.get(edge.from) ?? []), edge]);
  const reach = (start: string): Set<string> => {
    const seen = new Set<string>();
    const todo = [start];
    for (let at = todo.pop(); at !== undefined; at = todo.pop())
      for (const { to } of next.get(at) ?? [])
        if (!seen.has(to)) {
          seen.add(to);
          todo.push(to);
        }
    return seen;
  };
  const reached = new Map([...next.keys()].map(path => [path, reach(path)]));
  const groups = new Map<string, string[]>();
  for (const [path, seen] of reached)
    if (seen.has(path)) {
      const group = [...seen].filter(other => reached.get(other)?.has(path)).sort();
      groups.set(group.join(), group);
    }
  return [...groups.values()];
}
