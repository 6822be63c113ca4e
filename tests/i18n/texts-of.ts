/** A text of a catalogue with its path. */
export interface CatalogueText {
  readonly path: string;
  readonly text: string;
  /** Arguments that appear in the text, when a function makes it. */
  readonly given: readonly string[];
}

const GIVEN = ['41', '52', '63', '74'] as const;
/** Argument of functions that take parts of the body. */
const PARTS = ['head', 'left knee'];

/** Paths of functions by their first argument, a fixed word that is not shown. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  left: [
    'set.leg',
    'placing.leg',
    'summary.says.noRange',
    'summary.says.subject',
    'summary.bestRound',
    'summary.hip',
    'lessons.good.further',
    'summary.changes.of',
    'summary.changes.short',
    'lessons.lines.at',
    'trends.hip',
    'trends.sides.only',
    'trends.sides.further',
    ...['hipAlone', 'andPelvis', 'legInTotal', 'bent', 'noneFor'].map((name) => `coach.result.${name}`),
  ],
  good: ['summary.origin.place'],
};

/**
 * Every text of a part of a catalogue. Functions are called with figures as arguments, which every template can show.
 */
export function textsOf(value: unknown, path: string): readonly CatalogueText[] {
  if (typeof value === 'string') return [{ path, text: value, given: [] }];
  if (typeof value === 'function') return [called(value as (...given: unknown[]) => unknown, path)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, path === '' ? key : `${path}.${key}`));
}

function called(make: (...given: unknown[]) => unknown, path: string): CatalogueText {
  const ofParts = /\.(missing|cannotSee)$/.test(path);
  if (/\.(fetch|list)$/.test(path)) return { path, text: String(make(['41', '52'])), given: ['41', '52'] };
  if (path.endsWith('.cut')) return { path, text: String(make({ kind: 'tilt', down: true })), given: [] };
  if (path.endsWith('.view')) return { path, text: String(make({ kind: 'place', azimuth: 90 }, true)), given: [] };
  const given: string[] = GIVEN.slice(0, make.length);
  const [first] = Object.entries(CHOICES).find(([, paths]) => paths.includes(path)) ?? [];
  const words = first === undefined ? given : [first, ...given.slice(1)];
  const text = String(ofParts ? make(PARTS) : make(...words));
  return { path, text, given: words.filter((word) => word !== first && text.includes(word)) };
}

/** English words that no German text has. */
const ENGLISH =
  /\b(?:the|and|you|your|not|with|from|until|without|is|are|of|to|this|that|it|its|hip|hips|knee|foot|feet|legs|pelvis|back|set|drill|hold|keep|let|left|right|side|round|next|seconds?|time|laptop goes|nothing|no|yes|when|what|where|again)\b/i;

/** The first English word in a text, or null. */
export const englishIn = (text: string): string | null => ENGLISH.exec(text)?.[0] ?? null;
