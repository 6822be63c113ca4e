import type { EndFeel } from '../../../training/safety/answers.ts';
import type { UnknownLimits } from '../../../training/safety/person.ts';
import type { RedFlag, SafetyRow } from '../../../training/safety/red-flags.ts';
import type { Side } from '../../../instrument/geometry/units.ts';
import { wordsOf } from '../../speaking.ts';
import { common } from '../common.ts';

const NUMB = 'Numb between the legs, or new trouble with bladder or bowel';
const NO_WEIGHT = 'I can’t put weight on it, or it locks or gives way';
const RUNNING = 'Groin pain since I began running more';
const PRESSURE = 'Blood pressure not under control, heart trouble, aneurysm, eye operation, or hernia';
const ASK_SURGEON = 'First ask your surgeon whether you may practise turning the hip in.';
const SMALL = 'Small and gentle, never to the end of your range.';
const ASK_DOCTOR = 'First ask your doctor whether you may train your hips.';
const NO_FOLD = 'Gentle sets. Nothing that folds or twists your back.';

interface FlagTexts {
  readonly name: string;
  readonly follows: string;
  /** Once somebody with training has looked at it. Absent: the same, or nothing. */
  readonly seen?: string;
}

/** The last answer of a row with several. */
const UNSURE = 'I don’t know';
/** After it was looked at. */
const CAME_BACK = 'You may train. If it comes back or gets worse, stop and see a doctor.';

export const safety = {
  heading: 'Does any of these apply to you?',
  lead: 'I ask before your first set, and again if something hurts. Not sure? Tick it. Your answers stay on this device.',
  again: 'Something hurt. Does any of these apply now?',
  none: 'None of these',
  go: 'Continue',
  seen: 'A doctor or physiotherapist has looked at it. I may train.',
  /** Asked again without the rows. */
  painHeading: 'Does a hip hurt now?',
  painNone: 'No, nothing hurts',
  /** The questions, at most nine with pain, and 90 words. */
  hurts: 'A hip hurts now',
  rows: {
    numb: NUMB,
    pain: 'Hip or groin hurts at night, constantly, with fever, or since a fall',
    weight: NO_WEIGHT,
    running: RUNNING,
    operation: 'New hip, hip operation, or a hip that slipped out',
    bones: 'Osteoporosis (thin bones), a lot of cortisone, or cancer',
    pressure: PRESSURE,
    body: 'Under 16, pregnant, or very loose joints',
  } satisfies Readonly<Record<SafetyRow['id'], string>>,
  which: 'Which of these?',
  howMuch: 'How much?',
  pains: { '1': '1 or 2 of 10', '3': '3 or 4', '5': '5 or more' } as Readonly<Record<'1' | '3' | '5', string>>,
  hips: common.which,
  /** The answers of a row with several, and what follows from each. */
  flags: {
    'numb-saddle': {
      name: NUMB,
      follows: 'Go to an emergency department now. No set before somebody has looked.',
      seen: 'You may train. If it comes back, go to an emergency department at once.',
    },
    'night-pain': {
      name: 'At night, or all the time, even at rest',
      follows: 'That is not about mobility. Have a doctor look at it first.',
      seen: CAME_BACK,
    },
    fever: {
      name: 'With fever, or feeling ill',
      follows: 'See a doctor today. No training with a fever.',
      seen: 'You may train once the fever is gone. If it comes back, see a doctor.',
    },
    fall: {
      name: 'Since a fall or a blow',
      follows: 'Have a doctor look at the hip first. If walking hurts: today.',
      seen: CAME_BACK,
    },
    'unsure-pain': { name: UNSURE, follows: 'Then have a doctor look at it first.', seen: CAME_BACK },
    'no-weight': {
      name: NO_WEIGHT,
      follows: 'Have a doctor look at it first. If you can’t stand on it: today.',
      seen: CAME_BACK,
    },
    'running-groin': {
      name: RUNNING,
      follows: 'Stop running, don’t hop, and see a doctor this week. No set before that.',
      seen: CAME_BACK,
    },
    'new-hip': {
      name: 'I have a new hip',
      follows: ASK_SURGEON,
      seen: SMALL,
    },
    'slipped-out': {
      name: 'My hip has slipped out',
      follows: 'First ask your doctor whether you may practise turning the hip in.',
      seen: SMALL,
    },
    'hip-operation': {
      name: 'Another hip operation',
      follows: ASK_SURGEON,
      seen: 'Gentle sets, no strap, no fold.',
    },
    'unsure-operation': {
      name: UNSURE,
      follows: 'First ask your doctor what was done.',
      seen: SMALL,
    },
    'thin-bones': {
      name: 'Osteoporosis (thin bones)',
      follows: 'Ask your doctor about exercise. Gentle sets. Nothing that folds or twists your back.',
    },
    cortisone: {
      name: 'Cortisone for long, or a lot of it',
      follows: ASK_DOCTOR,
      seen: NO_FOLD,
    },
    cancer: {
      name: 'Cancer, now or earlier',
      follows: ASK_DOCTOR,
      seen: NO_FOLD,
    },
    'unsure-bones': {
      name: UNSURE,
      follows: 'First ask your doctor whether your bones allow training.',
      seen: NO_FOLD,
    },
    pressure: {
      name: PRESSURE,
      follows: 'No hard pushes: Warm-up only. If your doctor agrees, Build at most.',
      seen: 'Build at most, never Strength. Keep breathing.',
    },
    'under-16': {
      name: 'Under 16: hip, thigh and knee painless, no limp, both legs turn alike',
      follows: 'You are still growing. Gentle sets, with a grown-up beside you.',
    },
    'growing-pain': {
      name: 'Under 16: hip, thigh or knee hurts; a limp; one leg turns in less. Or not sure',
      follows: 'See a doctor today, with a grown-up. No set before that.',
      seen: 'Gentle sets, with a grown-up beside you.',
    },
    pregnancy: {
      name: 'Pregnant',
      follows:
        'Ask your midwife or doctor. Gentle sets, none on your back. Bleeding, dizziness, contractions: stop and call them.',
    },
    'pelvic-pain': {
      name: 'Pregnant: the pelvis hurts on stairs, or when I stand on one leg',
      follows: 'Ask your midwife or doctor. Gentle sets, equal weight on both legs, none on your back.',
    },
    'loose-joints': {
      name: 'Very loose joints (hypermobile)',
      follows: 'You have enough range. Here: strength in that range, no new range.',
    },
    'unsure-body': {
      name: UNSURE,
      follows: 'Ask a doctor. Until then: gentle, equal weight on both legs, not on your back.',
    },
  } satisfies Readonly<Record<RedFlag, FlagTexts>>,
  hip: common.hip,
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
  /** Of a hip test, or of a set whose hip is stopped by a limit of the app's own. */
  noStrap: 'No strap today: each hip turns by its own strength only.',
  stopsAt: (degrees: number) => `The coach stops you at ${degrees}° from the start.`,
  /** Of a sequence. */
  fewer: 'Some directions are left out.',
  /** Who has chosen Strength too early. */
  titleStrength: 'Build today',
  unknown: {
    lost: 'Your stored sets are gone, so I don’t know what hurt. Gentle for now.',
    damaged: 'A stored set can’t be read, so I don’t know if it hurt. Gentle for now.',
    late: 'Your stored sets are not here yet, so I don’t know what hurt. Gentle for now.',
  } satisfies Readonly<Record<UnknownLimits, string>>,
  /** What a prescription limits. Degrees; null: this hip has no such limit. */
  stops: (left: number | null, right: number | null) =>
    left !== null && right !== null && left !== right
      ? `The coach stops you at ${left}° left and ${right}° right from the start.`
      : `The coach stops ${left === null ? 'your right' : right === null ? 'your left' : 'each'} hip at ${left ?? right}° from the start.`,
  noEnd: 'No push, pull or hold at the end of your range.',
  prescribed: (name: string, day: string) => `Limit from ${name}, until ${day}.`,
  /** Reasons, each after the name of the hip. */
  held: (symptom: string, first: string, second: string) =>
    `this drill was stopped twice for ${symptom}: ${first === second ? `on ${first}` : `on ${first} and on ${second}`}.`,
  stoppedHere: (day: string) => `you stopped this drill on ${day}. Gentle for a week.`,
  stopped: (day: string) => `a set was stopped or hurt on ${day}. Gentle for a week.`,
  pain: {
    amber: 'it hurts, or hurt after its last set. So gentle only. If it hurts more than before the set, stop at once.',
    red: 'it hurts a lot. Rest it today. If it still hurts tomorrow, have it checked.',
  },
  endFeel: {
    hard: 'turning in ends hard. That may be bone, so do not stretch into it.',
    pinching: 'it pinches at the end. Do not stretch or fold into it.',
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
  settings: 'Safety questions',
  settingsNote: 'Your answers to the safety questions. Update them when something changes.',
};

export const safetyWords = wordsOf('safety', safety);
