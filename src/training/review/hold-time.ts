import type { Degrees, Seconds, Side } from '../../instrument/geometry/units.ts';
import { rangeChannel } from '../../coach/rules/range-rules.ts';
import type { DrillDefinition, PhaseKind } from '../../coach/drill-definition.ts';
import { type RobustSample, robustSeries } from '../../coach/progress/robust-series.ts';
import type { PhaseSummary, SetRecord } from '../../coach/record/set-record.ts';

/** How long the end position was actually held in a phase that asks to stay there. */
export interface HoldTime {
  readonly side: Side;
  readonly round: number;
  readonly kind: PhaseKind;
  readonly length: Seconds;
  /** Time near the best clean range of the phase. */
  readonly inZone: Seconds;
  /** How long before the end the hip left for good; null: it stayed, or this was not seen. */
  readonly leftEarly: Seconds | null;
}

/** How long or how well a shorter hold was kept says nothing. */
export const LEAST_HOLD: Seconds = 5;

const STAYS: ReadonlySet<PhaseKind> = new Set(['passive', 'hold', 'sink']);
/** A hip within this distance of its best range is in the hold. */
const ZONE: Degrees = 5;
const Z95 = 1.96;
/** Leaving later than this before the end is on time. */
const EARLY: Seconds = 4;
/** The hip must have been seen outside for this long. */
const SEEN_OUT: Seconds = 2;
/** One sample stands for at most this much time. */
const LONGEST_SAMPLE: Seconds = 0.5;

export function holdTimes(
  { frames, summary }: Pick<SetRecord, 'frames' | 'summary'>,
  drill: DrillDefinition,
): readonly HoldTime[] {
  const series = {
    left: robustSeries(frames, 'left', rangeChannel(drill)),
    right: robustSeries(frames, 'right', rangeChannel(drill)),
  };
  return summary.phases.flatMap((phase) => {
    if (!STAYS.has(phase.kind) || phase.clean === null) return [];
    const within = series[phase.side].filter(({ time }) => time >= phase.start && time < phase.end);
    return [holdTime(phase, phase.clean, within)];
  });
}

function holdTime(phase: PhaseSummary, clean: Degrees, samples: readonly RobustSample[]): HoldTime {
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
