import type { Degrees, Seconds } from '../../../src/instrument/geometry/units.ts';
import { band90 } from '../../../src/instrument/geometry/units.ts';
import type { SetPlan } from '../../../src/coach/coach-contract.ts';
import { startCoach, stepCoach } from '../../../src/coach/coach.ts';
import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import { isWatched } from '../../../src/coach/progress/best-range.ts';
import { replayOf } from '../../../src/coach/record/replay.ts';
import type { ControlRecord, FrameRecord, SetRecord } from '../../../src/coach/record/set-record.ts';
import { SetRecorder } from '../../../src/coach/record/set-recorder.ts';
import { summarise } from '../../../src/coach/record/summarise.ts';
import { isRangePhase } from '../../../src/coach/rules/range-rules.ts';
import { followTimeline, readGivenTimeline } from '../../../src/coach/timeline/given-timeline.ts';
import { drillById } from '../../../src/drills/index.ts';
import { coachWords } from '../../../src/i18n/en/coach.ts';

/**
 * Whether a zero of the pelvis was earned: recorded sets of rendered people are coached again, without and with the positive
 * control and the check of sudden gains, as measured and with a pelvis network that says zero all the time.
 */

/** The part of a truth file that is used. */
export interface ZeroTruth {
  readonly fps: number;
  readonly side: 'left' | 'right';
  readonly phases: readonly { readonly kind: string; readonly start: Seconds; readonly end: Seconds }[];
  readonly frames: readonly {
    readonly hip: Readonly<Record<'left' | 'right', { readonly internalRotation: Degrees }>>;
    readonly pelvis: { readonly twist: Degrees };
  }[];
}

export const WAYS = ['without', 'gain check', 'gain check and control'] as const;
export type Way = (typeof WAYS)[number];

/** What the app claims of one set in one way. */
export interface Claim {
  readonly way: Way;
  /** The pelvis network was replaced by one that says zero. */
  readonly blind: boolean;
  readonly control: ControlRecord['response'] | null;
  /** Largest range called clean; null: none is. */
  readonly clean: Degrees | null;
  /** Half of its 90 % band. */
  readonly band: Degrees | null;
  readonly possible: Degrees | null;
}

export interface ZeroScore {
  /** Largest true twist in the phases that count. */
  readonly twist: Degrees;
  /** Largest true rotation of the hip in them. */
  readonly truth: Degrees;
  readonly claims: readonly Claim[];
}

/** Twist from which a set is one with a twist. */
export const LARGE_TWIST: Degrees = 10;

/** A clean range whose band does not reach down to the hip's own rotation: a twist was called clean. */
export const isLie = ({ clean, band }: Claim, truth: Degrees): boolean => clean !== null && clean - (band ?? 0) > truth;

/** True gains that are not called clean: the clean range with its band does not reach up to the hip's rotation. */
export const isWronglySuspected = ({ clean, band, possible }: Claim, truth: Degrees): boolean =>
  possible !== null && (clean ?? 0) + (band ?? 0) < truth;

export function scoreZero(record: SetRecord, truth: ZeroTruth): ZeroScore {
  const drill = drillById(record.drill);
  if (!drill) throw new Error(`there is no drill "${record.drill}"`);
  const counts = (time: Seconds) =>
    truth.phases.some(({ kind, start, end }) => time >= start && time < end && isRangePhase(drill, kind as 'passive'));
  const frames = truth.frames.filter((_, index) => counts(index / truth.fps));
  const claims = [false, true].flatMap((blind) => WAYS.map((way) => claimOf(record, truth, drill, way, blind)));
  return {
    twist: Math.max(...frames.map(({ pelvis }) => Math.abs(pelvis.twist))),
    truth: Math.max(...frames.map(({ hip }) => hip[truth.side].internalRotation)),
    claims,
  };
}

function claimOf(record: SetRecord, truth: ZeroTruth, drill: DrillDefinition, way: Way, blind: boolean): Claim {
  const seen = blind ? { ...record, frames: record.frames.map((frame) => blinded(frame, truth.side)) } : record;
  const again = coachedAgain(seen, truth, drill, way === 'gain check and control');
  // Without the work on it the app widens no band, and trusts the pelvis as if it had been controlled.
  const asSeen = new Map(seen.frames.map(({ t, hipInternalRotation }) => [t, hipInternalRotation]));
  const trusting = again.frames.map((frame) => ({
    ...frame,
    hipInternalRotation: asSeen.get(frame.t) ?? frame.hipInternalRotation,
  }));
  const trusted: ControlRecord = { side: truth.side, response: 'good', gain: 1, noise: 0 };
  const { sets } =
    way === 'without' ? summarise({ ...again, frames: trusting, control: [trusted] }, drill) : again.summary;
  const [best] = sets.toSorted((a, b) => (b.clean ?? -Infinity) - (a.clean ?? -Infinity));
  const isClean = best !== undefined && best.clean !== null && isWatched(best);
  return {
    way,
    blind,
    control: again.control?.[0]?.response ?? null,
    clean: isClean ? best.clean : null,
    band: isClean && best.sd !== null ? band90(best.sd) : null,
    possible: best?.possible ?? null,
  };
}

/** The frame as a network that says zero gives it: the hip takes all of the turn. */
function blinded(frame: FrameRecord, side: 'left' | 'right'): FrameRecord {
  const rotation = frame.hipInternalRotation[side];
  const lent = frame.lent?.[side] ?? 0;
  return {
    ...frame,
    hipInternalRotation: {
      ...frame.hipInternalRotation,
      [side]: rotation && { value: rotation.value + lent, sd: BLIND_ROTATION_SD },
    },
    lent: { left: frame.lent ? 0 : null, right: frame.lent ? 0 : null },
    pelvis: { ...frame.pelvis, twist: frame.pelvis.twist && { value: 0, sd: BLIND_TWIST_SD } },
    kneeChase: frame.kneeChase && { value: 0, sd: BLIND_TWIST_SD },
  };
}

/** What a confident network states for a pelvis that lies still, degrees. */
const BLIND_TWIST_SD = 0.5;
const BLIND_ROTATION_SD = 1.9;

/** Coaches the recorded readings once more along the true phases. */
function coachedAgain(record: SetRecord, truth: ZeroTruth, drill: DrillDefinition, control: boolean): SetRecord {
  const words = coachWords();
  const phases = truth.phases.map((phase) => ({
    ...phase,
    kind: phase.kind === 'control' && !control ? 'rest' : phase.kind,
  }));
  const given = readGivenTimeline({ phases }, drill);
  if (!given.ok) throw new Error(given.problem);
  const { plan: replayed, inputs } = replayOf(record, drill, words);
  const plan: SetPlan = { ...replayed, startBeforeWork: true };
  const recorder = new SetRecorder(plan);
  let step = startCoach(plan, 0, followTimeline(plan, given.phases));
  recorder.observe(null, step);
  for (const input of inputs.filter(({ kind }) => kind === 'reading' || kind === 'tick')) {
    step = stepCoach(step.state, input);
    recorder.observe(input, step);
  }
  const ended = { kind: 'source-ended', time: record.phases.at(-1)?.end ?? 0 } as const;
  recorder.observe(ended, stepCoach(step.state, ended));
  return recorder.finish(record);
}

/** One line of the table for each set: the largest clean range in each way, as measured and blind. */
export function zeroTable(scores: readonly { readonly name: string; readonly score: ZeroScore }[]): string {
  const degrees = (value: Degrees) => value.toFixed(0);
  const cell = (claim: Claim | undefined, truth: Degrees): string => {
    if (!claim) return '–';
    const lie = isLie(claim, truth) ? ' **clean?**' : '';
    const possible = claim.possible === null ? '' : ` (to ${degrees(claim.possible)} possible)`;
    if (claim.clean === null) return `leg in total${possible}`;
    return `${degrees(claim.clean)} ± ${degrees(claim.band ?? 0)}${lie}${possible}`;
  };
  const columns = [false, true].flatMap((blind) => WAYS.map((way) => ({ blind, way })));
  const heads = columns.map(({ blind, way }) => `${blind ? 'blind, ' : ''}${way}`);
  const of = (score: ZeroScore, { blind, way }: (typeof columns)[number]) =>
    score.claims.find((claim) => claim.blind === blind && claim.way === way);
  const rows = scores.map(({ name, score }) => {
    const control = score.claims.find(({ way, blind }) => way === 'gain check and control' && !blind)?.control ?? '–';
    const cells = columns.map((column) => cell(of(score, column), score.truth));
    return `| ${name} | ${degrees(score.twist)} | ${degrees(score.truth)} | ${control} | ${cells.join(' | ')} |`;
  });
  const twisted = scores.filter(({ score }) => score.twist >= LARGE_TWIST);
  const straight = scores.filter(({ score }) => score.twist < LARGE_TWIST);
  const share = (
    some: typeof scores,
    isBad: (claim: Claim, truth: Degrees) => boolean,
    column: (typeof columns)[number],
  ) => {
    const bad = some.filter(({ score }) => {
      const claim = of(score, column);
      return claim !== undefined && isBad(claim, score.truth);
    });
    return `${bad.length} of ${some.length}`;
  };
  return [
    `| set | twist | true range | control | ${heads.join(' | ')} |`,
    `|---|---|---|---|${heads.map(() => '---|').join('')}`,
    ...rows,
    `| **twists of ${LARGE_TWIST}° or more called clean** | | | | ${columns.map((column) => share(twisted, isLie, column)).join(' | ')} |`,
    `| **true gains wrongly suspected** | | | | ${columns.map((column) => share(straight, isWronglySuspected, column)).join(' | ')} |`,
  ].join('\n');
}
