import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** @returns empty where the process has gone meanwhile */
const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** Whether this system tells about processes. Windows and macOS have no /proc. */
const processesAreVisible = () => existsSync('/proc/self/stat');

/** The parent of a process; null: it has gone. */
function parentOf(pid: number) {
  // The name in brackets may hold anything, so fields count from the last bracket.
  const fields = textOf(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ');
  return fields[1] === undefined ? null : Number(fields[1]);
}

/** A process and everything that it started. Only the process itself where processes are not visible. */
export function processTree(pid: number): number[] {
  if (!processesAreVisible()) return [pid];
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
  const parents = new Map(all.map((one) => [one, parentOf(one)]));
  const tree = [pid];
  for (const one of tree) for (const [child, parent] of parents) if (parent === one) tree.push(child);
  return tree;
}

/**
 * Memory of some processes in MB. Memory that several share counts once, if the system says how much that is.
 * @returns null where the system does not say
 */
export function memoryOf(pids: readonly number[]): number | null {
  const kilobytes = pids.flatMap((pid) => {
    const proportional = /^Pss:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/smaps_rollup`));
    const resident = /^VmRSS:\s+(\d+) kB/m.exec(textOf(`/proc/${pid}/status`));
    const [, found] = proportional ?? resident ?? [];
    return found === undefined ? [] : [Number(found)];
  });
  return kilobytes.length === 0 ? null : kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
}
