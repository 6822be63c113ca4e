import type { StartJoints } from './score-joints.ts';

/** Scores which pictures the app takes as the start of a drill, against what a person sees in them. Pure. */

/** `right`: a coach would say yes. `near`: a limb or the view lies somewhat outside. */
type Verdict = 'right' | 'near';

interface SeenStart {
  drill: string;
  /** `both` for a drill of one side: either. */
  side: 'left' | 'right' | 'both';
  verdict: Verdict;
}

/** Pictures that are not named were not judged. */
export interface StartsFile {
  /** That were looked for; the others are tried, but not scored. */
  drills: readonly string[];
  pictures: Readonly<Record<string, readonly SeenStart[]>>;
}

/** What the app says to a picture as the start of a drill on one side. */
export interface TriedStart {
  drill: string;
  side: 'left' | 'right' | 'both';
  /** Why it is not taken; null: it is. */
  cause: string | null;
  /** Null: it is not taken. */
  joints: StartJoints | null;
}

/** One picture and one drill. */
export interface StartOutcome {
  picture: string;
  drill: string;
  /** `other`: the picture shows no start of this drill. */
  verdict: Verdict | 'other' | 'unjudged';
  /** On any side; for a start that is seen on one side, on that side. */
  taken: boolean;
  /** On the side that was seen; null: taken. */
  cause: string | null;
}

/** Each as taken of all. */
export interface StartScore {
  right: readonly [number, number];
  near: readonly [number, number];
  other: readonly [number, number];
  /** Why right and near starts were refused, and how many of them. */
  causes: Readonly<Record<string, number>>;
}

const VERDICTS = ['right', 'near', 'other'] as const;

/** One outcome for each drill that was tried. */
export function startOutcomes(picture: string, tried: readonly TriedStart[], starts: StartsFile): StartOutcome[] {
  const seen = starts.pictures[picture];
  return [...new Set(tried.map(({ drill }) => drill))].map((drill) => {
    const start = seen?.find((one) => one.drill === drill);
    const ofDrill = tried.filter((one) => one.drill === drill);
    const ofSide = ofDrill.filter(({ side }) => side === start?.side);
    const counted = ofSide.length > 0 ? ofSide : ofDrill;
    const isTaken = counted.some(({ cause }) => cause === null);
    return {
      picture,
      drill,
      verdict: seen === undefined || !starts.drills.includes(drill) ? 'unjudged' : (start?.verdict ?? 'other'),
      taken: isTaken,
      cause: isTaken ? null : (counted[0]?.cause ?? null),
    };
  });
}

/** One score for each drill that was judged, and one for all. */
export function scoreStarts(outcomes: readonly StartOutcome[]): {
  readonly drills: Readonly<Record<string, StartScore>>;
  readonly all: StartScore;
} {
  const judged = outcomes.filter(({ verdict }) => verdict !== 'unjudged');
  const names = [...new Set(judged.map(({ drill }) => drill))].sort();
  return {
    drills: Object.fromEntries(names.map((name) => [name, scoreOf(judged.filter(({ drill }) => drill === name))])),
    all: scoreOf(judged),
  };
}

function scoreOf(outcomes: readonly StartOutcome[]): StartScore {
  const [right, near, other] = VERDICTS.map((wanted) => {
    const some = outcomes.filter(({ verdict }) => verdict === wanted);
    return [some.filter(({ taken }) => taken).length, some.length] as const;
  });
  const refused = outcomes.filter(({ verdict, taken }) => verdict !== 'other' && !taken);
  return {
    right: right ?? [0, 0],
    near: near ?? [0, 0],
    other: other ?? [0, 0],
    causes: countsOf(refused.map(({ cause }) => cause ?? 'unknown')),
  };
}

/** How often each text comes, the most frequent first. */
const countsOf = (texts: readonly string[]) =>
  Object.fromEntries(
    [...new Set(texts)]
      .map((text) => [text, texts.filter((one) => one === text).length] as const)
      .sort(([, a], [, b]) => b - a),
  );
