import type { SetRecord } from '../../src/coach/record/set-record.ts';
import { INSTRUMENT_VERSION } from '../../src/instrument/instrument-version.ts';
import { PLAIN_RANGE, PLAIN_SET } from '../shared/plain-set.ts';
import { seededChance } from '../shared/seeded-chance.ts';

const DRILLS = ['supine-sleeper', 'supine-sleeper', 'ninety-ninety', 'quadruped-band-ir'] as const;
/** Sets a day. */
const A_DAY = 3;
const DAY = 86_400_000;

/** One set without frames, as an import has it. @param at start, milliseconds since 1970 */
function oneSet(id: string, index: number, at: number, chance: () => number): SetRecord {
  const side = index % 2 === 0 ? 'left' : 'right';
  const clean = 24 + 6 * chance() + Math.min(8, index / 400);
  const range = { ...PLAIN_RANGE, side, clean, gross: clean + 6, endRange: clean - 2 } as const;
  return {
    ...PLAIN_SET,
    id,
    startedAt: new Date(at).toISOString().replace('Z', '+00:00'),
    drill: DRILLS[index % DRILLS.length] ?? DRILLS[0],
    side,
    instrument: INSTRUMENT_VERSION,
    neutrals: PLAIN_SET.neutrals.map((pose) => ({ ...pose, side })),
    phases: PLAIN_SET.phases.map((phase) => ({ ...phase, side })),
    summary: {
      ...PLAIN_SET.summary,
      sets: [range],
      phases: PLAIN_SET.summary.phases.map((phase) => ({ ...phase, ...range })),
      endTimes: [{ side, seconds: 4 * chance() }],
    },
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
