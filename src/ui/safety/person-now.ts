import type { ReactiveControllerHost } from 'lit';
import { Fetched } from '../elements/fetched.ts';
import { type HipTest, isHipTestDrill, knownMoment } from '../../training/assessment/hip-test.ts';
import { SYMPTOM_LASTS, type SymptomLock } from '../../training/planning/symptom-lock.ts';
import { allowed, type Allowed, allowedHip } from '../../training/safety/allowed.ts';
import {
  checkedStops,
  familyIn,
  morePain,
  painIn,
  NOBODY_YET,
  type Person,
  withSets,
  withTest,
} from '../../training/safety/person.ts';
import { ME, painTold, type SafetyAnswers } from '../../training/safety/answers.ts';
import { prescribedLimits } from '../../training/prescription/prescription.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { isPerformed } from '../../coach/record/set-record.ts';
import { type Milliseconds, SIDES } from '../../instrument/geometry/units.ts';
import type { SetOverview, Settings } from '../../storage/storage-contract.ts';
import { doneSets } from '../programmes/week-input.ts';
import type { Services } from '../shell/services.ts';

type Answered = Pick<Settings, 'safety' | 'symptomChecked' | 'hipPlan' | 'prescription'>;

const confirmedBy = (
  drills: readonly DrillDefinition[],
  { symptomChecked }: Pick<Settings, 'symptomChecked'>,
  now: Milliseconds,
): Person['checked'] => checkedStops(symptomChecked, (id) => familyIn(drills, id), now);

/** What the person answered, and what was prescribed, without sets and tests. */
export function answeredPerson(
  drills: readonly DrillDefinition[],
  settings: Omit<Answered, 'hipPlan'>,
  now: Milliseconds,
): Person {
  const answers: Partial<SafetyAnswers> = settings.safety[ME] ?? {};
  const { flags = [], seen = [], endFeel = {} } = answers;
  const feels = SIDES.flatMap((side) => (endFeel[side] ? [[side, endFeel[side].feel] as const] : []));
  return {
    ...NOBODY_YET,
    flags,
    seen,
    checked: confirmedBy(drills, settings, now),
    endFeel: Object.fromEntries(feels),
    pain: painTold(answers, now),
    prescribed: prescribedLimits(settings.prescription, drills, now),
  };
}

/** The tests among the sets, newest first. A test that is damaged has none. */
export const storedTests = (all: readonly SetOverview[]): readonly HipTest[] =>
  all.flatMap(({ drill, source, test }) => (isHipTestDrill(drill) && isPerformed(source) && test ? [test] : []));

/** What they told of today, and of using the hip when they took their programme; the more of the two. */
function toldPain(person: Person, { hipPlan }: Pick<Settings, 'hipPlan'>, now: Milliseconds): Person['pain'] {
  if (hipPlan === null || Math.abs(now - Date.parse(hipPlan.at)) >= SYMPTOM_LASTS) return person.pain;
  return morePain(person.pain, painIn(hipPlan.hurts ?? 'both', hipPlan.pain));
}

export function personNow(
  drills: readonly DrillDefinition[],
  settings: Answered,
  sets: readonly SetOverview[],
  now: Milliseconds,
): Person {
  const answered = answeredPerson(drills, settings, now);
  const told = { ...answered, pain: toldPain(answered, settings, now) };
  const person = withSets(told, doneSets(sets), drills, now);
  // Oldest first: a newer test replaces what it read of a hip. One dated ahead of the clock counts as the oldest.
  const tests = storedTests(sets).toSorted((one, other) => knownMoment(one, now) - knownMoment(other, now));
  return tests.reduce(withTest, person);
}

/** Reads what is stored, and knows where something that limited a hip could not be read. Where nothing can be read, the answers hold. */
export async function readPerson({ drills, sets, settings, storage }: Services, now: Milliseconds): Promise<Person> {
  const all = await sets.list().catch(() => null);
  const person =
    all === null ? answeredPerson(drills, settings.current, now) : personNow(drills, settings.current, all, now);
  return { ...person, unknown: storage.limitsUnknown?.why ?? null };
}

/** The ids of the drills that no hip may do now, so that their cards say so. */
export async function drillsOnHold(services: Services): Promise<ReadonlySet<string>> {
  const now = Date.now();
  const person = await readPerson(services, now);
  return new Set(services.drills.filter((drill) => allowed(drill, person, now).kind === 'no').map(({ id }) => id));
}

/** The repeated symptom that holds this drill for a hip; null: none does. */
export function lockOf(
  drill: DrillDefinition,
  drills: readonly DrillDefinition[],
  sets: readonly SetOverview[],
  settings: Answered,
  now: Milliseconds,
): SymptomLock | null {
  const person = personNow(drills, settings, sets, now);
  const reasons = SIDES.flatMap((side) => allowedHip(drill, side, person, now).reasons);
  return reasons.flatMap((reason) => (reason.about === 'held' ? [reason.lock] : []))[0] ?? null;
}

/**
 * Whether a set of this drill may begin without a press: only where nothing stands against it, nor hurt after the last set.
 * Otherwise its page opens, which says so.
 */
export const mayBeginByItself = ({ kind }: Allowed): boolean => kind === 'yes';

/** The person in front of a page: read from the stored sets when it opens, and again after an answer. */
export class PersonHere {
  readonly #host: { readonly services: Services };
  readonly #read: Fetched<Person>;

  constructor(host: ReactiveControllerHost & { readonly services: Services }) {
    this.#host = host;
    this.#read = new Fetched(host, () => readPerson(host.services, Date.now()));
  }

  /** While the stored sets are read, and where they cannot be, what the person has answered holds. */
  get now(): Person {
    const { drills, settings } = this.#host.services;
    return this.#read.value ?? answeredPerson(drills, settings.current, Date.now());
  }

  get isRead(): boolean {
    return this.#read.value !== null;
  }

  again(): void {
    this.#read.again();
  }
}
