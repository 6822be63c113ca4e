import type { Effort, Rotation, TestPosition } from '../../../coach/drill-definition.ts';
import type { HipGoal, Why } from '../../../training/assessment/hip-programme.ts';
import type { StepReason } from '../../../training/assessment/next-step.ts';
import type { ShowReason } from '../../../training/assessment/show-somebody.ts';
import type { Reason } from '../../../training/safety/allowed.ts';
import type { Side } from '../../../instrument/geometry/units.ts';
import { wordsOf } from '../../speaking.ts';
import { common } from '../common.ts';

type About = Why['about'];

type Turns = Readonly<Record<Rotation, Readonly<Record<Effort, string>>>>;

/** In the middle of a sentence. */
const turns: Turns = {
  internal: { passive: 'turning in with help', active: 'turning in by itself' },
  external: { passive: 'turning out with help', active: 'turning out by itself' },
};
const ranges: Turns = {
  internal: { passive: 'Turning in, with help', active: 'Turning in, by itself' },
  external: { passive: 'Turning out, with help', active: 'Turning out, by itself' },
};
const more: Readonly<Record<Side, (angle: string) => string>> = {
  left: (angle) => `left ${angle} more`,
  right: (angle) => `right ${angle} more`,
};

/** What the hips can do. */
const figures = {
  lead: 'Where your hips stand, what to do next, and whether it helps.',
  none: 'There is no hip test yet. It takes about twelve minutes. You need a strap or a band and a towel; the voice guides you.',
  test: 'Test your hips',
  reading: 'Reading your tests …',
  unreadable: 'Your tests could not be read.',
  print: 'Print, or save as PDF',
  /** @param date when it was tested */
  tested: (date: string, where: string) => `Tested on ${date}, ${where}.`,
  positions: {
    seated: 'seated on the edge of a high seat',
    supine: 'on your back, hip and knee at right angles',
    prone: 'face down, knee at a right angle',
  } satisfies Readonly<Record<TestPosition, string>>,
  positionLabel: 'Position',
  positionNames: { seated: 'Seated', supine: 'On your back', prone: 'Face down' } as Readonly<
    Record<TestPosition, string>
  >,
  both: 'What each hip does',
  measure: 'What was measured',
  hips: common.hip,
  turns,
  ranges,
  gaps: {
    internal: 'Turning in: unused range',
    external: 'Turning out: unused range',
  } satisfies Readonly<Record<Rotation, string>>,
  arcs: {
    passive: 'In and out together, with help',
    active: 'In and out together, by itself',
  } satisfies Readonly<Record<Effort, string>>,
  more,
  gapNone: 'within error',
  gapReversed: 'test with help again',
  balance: 'Share of turning in',
  shifted:
    'One hip turns in less and out more; together it is about the same. The hip may be built so, or the start was held so. It need not be stiff.',
  reversed: 'By itself a hip went further than with help. So the help did not reach the end: test that again.',
  pelvisHeading: 'When the pelvis joined in',
  pelvis: (hip: string, turn: string, tries: string, from: string, added: string) =>
    `${hip}, ${turn}: in ${tries} tries, from ${from} on. It added ${added} or more.`,
  tries: (tries: number, of: number) => `${tries} of ${of}`,
  pelvisStill: 'No movement of the pelvis was seen. A small one can be missed.',
  missingHeading: 'Not tested, or not read',
  unread: (hip: string, turn: string) => `${hip}: ${turn}`,
  unreadHip: (hip: string) => `${hip}: everything`,
  changeHeading: (date: string) => `Since ${date}`,
  changedMore: (hip: string, turn: string, angle: string) => `${hip}, ${turn}: ${angle} more.`,
  changedLess: (hip: string, turn: string, angle: string) => `${hip}, ${turn}: ${angle} less.`,
  unchanged: (count: number) => (count === 1 ? 'One range is about the same.' : `${count} ranges are about the same.`),
  notComparable: 'Your earlier tests were from another place, so they are not compared.',
  /** @param spread standard deviation */
  norm: (mean: string, spread: string, men: number, women: number, age: string) =>
    `For comparison, no target: ${men} men and ${women} women of about ${age} years had ${mean} in and out together with help (standard deviation ${spread}). The range gets smaller with age.`,
  noNorm: 'No published average fits this position.',
  limitsHeading: 'How to read it',
  limits: [
    'Each number is the middle one of your tries, with its error (90 %). All count from your own start position.',
    '“About” means that the error is more than ± 8°. Such a number is rounded to 5°.',
    'A difference counts only from 5.4° on, or later where the error is larger.',
    'The end of the range is where the pelvis is seen to move, or where the leg stops.',
    'Turning out is read less surely than turning in, so its error is larger.',
    'This is coaching, not a diagnosis. Truehip is not a medical device.',
  ] as readonly string[],
  ownError: (error: string) =>
    `By your own tests on different days, one test is off by ${error} (standard deviation). This helps to decide what counts as a change.`,
  sources: 'Sources',
};

const showHeading = 'Show this to somebody';
const showLead = 'A physiotherapist or doctor should look at this before you train on:';
const theHips: Readonly<Record<Side, string>> = { left: 'left hip', right: 'right hip' };
const show: Readonly<Record<ShowReason, (hip: string, seen: string) => string>> = {
  pain: () => 'Your hip hurts a lot when you use it.',
  'sides-with-pain': (hip, seen) => `It hurts, and your ${hip} turns in ${seen} less than the other.`,
  'small-with-pain': (hip, seen) => `It hurts, and your ${hip} turns in only ${seen}.`,
  'very-small': (hip, seen) => `Your ${hip} turns only ${seen} in and out together.`,
};

/** Three questions, and the programme that follows. */
const next = {
  heading: 'What follows',
  ask: 'Answer the three questions, and your programme appears here.',
  goals: {
    range: 'Turn further',
    control: 'Use the range I have',
    ease: 'Feel more at ease',
  } as Readonly<Record<HipGoal, string>>,
  pain: 'Does the hip hurt when you use it?',
  hips: common.which,
  pains: ['No (0)', 'A little (1–2)', 'Some (3–4)', 'A lot (5 or more)'] as readonly string[],
  minutes: 'Minutes on a training day?',
  minutesOf: (minutes: string) => `${minutes} minutes`,
  none: {
    pain: 'No programme now. With this much pain, rest it and have it looked at first.',
    'see-first': 'No programme now. First have a doctor or physiotherapist look at what you ticked.',
    'nothing-left': 'No programme now. Every drill for this is on hold, or rests after a stop.',
    full: 'No room for another programme of your own. Delete one, then take this one.',
  } as Readonly<Record<'pain' | 'see-first' | 'nothing-left' | 'full', string>>,
  /** In print: the answers that the programme follows from. */
  answered: (goal: string, pain: string, minutes: string) => `You want: ${goal}. Pain: ${pain}. Time: ${minutes}.`,
  title: 'My hips',
  summary: 'From your hip passport.',
  length: (length: string, days: string) => `About ${length} of work on ${days}.`,
  part: (drill: string, side: string, rounds: number) =>
    `${drill}: ${side}, ${rounds === 1 ? '1 round' : `${rounds} rounds`}`,
  sides: { each: 'each side', left: 'left', right: 'right', both: 'both together' } as Readonly<Record<string, string>>,
  change: 'Change the numbers',
  changeNote: 'They stay within what is safe. Drills and days can be changed once it is yours.',
  accept: 'Take this programme',
  replace: 'Take it instead of the old one',
  acceptNote: 'It goes into your programmes and your week. Your own times for its drills are replaced.',
  taken: 'It is yours.',
  notKept: 'It could not be stored. It holds until this page is closed.',
  start: 'Start it',
  edit: 'Change drills',
  week: 'Change days',
  days: (days: number) => (days === 1 ? '1 day a week' : `${days} days a week`),
};

/** One line for each number: its name, and why it is as it is. */
const why = {
  side: {
    left: (by) => `One round more on the left: it turns in ${by} less.`,
    right: (by) => `One round more on the right: it turns in ${by} less.`,
  } satisfies Readonly<Record<Side, (by: string) => string>>,
  spared: {
    flag: (hip) => `${hip} rests, because of what you ticked.`,
    held: (hip) => `${hip} rests until its symptom has been checked.`,
    stopped: (hip) => `${hip}: a set was stopped, so no pushing or pulling.`,
    'end-feel': (hip) => `${hip} gets no new range, because turning in ends hard or pinches.`,
    enough: (hip) => `${hip} turns in far enough already.`,
    pain: (hip) => `${hip} rests, because it hurts.`,
    prescribed: (hip) => `${hip} rests, as your physiotherapist has set it.`,
    unknown: (hip) => `${hip} stays gentle, because I don’t know what hurt.`,
    strength: (hip) => `${hip} stays at Build for now.`,
  } satisfies Readonly<Record<Reason['about'], (hip: string) => string>>,
  notYet: 'Not yet',
  names: {
    passive: common.phases.passive,
    push: common.phases.pails,
    pull: common.phases.rails,
    'lift-offs': 'Lift-offs',
    rounds: common.rounds,
    side: 'Sides',
    spared: 'One side',
    days: common.days,
  } as Readonly<Record<Exclude<About, 'drill'>, string>>,
};

const stepReasons: Readonly<Record<StepReason, string>> = {
  stopped: 'A set was stopped, or hurt a lot. So it is gentle now.',
  'stopped-one': 'A set was stopped because of one hip. That hip stays gentle; the other goes on.',
  sore: 'The last sets were sore. So it is one step easier.',
  'hardly-done': 'Too little was done to tell whether it helps. So it stays as it is.',
  calm: 'It stayed calm. So pushing and pulling begin.',
  less: 'A hip turns in less than before. Check your start position. It does not get harder.',
  easy: 'Your last sets felt easy, and nothing hurt. So it is one step harder.',
  'not-earned': 'It feels easy. Strength opens after two weeks and six sets of Build without pain.',
  gained: 'It helps. So it stays as it is, with times for the new numbers.',
  'not-comparable': 'The tests cannot be compared. So it stays as it is.',
  noise: 'About the same, as usual in the first six weeks. So it stays as it is.',
  'ask-end-feel': 'You trained for six weeks, and nothing changed. How does the end of turning in feel?',
  'end-feel': 'Nothing changed, and the end is hard or pinches. It stays as it is. Have it looked at.',
  'no-change': 'You trained for six weeks, and nothing changed. Your hip may be built so. It stays as it is.',
};

const retest = {
  heading: 'Next test',
  early: (from: string, days: number) =>
    `From ${from} on. A hip hardly changes sooner.${days === 0 ? '' : ` Trained since this test: ${days === 1 ? '1 day' : `${days} days`}.`}`,
  open: (days: number) => `Now is a good time: you trained on ${days} days.`,
  wait: (by: string, days: number) =>
    days === 0
      ? `Not yet: you have not trained since the test. Train on a few days first, and test by ${by} at the latest.`
      : `Not yet: you trained on ${days === 1 ? '1 day' : `${days} days`}. A few more first, and test by ${by} at the latest.`,
  due: 'Four weeks are over. Test again.',
  place: 'On that day test first, then train. Put the laptop in the same place. Only then can the tests be compared.',
};

export const passport = { ...figures, showHeading, showLead, theHips, show, next, why, stepReasons, retest };

export const passportWords = wordsOf('passport', passport);
