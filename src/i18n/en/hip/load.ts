import type { LoadChange } from '../../../coach/load/overload.ts';
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
  /** Strength is not earned yet. @param days left; 0: none. @param sets left; 0: none */
  strength: (days: number, sets: number) => {
    const when = days === 0 ? '' : ` in ${days === 1 ? '1 day' : `${days} days`}`;
    const more = sets === 0 ? '' : ` after ${sets === 1 ? '1 more set' : `${sets} more sets`} of Build`;
    return `Strength opens${[when, more].filter(Boolean).join(',')}.${sets === 0 ? '' : ' Tell your pain after each set.'}`;
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
      much: 'Give it a day off. Then a gentle set, and one thing less.',
    } as Readonly<Record<MorningAnswer, string>>,
  },
};

export const loadWords = wordsOf('load', load);
