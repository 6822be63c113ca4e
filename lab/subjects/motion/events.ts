import type { Degrees, Seconds, Side, WorkingSide } from '../../../src/instrument/geometry/units.ts';
import { valueAt } from './minimum-jerk.ts';
import type { FrameTruth, Performance } from './performance.ts';

export interface TruthEvent {
  readonly rule: string;
  readonly start: Seconds;
  readonly end: Seconds;
  /** Degrees; metres for lift and sit bone; degrees a second for too-fast. */
  readonly peak: number;
  readonly side: WorkingSide;
}

/** One rule: its value in each frame and the threshold of an event. */
interface Watch {
  readonly rule: string;
  readonly threshold: number;
  readonly values: (performance: Performance) => number[];
  readonly side: (peak: number, frame: FrameTruth, performance: Performance) => WorkingSide;
  /** Events closer than this are joined. */
  readonly join?: Seconds;
}

const JOIN: Seconds = 0.35;
const SHORTEST: Seconds = 0.2;

const each =
  (read: (frame: FrameTruth) => number) =>
  ({ frames }: Performance): number[] =>
    frames.map(({ truth }) => read(truth));
const whereItTurns = (value: number): WorkingSide => (value > 0 ? 'left' : 'right');
const both = (): WorkingSide => 'both';
const working = (_: number, __: FrameTruth, { workingSide }: Performance): WorkingSide => workingSide;

const rotationOf = (performance: Performance): Degrees[] =>
  performance.frames.map(({ truth }) => truth.hip[performance.workingSide].internalRotation);

/** Speed of the internal rotation in each frame, from the two neighbouring frames. */
function speeds(performance: Performance): number[] {
  const rotation = rotationOf(performance);
  return rotation.map((_, index) => {
    const before = Math.max(0, index - 1);
    const after = Math.min(rotation.length - 1, index + 1);
    const way = (rotation[after] ?? 0) - (rotation[before] ?? 0);
    return (Math.abs(way) * performance.recipe.fps) / Math.max(1, after - before);
  });
}

/**
 * Change of the working hip since the isometric push began; 0 outside the push. In standing it is the change of
 * flexion.
 */
function drift(performance: Performance): Degrees[] {
  const { recipe, frames, workingSide } = performance;
  const angle = recipe.drill === 'standing-hamstring' ? 'flexion' : 'internalRotation';
  const values = frames.map(({ truth }) => truth.hip[workingSide][angle]);
  return frames.map(({ time }, index) => {
    const push = recipe.phases.find(({ kind, start, end }) => kind === 'pails' && time >= start && time < end);
    const from = push && values[Math.ceil(push.start * recipe.fps - 1e-6)];
    return from === undefined ? 0 : (values[index] ?? 0) - from;
  });
}

/** Forward drop of the chest since the pull began; 0 outside the pull. */
function chestDrop(performance: Performance): Degrees[] {
  const { recipe, frames } = performance;
  const leans = frames.map(({ truth }) => truth.lean);
  return frames.map(({ time }, index) => {
    const pull = recipe.phases.find(({ kind, start, end }) => kind === 'rails' && time >= start && time < end);
    const from = pull && leans[Math.ceil(pull.start * recipe.fps - 1e-6)];
    return from === undefined ? 0 : Math.max(0, (leans[index] ?? 0) - from);
  });
}

/**
 * Rotation of the spine beyond the change of hip rotation, because in the 90/90 stretch the trunk turns with the hip.
 */
function turnAlone(performance: Performance): Degrees[] {
  const rotation = rotationOf(performance);
  return performance.frames.map(({ truth }, index) => {
    const turned = truth.lumbar.rotation;
    const went = Math.max(0, (rotation[index] ?? 0) - (rotation[0] ?? 0));
    return Math.sign(turned) * Math.max(0, Math.abs(turned) - went);
  });
}

/** A value of the working leg while its heel lies on the box; 0 in a rest, when the person may walk. */
const onTheBox =
  (read: (truth: FrameTruth, side: Side) => Degrees) =>
  ({ recipe, frames, workingSide }: Performance): Degrees[] =>
    frames.map(({ time, truth }) =>
      recipe.phases.some(({ kind, start, end }) => kind !== 'rest' && time >= start && time < end)
        ? Math.max(0, read(truth, workingSide))
        : 0,
    );

/** Motion of the pelvis while the hip has used less than half of the range that it reaches in this performance. */
function early(performance: Performance): Degrees[] {
  const { frames, recipe } = performance;
  const asked = frames.map(({ time }) => valueAt(recipe.keys['rotation'], time));
  const half = asked.findIndex((value) => value >= Math.max(...asked) / 2);
  return frames.map(({ truth }, index) =>
    index < half ? Math.max(Math.abs(truth.pelvis.twist), Math.abs(truth.pelvis.obliquity)) : 0,
  );
}

const WATCHES = {
  twist: { rule: 'pelvis-twist', threshold: 6, values: each((f) => f.pelvis.twist), side: whereItTurns },
  list: { rule: 'pelvis-list', threshold: 6, values: each((f) => f.pelvis.obliquity), side: whereItTurns },
  /** On hands and knees the slope of the hip line seen from behind is the twist of the pelvis. */
  listBehind: {
    rule: 'pelvis-list',
    threshold: 6,
    values: each((f) => f.pelvis.twist),
    side: (value) => whereItTurns(-value),
  },
  yaw: { rule: 'pelvis-yaw', threshold: 6, values: each((f) => f.pelvis.obliquity), side: whereItTurns },
  lift: { rule: 'pelvis-lift', threshold: 0.02, values: each((f) => f.pelvis.lift), side: both },
  arch: { rule: 'back-arch', threshold: 6, values: each((f) => Math.max(0, f.lumbar.extension)), side: both },
  round: {
    rule: 'back-round',
    threshold: 6,
    values: each((f) => Math.max(0, -f.lumbar.extension)),
    side: both,
  },
  chase: { rule: 'knee-chase', threshold: 6, values: each((f) => Math.max(0, f.chase)), side: working },
  lean: {
    rule: 'trunk-lean',
    threshold: 6,
    values: each((f) => f.lean),
    side: (_, frame) => whereItTurns(frame.leanLeft),
  },
  /** A hinge leans forward by design, so only a lean out of the mid-plane counts. */
  leanSideways: { rule: 'trunk-lean', threshold: 6, values: each((f) => f.leanLeft), side: whereItTurns },
  sitBone: {
    rule: 'sit-bone-lift',
    threshold: 0.02,
    values: each((f) => Math.max(0, f.sitBone)),
    side: working,
  },
  grip: { rule: 'grip', threshold: 6, values: each((f) => Math.max(0, f.grip)), side: both },
  fast: { rule: 'too-fast', threshold: 60, values: speeds, side: both, join: 1.2 },
  drift: { rule: 'isometric-drift', threshold: 5, values: drift, side: working },
  /** Rotation of the spine: thorax against pelvis, about the long axis. */
  turn: { rule: 'trunk-turn', threshold: 12, values: each((f) => f.lumbar.rotation), side: whereItTurns },
  turnAlone: { rule: 'trunk-turn', threshold: 12, values: turnAlone, side: whereItTurns },
  chestDrop: { rule: 'chest-drop', threshold: 8, values: chestDrop, side: both },
  kneeBend: {
    rule: 'knee-bend',
    threshold: 25,
    values: onTheBox(({ knee }, side) => knee[side]),
    side: working,
  },
  toesDrop: {
    rule: 'toes-drop',
    threshold: 15,
    values: onTheBox(({ dorsiflexion }, side) => -dorsiflexion[side]),
    side: working,
  },
  /** Parts that should not move: planted feet, and shins held level in the air. */
  feetMoved: { rule: 'foot-moved', threshold: 0.04, values: each((f) => f.footShift), side: both },
  shinsDrop: { rule: 'shins-drop', threshold: 10, values: each((f) => Math.max(0, f.shinDrop)), side: both },
  early: { rule: 'early-pelvis', threshold: 3, values: early, side: working },
} as const satisfies Record<string, Watch>;

const SUPINE = ['twist', 'list', 'lift', 'arch'] as const;
const SEATED = ['lean', 'sitBone', 'turnAlone'] as const;

/** The rules of each drill. In 90/90 the pelvis moves by design, so twist and list are no events. */
const RULES_BY_DRILL: Readonly<Record<string, readonly (keyof typeof WATCHES)[]>> = {
  'supine-sleeper': [...SUPINE, 'chase', 'drift', 'early'],
  'supine-ir-pulses': [...SUPINE, 'grip', 'fast', 'shinsDrop'],
  /** With planted feet internal rotation brings the knees together, so this is no grip. */
  'supine-ir-pulses/feet-flat': [...SUPINE, 'fast', 'feetMoved'],
  'knee-to-knee': [...SUPINE, 'fast'],
  /** Side checks watch the back only. */
  'quadruped-band-ir/side': ['arch', 'round'],
  'supine-sleeper/side': ['arch'],
  'quadruped-band-ir': ['listBehind', 'yaw', 'arch'],
  'ninety-ninety-stretch': SEATED,
  'ninety-ninety-contract-relax': [...SEATED, 'drift'],
  'ninety-ninety-pails-rails': [...SEATED, 'drift'],
  'ninety-ninety-lift-off': ['lean', 'sitBone', 'turn'],
  'ninety-ninety-lift-off-hinge': ['leanSideways', 'sitBone', 'round', 'turn'],
  'standing-hamstring': ['round', 'drift', 'chestDrop', 'kneeBend', 'toesDrop'],
  'hip-movement-sequence': ['arch', 'leanSideways'],
  'hip-test/seated': ['list'],
  'hip-test/supine': ['list'],
  'hip-test/prone': ['twist'],
};

/** Time spans above a threshold; the crossings are interpolated between frames. */
export function stretchesAbove(
  values: readonly number[],
  threshold: number,
  fps: number,
): { readonly start: Seconds; readonly end: Seconds; readonly peak: number }[] {
  const size = (index: number): number => Math.abs(values[index] ?? 0);
  const crossing = (a: number, b: number): Seconds =>
    (a + ((threshold - size(a)) / (size(b) - size(a) || 1)) * (b - a)) / fps;
  const stretches: { start: Seconds; end: Seconds; peak: number }[] = [];
  for (let first = 0; first < values.length; first += 1) {
    if (size(first) <= threshold) continue;
    let last = first;
    while (last + 1 < values.length && size(last + 1) > threshold) last += 1;
    let peak = first;
    for (let index = first; index <= last; index += 1) if (size(index) > size(peak)) peak = index;
    stretches.push({
      start: first > 0 ? crossing(first - 1, first) : 0,
      end: last + 1 < values.length ? crossing(last, last + 1) : (last + 1) / fps,
      peak,
    });
    first = last;
  }
  return stretches;
}

function watchedEvents(performance: Performance, watch: Watch): TruthEvent[] {
  const { frames, recipe } = performance;
  const values = watch.values(performance);
  const events: TruthEvent[] = [];
  for (const { start, end, peak } of stretchesAbove(values, watch.threshold, recipe.fps)) {
    const frame = frames[peak];
    if (!frame) continue;
    const side = watch.side(values[peak] ?? 0, frame.truth, performance);
    const height = Math.abs(values[peak] ?? 0);
    const last = events.at(-1);
    if (last && last.side === side && start - last.end < (watch.join ?? JOIN)) {
      events.splice(-1, 1, { ...last, end, peak: Math.max(last.peak, height) });
    } else {
      events.push({ rule: watch.rule, start, end, peak: height, side });
    }
  }
  return events.filter(({ start, end }) => end - start >= SHORTEST);
}

/** All compensations of a performance, computed from its solved frames. */
export function eventsOf(performance: Performance): TruthEvent[] {
  const { drill, variant } = performance.recipe;
  const armed = RULES_BY_DRILL[`${drill}/${variant}`] ?? RULES_BY_DRILL[drill] ?? [];
  return armed.flatMap((name) => watchedEvents(performance, WATCHES[name])).sort((a, b) => a.start - b.start);
}
