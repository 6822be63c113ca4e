import type { RangeChannel } from '../../coach/drill-definition.ts';
import type { RangeSummary } from '../../coach/record/set-record.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** What the angle is called that a drill works on. */
export interface AngleWords {
  /** Above the big number. */
  readonly short: string;
  /** In a sentence about the curve. */
  readonly long: string;
  /** Over a column of a table and over the plot. */
  readonly column: string;
}

/** @param range of a drill or a record; absent: hip internal rotation */
export const angleWords = (range: RangeChannel | undefined): AngleWords =>
  commonWords().angles[NAMES[range ?? 'hip-internal-rotation']];

const NAMES = { 'hip-internal-rotation': 'rotation', 'hip-flexion': 'bend', 'back-arch': 'back' } as const;

/** A bend of the hip is the pelvis' own work: nothing of it is lent by the pelvis, and it need not be watched for it. */
export const isBend = ({ of }: Pick<RangeSummary, 'of'>): boolean => of === 'hip-flexion';
