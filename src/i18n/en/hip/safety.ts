import type { EndFeel } from '../../../coach/safety/answers.ts';
import type { RedFlag } from '../../../coach/safety/red-flags.ts';
import type { Side } from '../../../instrument/geometry/units.ts';
import { wordsOf } from '../../speaking.ts';

const hip: Readonly<Record<Side, string>> = { left: 'Left hip', right: 'Right hip' };

export const safety = {
  heading: 'Does any of these apply to you?',
  lead: 'I ask before your first set, and again if something hurts. Your answers stay on this device.',
  again: 'Something hurt. Does any of these apply now?',
  none: 'None of these',
  go: 'Continue',
  back: 'Back',
  seen: 'A doctor or physiotherapist has looked at it. I may train.',
  /** What is ticked, and what follows from it. */
  flags: {
    'night-pain': {
      name: 'My hip or groin hurts at night or at rest',
      follows:
        'Pain at night or at rest is not a matter of mobility. Have a doctor or physiotherapist look at it first.',
    },
    fever: {
      name: 'I have a fever or feel ill, and a joint hurts',
      follows: 'See a doctor first, soon. No training with a fever.',
    },
    fall: {
      name: 'It has hurt since a fall or a blow',
      follows: 'After a fall, have the hip looked at first.',
    },
    pregnancy: {
      name: 'I am pregnant',
      follows: 'Ask your midwife or doctor. Here: gentle sets, none on your back, no new range.',
    },
    'thin-bones': {
      name: 'My bones are thin (osteoporosis)',
      follows: 'Here: gentle sets, and none that bends you forward. Ask your doctor about everything else.',
    },
    'loose-joints': {
      name: 'My joints are very loose (hypermobile)',
      follows: 'You have enough range. Here: strength and control in that range, no new range.',
    },
    'under-16': {
      name: 'I am under 16',
      follows: 'You are still growing. Here: gentle sets, with a grown-up beside you.',
    },
  } satisfies Readonly<Record<RedFlag, { readonly name: string; readonly follows: string }>>,
  hip,
  /** On the page of a drill: what is not allowed, or only within limits. */
  titleNo: 'Not now',
  titleLimits: 'Within limits',
  only: { left: 'This set works the left hip only.', right: 'This set works the right hip only.' } as Readonly<
    Record<Side, string>
  >,
  gentle: 'This set is a Warm-up: short and gentle.',
  choose: {
    left: 'Choose the left hip, or leave this set out.',
    right: 'Choose the right hip, or leave this set out.',
  } as Readonly<Record<Side, string>>,
  keep: 'This set opens no new range: use what you have.',
  /** What a prescription limits, after the colon. Degrees; null: this hip has no such limit. */
  stops: (left: number | null, right: number | null) =>
    left !== null && right !== null && left !== right
      ? `the coach stops your left hip at ${left}° and your right hip at ${right}° from the start`
      : `the coach stops ${left === null ? 'your right' : right === null ? 'your left' : 'each'} hip at ${left ?? right}° from the start`,
  noEnd: 'no push, pull or hold at the end of your range',
  prescribed: (name: string, day: string, what: string) => `Limit from ${name}, until ${day}: ${what}.`,
  /** Reasons, each after the name of the hip. */
  held: (symptom: string, first: string, second: string) =>
    `this drill was stopped twice for ${symptom}: ${first === second ? `on ${first}` : `on ${first} and on ${second}`}.`,
  stoppedHere: (day: string) => `you stopped this drill on ${day}. Go less deep than then. Gentle for a week.`,
  stopped: (day: string) => `a set was stopped or hurt on ${day}. Gentle for a week.`,
  pain: { amber: 'it hurts, or hurt after its last set. So do less.', red: 'it hurts. So leave it out today.' },
  endFeel: {
    hard: 'it ends hard. That may be bone, so do not stretch into it.',
    pinching: 'it pinches at the end. Do not stretch into it.',
  },
  enough: (turnsIn: string) => `it turns in ${turnsIn}. That is enough.`,
  checked: 'It was checked, or it has been calm since. I may train.',
  endFeelAsk: (name: string) => `${name}: how does the end of turning in feel?`,
  endFeels: {
    hard: 'Hard, like bone on bone',
    pinching: 'It pinches in front',
    springy: 'Springy: it gives a little',
    tight: 'Tight, like a strap',
  } satisfies Readonly<Record<EndFeel, string>>,
  unsure: 'Not sure any more',
  prescription: 'Prescription from a physiotherapist',
  prescribe: 'For physiotherapists: prescribe exercises',
  settings: 'Safety questions',
  settingsNote: 'Your answers to the safety questions. Update them when something changes.',
};

export const safetyWords = wordsOf('safety', safety);
