import type { BodyPart } from '../instrument/output/reason.ts';

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The text with a small first letter, for the middle of a sentence. The English "I" stays large. */
export const lowerFirst = (text: string): string =>
  /^I\b/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** The same, but an acronym such as "PAILs" stays as it is. */
export const midTitle = (text: string): string => (/^[A-Z][a-z]/.test(text) ? lowerFirst(text) : text);

/** "a", "a and b", "a, b and c". */
export const listed = (words: readonly string[], and: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;

type Pair = 'knees' | 'feet';

const PAIRS: readonly { readonly pair: Pair; readonly parts: readonly BodyPart[] }[] = [
  { pair: 'knees', parts: ['left knee', 'right knee'] },
  { pair: 'feet', parts: ['left foot', 'right foot'] },
];

/** Names of body parts; left and right become one name where both are missing ("knees"). */
export function paired(
  missing: readonly BodyPart[],
  pairs: Readonly<Record<Pair, string>>,
  name: (part: BodyPart) => string,
  where: 'first' | 'last' = 'first',
): string[] {
  const found = PAIRS.filter(({ parts }) => parts.every((part) => missing.includes(part)));
  const inPairs = new Set(found.flatMap(({ parts }) => parts));
  const together = found.map(({ pair }) => pairs[pair]);
  const single = missing.filter((part) => !inPairs.has(part)).map(name);
  return where === 'first' ? [...together, ...single] : [...single, ...together];
}

/** "1 set", "3 sets"; English only. */
export const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** The same rows, what is wrong as a heading: without its full stop. */
export const withoutStops = <Key extends string, Row extends { readonly what: string }>(
  rows: Readonly<Record<Key, Row>>,
): Readonly<Record<Key, Row>> =>
  Object.fromEntries(
    Object.entries<Row>(rows).map(([key, row]) => [key, { ...row, what: row.what.replace(/\.$/, '') }]),
  ) as Record<Key, Row>;
