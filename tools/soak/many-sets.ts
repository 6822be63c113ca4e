import type { SetRecord } from '../../src/coach/record/set-record.ts';
import { INSTRUMENT_VERSION } from '../../src/instrument/instrument-version.ts';
import { seededChance } from '../shared/seeded-chance.ts';

const DRILLS = ['supine-sleeper', 'supine-sleeper', 'ninety-ninety', 'quadruped-band-ir'] as const;
/** Sets a day. */
const A_DAY = 3;
const DAY = 86_400_000;

/** One set without frames, as an import has it. @param at start, milliseconds since 1970 */
function oneSet(id: string, index: number, at: number, chance: () => number): SetRecord {
  const side = index % 2 === 0 ? 'left' : 'right';
  const clean = 24 + 6 * chance() + Math.min(8, index / 400);
  const [start, end] = [5, 18];
  const pose = {
    at: 4.9,
    view: 'good',
    azimuth: 80 + 10 * chance(),
    lookingDown: 31,
    distance: 2,
    lensHeight: 1,
  } as const;
  const range = {
    side,
    round: 1,
    clean,
    borrowed: 6,
    borrowedAtLeast: true,
    gross: clean + 6,
    sd: 2.3,
    endRange: clean - 2,
    coverage: 0.97,
    pelvisWatched: 0.9,
  } as const;
  return {
    version: 1,
    id,
    startedAt: new Date(at).toISOString().replace('Z', '+00:00'),
    drill: DRILLS[index % DRILLS.length] ?? DRILLS[0],
    variant: null,
    side,
    goal: 'prep',
    placement: 'beside-the-still-leg',
    zero: { hipInternalRotation: 'neutral', pelvis: 'neutral', kneeFlexion: 'absolute' },
    source: { kind: 'camera', fps: 15, frames: 0, width: 1280, height: 720 },
    engine: { model: 'full', backend: 'wasm', why: '', version: '0.1.0' },
    instrument: INSTRUMENT_VERSION,
    neutral: pose,
    neutrals: [{ ...pose, side }],
    phases: [{ kind: 'passive', round: 1, side, start, end }],
    frames: [],
    flags: [],
    reps: [],
    summary: {
      sets: [range],
      phases: [{ ...range, kind: 'passive', start, end }],
      repsGood: 0,
      repsAll: 0,
      muted: [],
      endTimes: [{ side, seconds: 4 * chance() }],
    },
    ended: 'finished',
  };
}

/**
 * A file with so many sets of one person, three a day.
 * @param name of the person, with which the ids begin
 * @param until the last day, milliseconds since 1970
 */
export function manySets(count: number, name: string, until: number): string {
  const chance = seededChance(count);
  const sets = Array.from({ length: count }, (_, index) =>
    oneSet(`${name}-${index}`, index, until - ((count - index) * DAY) / A_DAY, chance),
  );
  return JSON.stringify({ format: 'truehip-sets', version: 1, sets });
}
