import { type Milliseconds, type Side, SIDES, sidesOf } from '../../instrument/geometry/units.ts';
import { type DrillDefinition, isStretch } from '../../coach/drill-definition.ts';
import { type CivilDay, DAY } from '../planning/civil-day.ts';
import { type DoneSet, FINISHED } from '../planning/parts-done.ts';
import { easierThanAsked, isStop, painLight } from '../review/after-set.ts';

/** Older sets say nothing about what a hip bears today. Judgement. */
const LOOKS_BACK: Milliseconds = 28 * DAY;

/**
 * Whether a drill asks something of the hip: a push or pull, a hold at the end of the range, or repetitions there. Soft tissue, the
 * movement sequence, a hip test and a side check do not.
 */
export const loadsHip = ({ hipTest, sideCheckOf, reps, phases }: DrillDefinition): boolean =>
  hipTest === undefined &&
  sideCheckOf === undefined &&
  reps?.sequence === undefined &&
  phases.some(({ kind }) => isStretch(kind) || kind === 'reps');

export const hasPush = ({ phases }: Pick<DrillDefinition, 'phases'>): boolean =>
  phases.some(({ kind }) => kind === 'pails' || kind === 'rails');

/** Whether it asks for strength as well: a stretch that is only held does not. */
export const worksHip = (drill: DrillDefinition): boolean =>
  loadsHip(drill) && (hasPush(drill) || drill.phases.some(({ kind }) => kind === 'reps'));

/** The sets whose drill is here and is one of these. */
export function setsOf<Done extends Pick<DoneSet, 'drill'>>(
  sets: readonly Done[],
  drills: readonly DrillDefinition[],
  isOne: (drill: DrillDefinition) => boolean,
): readonly Done[] {
  const ids = new Set(drills.filter(isOne).map(({ id }) => id));
  return sets.filter(({ drill }) => ids.has(drill));
}

/** The hips that what was told after a set is about: those that the person named; else those that worked. */
export const hipsTold = ({ side, painSide }: Pick<DoneSet, 'side' | 'painSide'>): readonly Side[] =>
  sidesOf(painSide ?? side);

/** Why a set is answered with less or no more; null: nothing was told against it. */
export function complaintOf(set: DoneSet): 'pain' | 'morning' | null {
  if (isStop(set) || painLight(set.pain ?? 0) !== 'green') return 'pain';
  return set.morning === 'more' || set.morning === 'much' ? 'morning' : null;
}

/** Finished, clearly easier than its goal asks for, and nothing told against it. Without an answer nobody knows. */
const feltEasy = (set: DoneSet): boolean =>
  FINISHED.has(set.ended) &&
  set.pain !== null &&
  complaintOf(set) === null &&
  easierThanAsked(set.effort ?? null, set.goal);

/** The sets of the last weeks, newest first. A set dated ahead of the clock tells no order, so it is none of them. */
export const lately = (sets: readonly DoneSet[], now: Milliseconds): readonly DoneSet[] =>
  sets
    .filter(({ startedAt }) => startedAt <= now && now - startedAt < LOOKS_BACK)
    .toSorted((one, other) => other.startedAt - one.startedAt);

/**
 * Whether more may follow: each hip that did these sets lately felt every one of its last two days as easy, and
 * has told no pain and no worse morning since, after whatever drill.
 * @param sets what is to become more: the sets of one drill, or of one step
 * @param all all sets of the person
 * @param isAlike false for a set that breaks the row, whatever it felt like
 */
export function feltEasyTwice(
  sets: readonly DoneSet[],
  all: readonly DoneSet[],
  now: Milliseconds,
  dayOf: (moment: Milliseconds) => CivilDay,
  isAlike: (set: DoneSet) => boolean = () => true,
): boolean {
  const recent = lately(sets, now);
  const complaints = all.filter((set) => complaintOf(set) !== null && Math.abs(now - set.startedAt) < LOOKS_BACK);
  const hips = SIDES.filter((hip) => recent.some(({ side }) => sidesOf(side).includes(hip)));
  return (
    hips.length > 0 &&
    hips.every((hip) => {
      const own = recent.filter(({ side }) => sidesOf(side).includes(hip));
      const [, before] = [...new Set(own.map(({ startedAt }) => dayOf(startedAt)))];
      if (before === undefined) return false;
      const last = own.filter(({ startedAt }) => dayOf(startedAt) >= before);
      const since = Math.min(...last.map(({ startedAt }) => startedAt));
      return (
        last.every((set) => feltEasy(set) && isAlike(set)) &&
        !complaints.some((set) => set.startedAt >= since && hipsTold(set).includes(hip))
      );
    })
  );
}
