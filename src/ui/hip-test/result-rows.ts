import {
  EFFORTS,
  type Effort,
  type HipTest,
  type HipTry,
  ROTATIONS,
  type Rotation,
  type TestedRange,
} from '../../coach/assessment/hip-test.ts';
import type { Side } from '../../instrument/geometry/units.ts';
import { hipTestWords } from '../../i18n/en/hip/hip-test.ts';
import { angleText, formatDegrees } from '../elements/format.ts';

export interface ResultRow {
  readonly way: string;
  readonly result: string;
  readonly band: string;
  readonly spread: string;
  readonly end: string;
}

const wayOf = (rotation: Rotation, effort: Effort): string => {
  const words = hipTestWords();
  return `${words.rotation[rotation]}, ${words.effort[effort]}`;
};

function rowOf(way: string, range: TestedRange | null): ResultRow {
  const words = hipTestWords();
  if (range === null) return { way, result: words.unread, band: '', spread: '–', end: '–' };
  const { tries, result, spread } = range;
  const told = angleText(result.value, result.sd);
  return {
    way,
    result: told.value,
    band: told.band,
    spread: formatDegrees(spread),
    end: endOf(tries),
  };
}

function endOf(tries: readonly HipTry[]): string {
  const words = hipTestWords();
  const byPelvis = tries.filter(({ end }) => end === 'pelvis').length;
  return byPelvis > 0 ? words.pelvis(byPelvis, tries.length) : words.stopped;
}

/** The rows of one hip; null: it was not tested. */
export function resultRows({ hips }: HipTest, side: Side): readonly ResultRow[] | null {
  const hip = hips[side];
  if (hip === null) return null;
  return ROTATIONS.flatMap((rotation) =>
    EFFORTS.map((effort) => rowOf(wayOf(rotation, effort), hip[rotation][effort])),
  );
}
