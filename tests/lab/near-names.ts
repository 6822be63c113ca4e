/** Number of single letters to change, add or leave out between two words (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Share of the wanted name that may be wrong before a name counts as another. */
const MISTYPED = 0.4;

/** The names that somebody who typed `wanted` may have meant, nearest first, at most three. */
export function nearNames(wanted: string, names: readonly string[]): string[] {
  const far = (name: string) => {
    if (name.includes(wanted)) return 0;
    // Somebody may have stopped in the middle of the name.
    return Math.min(
      ...[0, 1, 2].map((more) => distance(wanted, name.slice(0, wanted.length + more))),
      distance(wanted, name),
    );
  };
  return names
    .map((name) => ({ name, away: far(name) }))
    .filter(({ away }) => away <= Math.max(2, wanted.length * MISTYPED))
    .sort((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ name }) => name);
}
