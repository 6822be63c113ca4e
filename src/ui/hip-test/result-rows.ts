import { EFFORTS, type HipTest, type HipTry, ROTATIONS, type TestedRange } from '../../training/assessment/hip-test.ts';
import type { Effort, Rotation } from '../../coach/drill-definition.ts';
import { legByPhone } from '../../training/assessment/leg-by-phone.ts';
import type { LegByPhone, SetRecord } from '../../coach/record/set-record.ts';
import type { Side } from '../../instrument/geometry/units.ts';
import { hipTestWords } from '../../i18n/en/hip/hip-test.ts';
import { angleText, formatDegrees, formatEstimate } from '../elements/format.ts';

export interface ResultRow {
  readonly way: string;
  readonly result: string;
  readonly band: string;
  readonly spread: string;
  readonly end: string;
  /** The leg by a phone on the shin; null: none was read. */
  readonly leg: string | null;
}

const wayOf = (rotation: Rotation, effort: Effort): string => {
  const words = hipTestWords();
  return `${words.rotation[rotation]}, ${words.effort[effort]}`;
};

function rowOf(way: string, range: TestedRange | null, byPhone: LegByPhone | null): ResultRow {
  const words = hipTestWords();
  const leg = byPhone && `${formatEstimate(byPhone)}${byPhone.askew ? ` ${words.askew}` : ''}`;
  if (range === null) return { way, result: words.unread, band: '', spread: '–', end: '–', leg };
  const { tries, result, spread } = range;
  const told = angleText(result.value, result.sd);
  return {
    way,
    result: told.value,
    band: told.band,
    spread: formatDegrees(spread),
    end: endOf(tries),
    leg,
  };
}

function endOf(tries: readonly HipTry[]): string {
  const words = hipTestWords();
  const byPelvis = tries.filter(({ end }) => end === 'pelvis').length;
  return byPelvis > 0 ? words.pelvis(byPelvis, tries.length) : words.stopped;
}

/** The rows of one hip; null: it was not tested. @param record of the test, for what a phone measured */
export function resultRows(
  { hips }: HipTest,
  side: Side,
  record: Pick<SetRecord, 'phases'>,
): readonly ResultRow[] | null {
  const hip = hips[side];
  if (hip === null) return null;
  return ROTATIONS.flatMap((rotation) =>
    EFFORTS.map((effort) =>
      rowOf(wayOf(rotation, effort), hip[rotation][effort], legByPhone(record, side, rotation, effort)),
    ),
  );
}
