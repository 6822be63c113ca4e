import type { Effort, HipTest, Rotation, TestedRange } from '../../coach/assessment/hip-test.ts';
import type { Side } from '../../instrument/geometry/units.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import { angleText, formatDegrees } from '../elements/format.ts';

/** One way of one hip, in words and figures. */
export interface ResultRow {
  readonly way: string;
  readonly best: string;
  readonly band: string;
  readonly spread: string;
  readonly end: string;
}

const ROTATIONS: readonly Rotation[] = ['internal', 'external'];
const EFFORTS: readonly Effort[] = ['passive', 'active'];

const wayOf = (rotation: Rotation, effort: Effort): string => {
  const { hipTest: words } = drillWords();
  return `${words.rotation[rotation]}, ${words.effort[effort]}`;
};

function rowOf(way: string, range: TestedRange | null): ResultRow {
  const { hipTest: words } = drillWords();
  if (range === null) return { way, best: words.unread, band: '', spread: '–', end: '–' };
  const { tries, best, spread } = range;
  const told = angleText(best.value, best.sd);
  const byPelvis = tries.filter(({ end }) => end === 'pelvis').length;
  return {
    way,
    best: told.value,
    band: told.band,
    spread: formatDegrees(spread),
    end: byPelvis === 0 ? words.stopped : words.pelvis(byPelvis, tries.length),
  };
}

/** The rows of one hip; null: it was not tested. */
export function resultRows({ hips }: HipTest, side: Side): readonly ResultRow[] | null {
  const hip = hips[side];
  if (hip === null) return null;
  return ROTATIONS.flatMap((rotation) =>
    EFFORTS.map((effort) => rowOf(wayOf(rotation, effort), hip[rotation][effort])),
  );
}
