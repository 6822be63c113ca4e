import { bestOf } from '../coach/best-range.ts';
import { realChangeLine } from '../coach/real-change.ts';
import type { FlagRecord, SetRecord } from '../coach/set-record.ts';
import type { Units } from '../storage/storage-contract.ts';
import { isBend } from './angle-words.ts';
import { originText } from './origin-text.ts';
import { bandDegrees, formatDegrees, plural } from './format.ts';
import type { StoredSetItem } from './services.ts';
import { peakText, ruleName, strictnessName } from './words.ts';

/** As many sets as fit on the second sheet. */
const MOST_IN_TREND = 10;

/** Sets of the same drill and side up to this one, newest first. A demo or a video is nobody's trend. */
export function trendOf(record: SetRecord, sets: readonly StoredSetItem[]): readonly StoredSetItem[] {
  const at = sets.findIndex(({ id }) => id === record.id);
  const key = sets[at]?.drill ?? record.drill;
  return sets
    .slice(Math.max(0, at))
    .filter(
      (set) =>
        set.id === record.id ||
        (set.drill === key &&
          set.side === record.side &&
          set.clean !== null &&
          (set.source === undefined || set.source === 'camera')),
    )
    .slice(0, MOST_IN_TREND);
}

/** One line a rule: how often, how large at most, how long in all. */
export function flagLines(flags: readonly FlagRecord[], units: Units = 'cm'): readonly string[] {
  const rules = [...new Set(flags.map(({ rule }) => rule))];
  return rules.map((rule) => {
    const own = flags.filter((flag) => flag.rule === rule);
    const peak = Math.max(...own.map((flag) => Math.abs(flag.peak)));
    const long = own.reduce((sum, { start, end }) => sum + end - start, 0);
    return `${ruleName(rule)}: ${plural(own.length, 'time')}, at most ${peakText(rule, peak, units)}, ${long.toFixed(0)} s in all.`;
  });
}

/** How the figures came about. */
export function methodLines(record: SetRecord): readonly string[] {
  const { engine, source } = record;
  if (source.kind === 'none') return ['Timed without a camera: nothing was measured.'];
  const best = bestOf(record.summary.sets);
  const bend = record.summary.sets.some(isBend);
  return [
    `One camera, ${source.width} × ${source.height}, ${plural(source.frames, 'frame')}; body landmarks by BlazePose ${engine.model}, a skeleton of fixed bone lengths fitted to them in every frame, in the browser on the person’s own machine.`,
    'Every angle is the change from a start position that the person held still at the beginning, not from anatomical zero.',
    bend
      ? 'Bend: between trunk and thigh. A back that rounds counts in it.'
      : 'Gross: the largest rotation of the leg. Clean: the largest while no compensation was flagged and the reading was valid. Borrowed: the difference, what pelvis and spine lent.',
    best?.sd
      ? `The band behind a figure covers 90 % of the error of reading; here it is ± ${bandDegrees(best.sd)}°.`
      : 'The band behind a figure covers 90 % of the error of reading.',
    ...(record.strictness === undefined || record.strictness === 'standard'
      ? []
      : [`${strictnessName(record.strictness)}: where a flag begins, a clean range ends.`]),
    originText(record),
  ];
}

/** How far the figures can be trusted. */
export function limitLines(record: SetRecord): readonly string[] {
  const sd = bestOf(record.summary.sets)?.sd ?? null;
  const least = realChangeLine({ value: 0, sd: 0 }, { value: 0, sd: 0 });
  const own = sd === null ? null : realChangeLine({ value: 0, sd }, { value: 0, sd });
  return [
    `Two sets are told apart from 1.96 · √(sd₁² + sd₂²), and never under ${formatDegrees1(least)}, what a clinician’s digital inclinometer can tell${own === null ? '' : `; for two sets like this one from ${formatDegrees1(own)}`}.`,
    'The band knows nothing of how the same person differs from day to day, of warm-up, or of another place of the camera: only sets seen from the same place are compared.',
    'The method was checked against rendered people whose joint angles are known exactly, not against people in a laboratory.',
    'It coaches movement and is no medical device: nothing here is a diagnosis or replaces an examination.',
  ];
}

const formatDegrees1 = (value: number): string =>
  Number.isInteger(value) ? formatDegrees(value) : `${value.toFixed(1)}°`;
