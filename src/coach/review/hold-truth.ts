import type { Degrees, Seconds, Side } from '../../instrument/geometry/units.ts';
import { rangeChannel } from '../rules/judged-reading.ts';
import type { DrillDefinition, PhaseKind } from '../drill-definition.ts';
import { type RobustSample, robustSeries } from '../progress/robust-series.ts';
import type { PhaseSummary, SetRecord } from '../record/set-record.ts';

/** How long a position was truly held in a phase that asks to stay there. */
export interface HoldTruth {
  readonly side: Side;
  readonly round: number;
  readonly kind: PhaseKind;
  readonly length: Seconds;
  /** Time within reach of the best clean range of the phase. */
  readonly inZone: Seconds;
  /** So long before the end the hip was seen to have left for good; null: it stayed, or nobody saw. */
  readonly leftEarly: Seconds | null;
}

const STAYS: ReadonlySet<PhaseKind> = new Set(['passive', 'hold', 'sink']);
/** A hip this far below its best is still in the hold. */
const ZONE: Degrees = 5;
const Z95 = 1.96;
/** Coming out in the last moments is coming out on time. */
const EARLY: Seconds = 4;
/** It must have been seen outside for this long. */
const SEEN_OUT: Seconds = 2;
/** One sample stands for no more than this much time. */
const LONGEST_SAMPLE: Seconds = 0.5;

export function holdTruths(
  { frames, summary }: Pick<SetRecord, 'frames' | 'summary'>,
  drill: DrillDefinition,
): readonly HoldTruth[] {
  const series = {
    left: robustSeries(frames, 'left', rangeChannel(drill)),
    right: robustSeries(frames, 'right', rangeChannel(drill)),
  };
  return summary.phases.flatMap((phase) => {
    if (!STAYS.has(phase.kind) || phase.clean === null) return [];
    const within = series[phase.side].filter(({ time }) => time >= phase.start && time < phase.end);
    return [truthOf(phase, phase.clean, within)];
  });
}

function truthOf(phase: PhaseSummary, clean: Degrees, samples: readonly RobustSample[]): HoldTruth {
  const floor = clean - Math.max(ZONE, Z95 * (phase.sd ?? 0));
  let inZone = 0;
  let outAfter = 0;
  let last = phase.start;
  for (const [index, { time, angle }] of samples.entries()) {
    const lasts = Math.min(LONGEST_SAMPLE, (samples[index + 1]?.time ?? phase.end) - time);
    if (angle >= floor) {
      inZone += lasts;
      outAfter = 0;
      last = time + lasts;
    } else outAfter += lasts;
  }
  const missed = phase.end - last;
  const { side, round, kind, start, end } = phase;
  const leftEarly = missed >= EARLY && outAfter >= SEEN_OUT ? missed : null;
  return { side, round, kind, length: end - start, inZone, leftEarly };
}
