import type { CivilDay, Weekday } from '../planning/civil-day.ts';
import { planAdvice, restUntil } from '../planning/rest-advice.ts';
import type { Programme } from '../planning/programme.ts';
import { HIP_PROGRAMME, type ProposalInput } from './hip-programme.ts';
import type { HipStep } from '../safety/red-flags.ts';
import { isStop } from '../review/after-set.ts';

/** Three days with a day between, then two, then one: the first that suits the plan is taken. */
const CHOICES: readonly (readonly Weekday[])[] = [
  [0, 2, 4],
  [1, 3, 5],
  [0, 2, 5],
  [0, 3, 5],
  [1, 3, 6],
  [1, 4, 6],
  [2, 4, 6],
  ...([0, 1, 2, 3, 4, 5, 6] as const).map((day): readonly Weekday[] => [day, ((day + 3) % 7) as Weekday]),
  ...([0, 1, 2, 3, 4, 5, 6] as const).map((day): readonly Weekday[] => [day]),
];

/** As hard as the programme will be, so that the app's own advice judges it. */
const stand = (step: HipStep): Programme => ({
  id: HIP_PROGRAMME,
  title: '',
  summary: '',
  blocks: [
    {
      times: 1,
      items: [{ drills: [], goal: step === 'gentle' ? 'prep' : step, side: 'each', rounds: null, reps: null, rest: 0 }],
    },
  ],
});

/**
 * The days of a week for a step, and the first day on which the programme is planned; null: no choice of
 * days leaves enough rest between strength days. Other programmes that follow the goal of the day count as strength work.
 */
export function daysFor(step: HipStep, input: Pick<ProposalInput, 'plan' | 'programmes' | 'sets' | 'now' | 'dayOf'>) {
  const others = input.plan.filter(({ programme }) => programme !== HIP_PROGRAMME);
  const programmes = [...input.programmes.filter(({ id }) => id !== HIP_PROGRAMME), stand(step)];
  const advice = (days: readonly Weekday[]) =>
    planAdvice({
      plan: [...others, { programme: HIP_PROGRAMME, days, at: [0] }],
      programmes,
      goal: 'strength',
    });
  const before = advice([]).pairs.length;
  const days = CHOICES.find((choice) => {
    const { pairs, tooOften } = advice(choice);
    return pairs.length <= before && !tooOften.some(({ programme }) => programme.id === HIP_PROGRAMME);
  });
  return days === undefined ? null : { days, since: firstDay(step, input) };
}

/** Today; tomorrow after a stop today; and for strength not before 48 hours after the last strength set. */
function firstDay(step: HipStep, { sets, now, dayOf }: Pick<ProposalInput, 'sets' | 'now' | 'dayOf'>): CivilDay {
  const today = dayOf(now);
  const stopped = sets.some((set) => isStop(set) && dayOf(set.startedAt) === today);
  const rest = step === 'strength' ? restUntil(sets, now, dayOf) : null;
  return Math.max(stopped ? today + 1 : today, rest === null ? today : dayOf(rest));
}
