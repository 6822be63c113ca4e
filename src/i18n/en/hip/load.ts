import type { LoadChange } from '../../../training/load/overload.ts';
import type { StrengthState } from '../../../training/load/strength-earned.ts';
import type { MorningAnswer } from '../../../coach/record/set-record.ts';
import { wordsOf } from '../../speaking.ts';

/** What changes, by how much: seconds, repetitions, or the name of a goal. In the middle of a sentence. */
type Changes = Readonly<Record<LoadChange['what'], (by: string) => string>>;

const repetitions = (by: string): string => (by === '1' ? 'one repetition' : `${by} repetitions`);

/** How hard the next set may be, by how the last ones were borne. */
export const load = {
  up: {
    hold: (by) => `hold ${by} seconds longer`,
    reps: (by) => `do ${repetitions(by)} more`,
    seconds: (by) => `go on ${by} seconds longer`,
    rounds: () => 'do one round more',
    goal: (name) => `take ${name}`,
  } satisfies Changes as Changes,
  down: {
    hold: (by) => `hold ${by} seconds less`,
    reps: (by) => `do ${repetitions(by)} fewer`,
    seconds: (by) => `stop ${by} seconds earlier`,
    rounds: () => 'do one round fewer',
    goal: (name) => `take ${name}`,
  } satisfies Changes as Changes,
  why: {
    easy: 'Your last two felt easy.',
    pain: 'Your last one hurt.',
    morning: 'Your hip was worse the morning after.',
  } as Readonly<Record<LoadChange['why'], string>>,
  today: (what: string) => `Today, ${what}.`,
  next: (what: string) => `Next time, ${what}: the last two felt easy.`,
  take: 'Change it',
  taken: 'Changed.',
  /** Strength is not earned yet. */
  strength: ({ begun, daysLeft, setsLeft }: StrengthState) => {
    const tail = setsLeft === 0 ? '' : ' Only sets with little or no pain count, so answer after each.';
    if (!begun)
      return `Strength opens ${daysLeft} days after your first set of Build, once ${setsLeft} are done.${tail}`;
    const when = daysLeft === 0 ? [] : [`in ${daysLeft === 1 ? '1 day' : `${daysLeft} days`}`];
    const more = setsLeft === 0 ? [] : [`after ${setsLeft === 1 ? '1 more set' : `${setsLeft} more sets`} of Build`];
    return `Strength opens ${[...when, ...more].join(' and ')}.${tail}`;
  },
  morning: {
    /** @param day on which the person trained */
    ask: (day: string) => `You trained on ${day}. How was your hip the next morning?`,
    answers: { same: 'As before', more: 'A little worse', much: 'Clearly worse' } as Readonly<
      Record<MorningAnswer, string>
    >,
    means: {
      same: 'Good. Go on.',
      more: 'Then do the same again, and nothing more.',
      much: 'Still worse today? No set. Otherwise a gentle one, with less than last time.',
    } as Readonly<Record<MorningAnswer, string>>,
  },
};

export const loadWords = wordsOf('load', load);
