import { matchEvents } from './score-events.mjs';

/**
 * Scores one set record against the truth of the clip it was made from. Pure: no files, no clock.
 * Angles of the hip are compared after neutral: the truth minus its own mean over its neutral phase. The truth's pelvis is
 * relative to neutral already. Signs and axes: `tests/clips/README.md`.
 *
 * @typedef {import('../../src/coach/set-record.ts').SetRecord} SetRecord
 * @typedef {import('../../src/coach/set-record.ts').FrameRecord} FrameRecord
 * @typedef {{ flexion: number, abduction: number, internalRotation: number }} TruthHip
 * @typedef {object} TruthFrame
 * @property {{ left: TruthHip, right: TruthHip }} hip
 * @property {{ left: number, right: number }} knee
 * @property {{ twist: number, obliquity: number, tilt: number, lift: number }} pelvis
 * @typedef {{ kind: string, start: number, end: number }} TruthPhase
 * @typedef {{ rule: string, start: number, end: number, peak: number, side?: string }} TruthEvent
 * @typedef {object} Truth
 * @property {string} drill
 * @property {'left' | 'right' | 'both'} side
 * @property {number} fps
 * @property {{ placement: string }} camera
 * @property {readonly TruthPhase[]} phases
 * @property {readonly TruthEvent[]} events
 * @property {readonly { start: number, turn: number, end: number, amplitude: number }[]} reps
 * @property {readonly TruthFrame[]} frames
 */

/** Half-width of the 90 % band of a normal error, in standard deviations. */
const BAND_90 = 1.645;

/** Phases in which a range counts. */
const RANGE_PHASES = new Set(['passive', 'pails', 'rails', 'sink', 'hold', 'reps']);

/**
 * @typedef {object} ChannelScore
 * @property {number} frames frames with both a truth and a number that the record calls valid
 * @property {number | null} mae mean absolute error
 * @property {number | null} bias mean error, record minus truth
 * @property {number | null} p95 95th percentile of the absolute error
 * @property {number | null} inBand share of frames whose truth lies inside the record's 90 % band
 * @property {number | null} coverage share of the truth's frames that have such a number
 */

/**
 * @param {readonly { error: number, sd: number }[]} errors
 * @param {number} wanted frames that could have had a number
 * @returns {ChannelScore}
 */
export function channelScore(errors, wanted) {
  const sizes = errors.map(({ error }) => Math.abs(error)).sort((a, b) => a - b);
  const share = (/** @type {number} */ count, /** @type {number} */ of) => (of > 0 ? count / of : null);
  return {
    frames: errors.length,
    mae: mean(sizes),
    bias: mean(errors.map(({ error }) => error)),
    p95: sizes.length > 0 ? (sizes[Math.ceil(0.95 * sizes.length) - 1] ?? null) : null,
    inBand: share(errors.filter(({ error, sd }) => Math.abs(error) <= BAND_90 * sd).length, errors.length),
    coverage: share(errors.length, wanted),
  };
}

/**
 * @typedef {object} ClipScore
 * @property {string} drill
 * @property {string} placement
 * @property {number} minutes scored time
 * @property {number} frames truth frames scored
 * @property {number} measured frames in the record
 * @property {ChannelScore} internalRotation degrees
 * @property {ChannelScore} twist degrees
 * @property {ChannelScore} obliquity degrees
 * @property {ChannelScore} lift metres
 * @property {ReturnType<typeof matchEvents>} events
 * @property {{ claimed: number | null, true: number | null, error: number | null }} clean degrees
 * @property {{ true: number, found: number, extra: number }} reps
 * @property {string | null} view how the app judged the view at neutral; null when none was held
 * @property {{ model: string, backend: string }} engine
 */

/**
 * @param {SetRecord} record
 * @param {Truth} truth
 * @returns {ClipScore}
 */
export function scoreClip(record, truth) {
  const start = neutralEnd(truth);
  const wanted = truth.frames
    .map((frame, index) => ({ frame, time: index / truth.fps }))
    .filter(({ time }) => time >= start);
  const seen = framesByIndex(record, truth.fps);
  const pairs = wanted.flatMap(({ frame, time }) => {
    const measured = seen.get(Math.round(time * truth.fps));
    return measured?.valid ? [{ frame, measured }] : [];
  });
  const sides = sidesOf(truth.side);
  const zero = hipZero(truth);
  const rotation = sides.flatMap((side) =>
    pairs.flatMap(({ frame, measured }) =>
      difference(measured.hipInternalRotation[side], frame.hip[side].internalRotation - zero[side]),
    ),
  );
  const pelvis = (/** @type {'twist' | 'obliquity' | 'lift'} */ channel) =>
    channelScore(
      pairs.flatMap(({ frame, measured }) => difference(measured.pelvis[channel], frame.pelvis[channel])),
      wanted.length,
    );
  const minutes = wanted.length / truth.fps / 60;
  return {
    drill: truth.drill,
    placement: truth.camera.placement,
    minutes,
    frames: wanted.length,
    measured: record.frames.length,
    internalRotation: channelScore(rotation, wanted.length * sides.length),
    twist: pelvis('twist'),
    obliquity: pelvis('obliquity'),
    lift: pelvis('lift'),
    events: matchEvents(record.flags, truth.events, minutes),
    clean: cleanRange(record, truth, zero),
    reps: matchReps(record, truth),
    view: record.neutral?.view ?? null,
    engine: { model: record.engine.model, backend: record.engine.backend },
  };
}

/** @param {Truth} truth */
function neutralEnd(truth) {
  return truth.phases.find((phase) => phase.kind === 'neutral')?.end ?? 0;
}

/** @param {Truth['side']} side @returns {('left' | 'right')[]} */
function sidesOf(side) {
  return side === 'both' ? ['left', 'right'] : [side];
}

/**
 * The truth's own neutral: mean internal rotation while nothing moves.
 * @param {Truth} truth
 * @returns {{ left: number, right: number }}
 */
function hipZero(truth) {
  const neutral = truth.phases.find((phase) => phase.kind === 'neutral');
  const still = neutral
    ? truth.frames.filter((_, index) => {
        const time = index / truth.fps;
        return time >= neutral.start && time < neutral.end;
      })
    : [];
  return {
    left: mean(still.map((frame) => frame.hip.left.internalRotation)) ?? 0,
    right: mean(still.map((frame) => frame.hip.right.internalRotation)) ?? 0,
  };
}

/**
 * Record frames by the truth frame they show. A frame that lies nearer to no truth frame than half a frame's time is left out
 * by the rounding itself; of two for the same truth frame the later one stands.
 * @param {SetRecord} record
 * @param {number} fps
 */
function framesByIndex(record, fps) {
  /** @type {Map<number, FrameRecord>} */
  const byIndex = new Map();
  for (const frame of record.frames) byIndex.set(Math.round(frame.t * fps), frame);
  return byIndex;
}

/**
 * @param {{ value: number, sd: number } | null} estimate
 * @param {number} truth
 */
function difference(estimate, truth) {
  return estimate === null ? [] : [{ error: estimate.value - truth, sd: estimate.sd }];
}

/**
 * Largest clean range of the set against the largest true rotation outside the true events.
 * @param {SetRecord} record
 * @param {Truth} truth
 * @param {{ left: number, right: number }} zero
 */
function cleanRange(record, truth, zero) {
  const during = (/** @type {number} */ time) =>
    truth.phases.some((phase) => RANGE_PHASES.has(phase.kind) && time >= phase.start && time < phase.end) &&
    !truth.events.some((event) => time >= event.start && time <= event.end);
  const sides = sidesOf(truth.side);
  const real = largest(
    truth.frames.flatMap((frame, index) =>
      during(index / truth.fps) ? sides.map((side) => frame.hip[side].internalRotation - zero[side]) : [],
    ),
  );
  const claimed = largest(record.summary.sets.flatMap((set) => (set.clean === null ? [] : [set.clean])));
  return { claimed, true: real, error: claimed === null || real === null ? null : claimed - real };
}

/**
 * A true repetition is found when the record has one whose span holds its turning point; each is used once.
 * @param {SetRecord} record
 * @param {Truth} truth
 */
function matchReps(record, truth) {
  const left = [...record.reps];
  let found = 0;
  for (const rep of truth.reps) {
    const index = left.findIndex((candidate) => candidate.start <= rep.turn && rep.turn <= candidate.end);
    if (index < 0) continue;
    left.splice(index, 1);
    found += 1;
  }
  return { true: truth.reps.length, found, extra: left.length };
}

/** @param {readonly number[]} values */
function mean(values) {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}

/** @param {readonly number[]} values */
function largest(values) {
  return values.length > 0 ? Math.max(...values) : null;
}
