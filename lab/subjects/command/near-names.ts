/** Levenshtein distance: number of letters to change, insert or delete. */
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

/** Largest share of wrong letters for a suggestion. */
const MISTYPED = 0.4;

/** The names most similar to `wanted`, nearest first, at most three. */
export function nearNames(wanted: string, names: readonly string[]): string[] {
  const far = (name: string) => {
    if (name.includes(wanted)) return 0;
    // The name may have been typed only in part.
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
