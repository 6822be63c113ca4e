import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { WEEK } from '../../training/planning/civil-day.ts';
import { partsHere } from '../../training/planning/parts.ts';
import type { Programme } from '../../training/planning/programme.ts';
import { nextPart, partStates, type ProgrammeRun, startRun } from '../../training/planning/programme-run.ts';
import type { PlannedDay } from '../../training/planning/week.ts';
import { isPerformed } from '../../coach/record/set-record.ts';
import type { Milliseconds, Seconds } from '../../instrument/geometry/units.ts';
import type { SetOverview, Settings } from '../../storage/storage-contract.ts';
import { exercises, planFor, setLength, usualDrill } from '../home-and-drill/plan-choice.ts';
import type { Route } from '../shell/router.ts';
import type { Services } from '../shell/services.ts';
import { limitedPlan, settingsOn } from '../safety/limited-plan.ts';
import { answeredPerson } from '../safety/person-now.ts';
import { partsFor, programmeLength, wholeMinutes } from './programme-plan.ts';

export interface TodaysSession {
  /** Id; null: one drill, not a programme. */
  readonly programme: string | null;
  readonly title: string;
  /** Drawn beside it; null: none of its drills exists in this version. */
  readonly drill: DrillDefinition | null;
  /** Estimated, of what is left of it. */
  readonly length: Seconds;
  /** Sets that are left. Null: one drill, not a programme. */
  readonly sets: number | null;
  readonly isBegun: boolean;
  /** One drill that the person has done before. */
  readonly isRepeat: boolean;
  readonly start: Route;
  /** The run of the programme to begin with it; null: none, or it has begun. */
  readonly run: ProgrammeRun | null;
}

/** A run that was left longer ago is not offered any more. */
const KEPT: Milliseconds = 2 * WEEK;

const isBegun = ({ sets, skipped }: ProgrammeRun): boolean => sets.length + skipped.length > 0;

/** A programme from its next open part on. @param run that goes on; null: it begins */
function ofProgramme(
  services: Services,
  programme: Programme,
  run: ProgrammeRun | null,
  now: Milliseconds,
): TodaysSession | null {
  const parts = partsFor(services, programme);
  const current = run ?? startRun(programme.id, new Date(now).toISOString());
  const next = nextPart(current, parts);
  if (next === null) return null;
  const states = partStates(current, parts);
  const left = parts.filter((_, i) => states[i] !== 'done' && states[i] !== 'skipped');
  return {
    programme: programme.id,
    title: programme.title,
    drill: next.drill,
    length: wholeMinutes(programmeLength(left, services.settings.current)),
    sets: partsHere(left).length,
    isBegun: run !== null,
    isRepeat: false,
    start: { screen: 'part', id: programme.id, at: next.at },
    run: run === null ? current : null,
  };
}

/** The run of a programme that was begun since a moment and has open parts. */
const openRun = ({ programmeRuns }: Settings, id: string, since: Milliseconds): ProgrammeRun | null => {
  const run = programmeRuns[id];
  return run && isBegun(run) && Date.parse(run.startedAt) >= since ? run : null;
};

/** The first programme of a day that is still to be done. Null: none is. @param midnight with which the day began */
export function plannedSession(
  services: Services,
  { entries }: PlannedDay,
  now: Milliseconds,
  midnight: Milliseconds,
): TodaysSession | null {
  const next = entries.find(({ state }) => state === 'due' || state === 'begun');
  if (!next) return null;
  const run = openRun(services.settings.current, next.programme.id, midnight);
  return (run && ofProgramme(services, next.programme, run, now)) ?? ofProgramme(services, next.programme, null, now);
}

/** The programme that was begun last and has open parts. Null: there is none, or it was left two weeks ago. */
export function runningSession(
  services: Services,
  programmes: readonly Programme[],
  now: Milliseconds,
): TodaysSession | null {
  const begun = programmes.flatMap((programme) => {
    const run = openRun(services.settings.current, programme.id, now - KEPT);
    const session = run && ofProgramme(services, programme, run, now);
    return run && session ? [{ session, at: Date.parse(run.startedAt) }] : [];
  });
  return begun.toSorted((one, other) => other.at - one.at)[0]?.session ?? null;
}

/** The drill that was done last, or else the usual one, or the first that may be done. Null: none may. @param onHold ids of drills that are not to be done now */
export function usualSession(
  { drills, demoPlan, settings }: Services,
  sets: readonly SetOverview[],
  onHold: ReadonlySet<string>,
  now: Milliseconds,
): TodaysSession | null {
  const free = drills.filter(({ id }) => !onHold.has(id));
  const id = usualDrill(free, sets, demoPlan().drill.id);
  const drill = free.find((one) => one.id === id) ?? exercises(free)[0];
  if (!drill) return null;
  const wanted = planFor(drill, settingsOn(drill, settings.current, now));
  const plan = limitedPlan(wanted, answeredPerson(drills, settings.current, now), now) ?? wanted;
  return {
    programme: null,
    title: drill.title,
    drill,
    length: setLength(plan.drill, plan.preset, plan.sides.length),
    sets: null,
    isBegun: false,
    isRepeat: sets.some((set) => set.drill === drill.id && isPerformed(set.source)),
    start: { screen: 'drill', id: drill.id },
    run: null,
  };
}
