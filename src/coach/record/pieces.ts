import type { Milliseconds } from '../../instrument/geometry/units.ts';

/** A long computation in pieces. It ends with its result. */
export type Pieces<Result> = Generator<undefined, Result>;

export function atOnce<Result>(pieces: Pieces<Result>): Result {
  for (;;) {
    const step = pieces.next();
    if (step.done) return step.value;
  }
}

/** Between two stretches of this length the page draws and answers to keys. */
const STRETCH: Milliseconds = 12;

/**
 * The result, computed without holding up the page.
 * @param giveWay resolves when the page has had its turn
 */
export async function inTurns<Result>(
  pieces: Pieces<Result>,
  giveWay: () => Promise<void>,
  now: () => Milliseconds,
): Promise<Result> {
  let start = now();
  for (;;) {
    const step = pieces.next();
    if (step.done) return step.value;
    if (now() - start < STRETCH) continue;
    await giveWay();
    start = now();
  }
}
