import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { root } from '../shared/paths.mjs';
import { filesBelow } from './repository-files.ts';

/** Each file with the files that it imports. */
type ImportGraph = ReadonlyMap<string, readonly string[]>;

const relativeImport = /\b(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g;

/**
 * Files that a source file imports by a relative path: values and types, static, dynamic, and in JSDoc.
 * @param file path from the top folder, with forward slashes
 * @returns paths from the top folder
 */
export function relativeImports(file: string, text: string): string[] {
  return [...text.matchAll(relativeImport)].map(([, path = '']) => posix.join(posix.dirname(file), path));
}

/**
 * Sets of files each of which reaches all others of its set by imports (strongly connected components, after Tarjan).
 * @param graph imports of files that are not in it are passed over
 * @returns the files of each sorted; a file that imports nothing back is in none
 */
export function importCircles(graph: ImportGraph): string[][] {
  const order = new Map<string, number>();
  const settled = new Set<string>();
  const open: string[] = [];
  const circles: string[][] = [];
  /** @returns the earliest open file that it reaches, by order of visit */
  const visit = (file: string): number => {
    const own = order.size;
    order.set(file, own);
    open.push(file);
    let earliest = own;
    const imported = graph.get(file) ?? [];
    for (const next of imported) {
      if (graph.has(next) && !settled.has(next)) earliest = Math.min(earliest, order.get(next) ?? visit(next));
    }
    if (earliest < own) return earliest;
    const circle = open.splice(open.indexOf(file));
    for (const one of circle) settled.add(one);
    if (circle.length > 1 || imported.includes(file)) circles.push(circle.sort());
    return own;
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return circles;
}

/**
 * Every circle of imports in `src`, `workers` and `tools`. The linter's own rule does not see circles of types.
 * @returns one line for each
 */
export async function circleBreaches(): Promise<string[]> {
  const files = (await Promise.all(['src', 'workers', 'tools'].map((folder) => filesBelow(folder)))).flat();
  const sources = files.filter((file) => /\.(ts|mjs)$/.test(file)).sort();
  const read = sources.map(
    async (file) => [file, relativeImports(file, await readFile(join(root, file), 'utf8'))] as const,
  );
  const circles = importCircles(new Map(await Promise.all(read)));
  return circles.map((circle) => `${circle.length} files import one another: ${circle.join(', ')}`);
}
