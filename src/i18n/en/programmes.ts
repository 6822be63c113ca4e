import type { ProgrammeNames } from '../../training/planning/built-in-programmes.ts';
import type { PartState } from '../../training/planning/programme-run.ts';
import type { WorkingSide } from '../../instrument/geometry/units.ts';
import { listed, lowerFirst, plural } from '../phrasing.ts';
import { wordsOf } from '../speaking.ts';
import { common } from './common.ts';
import { leg } from './coach.ts';

const EQUIPMENT = [
  'mat',
  'strap or stick',
  'yoga block',
  'light band with an anchor beside you',
  'free wall',
  'box or chair for the heel',
  'chair to hold',
  'massage ball',
  'foam roller',
] as const;

/** The app's own programmes, by id. */
const known: ProgrammeNames = {
  'movement-sequence': {
    title: 'Hip movement sequence',
    summary: 'Every direction of the hip once, with ease. Short enough for twice a day.',
  },
  'hip-ir-breakout': {
    title: 'Hip loosening',
    summary: 'Band rotation and a 90/90 stretch in turn, three times. Then the movement sequence.',
  },
  'hip-ir-strength': {
    title: 'Hip strength',
    summary:
      'Pulses to warm up. Then long holds, hard pushes and lift-offs at the end of your range. Two or three days a week.',
  },
  'squat-run-primer': {
    title: 'Squat or run warm-up',
    summary: 'Before squats or a run: massage ball, knee to knee, ten pulses.',
  },
  'hamstring-care': {
    title: 'Hamstring care',
    summary: 'The standing hamstring stretch with pushes and pulls, then the foam roller.',
  },
  'care-new-hip': {
    title: 'Small steps with a new hip',
    summary: 'The roller, light presses, small steps standing. Leave out what your surgeon ruled out.',
  },
  'care-pelvis': {
    title: 'For a sore pelvis in pregnancy',
    summary: 'Hands and knees with a light band. Equal weight on both knees.',
  },
  'care-pregnancy': {
    title: 'For pregnancy',
    summary: 'Nothing on your back. Both hands on a table while you stand.',
  },
  'care-bones': {
    title: 'For thin bones',
    summary: 'Light presses, hands and knees, balance. Hold a chair. No fold, no twist.',
  },
  'care-growing': { title: 'For growing hips', summary: 'Short and gentle, with a grown-up beside you.' },
  'care-pinch': {
    title: 'For a hip that pinches or ends hard',
    summary: 'Strength in the middle of your range. Skip the ball if you have none.',
  },
  'care-sore': {
    title: 'For a sore or operated hip',
    summary: 'Easy movement, light presses. No ball, or an operated hip? Skip that part.',
  },
};

/** The screens of the programmes, and what comes between their sets. */
export const programmes = {
  known,
  /** Equipment, by the name that `src/training/planning/` gives it. */
  equipment: Object.fromEntries(EQUIPMENT.map((name) => [name, name])) as Readonly<
    Record<(typeof EQUIPMENT)[number], string>
  >,
  states: {
    done: common.done,
    begun: 'Started',
    skipped: 'Skipped',
    next: 'Next',
    ahead: '',
    absent: common.absent,
  } satisfies Readonly<Record<PartState, string>>,
  legs: {
    left: lowerFirst(leg.left),
    right: lowerFirst(leg.right),
    both: 'both legs together',
    each: 'left, then right',
  } satisfies Readonly<Record<WorkingSide | 'each', string>>,
  /** State of an entry of a day. */
  entries: {
    plannedTimes: (times: number) => `Planned, ${times} times`,
    planned: 'Planned',
    doneTimes: (times: number) => `Done, ${times} times`,
    stopped: 'Stopped. The rest can wait.',
    doneOf: (done: number, planned: number) => `${done} of ${planned} done`,
    setsOf: (done: number, sets: number) => `${done} of ${sets} sets`,
    none: 'No set',
    begun: (what: string) => `Started: ${what}`,
    due: 'Due',
    dueTimes: (times: number) => `Due, ${times} times`,
  },
  forYou: 'For you now',
  own: 'Your own',
  make: 'Make your own programme',
  sets: (sets: number, length: string) => `${plural(sets, 'set')}, about ${length}`,
  setsBetween: (sets: number, length: string) =>
    `${plural(sets, 'set')}, about ${length} including the time between sets`,
  underWay: (part: number) => `Started: part ${part} is next`,
  noSuch: 'No such programme',
  deleted: 'It may have been deleted.',
  all: 'All programmes',
  order: 'In this order',
  change: 'Change it',
  toWeek: 'Plan it into your week',
  layOut: 'You need',
  noneThere: 'None of its drills are here yet. They come with a later version.',
  wentThrough: 'All parts are done.',
  begunOn: (date: string) => `Started on ${date}.`,
  startWith: (title: string) => `Start with ${title}`,
  kept: 'Stop any time and carry on later. Finished sets are kept.',
  goOn: (part: number, title: string) => `Carry on with part ${part}: ${title}`,
  startOver: 'Start over',
  deletesNothing: 'Your finished sets stay.',
  whichOne: 'Which one today?',
  notHere: (name: string) => `${name} (not in this version yet)`,
  circuit: (time: number, times: number) => `lap ${time} of ${times}`,
  rounds: (rounds: number) => plural(rounds, 'round'),
  reps: (reps: number) => plural(reps, 'repetition'),
  nothing: 'Nothing but the laptop.',
  rest: (length: string) => `Rest about ${length}.`,
  fetch: (things: readonly string[]) => `Have ready: ${listed(things, 'and')}.`,
  list: (things: readonly string[]) => listed(things, 'and'),
  noCamera: 'No camera needed.',
  stays: 'The laptop stays.',
  /** @param where a sentence */
  goes: (title: string, where: string) => `The laptop goes ${lowerFirst(title)}: ${lowerFirst(where)}`,
  noSuchPart: 'No such part',
  changed: 'The programme has changed, or this drill is not in this version yet.',
  toProgramme: 'To the programme',
  partOf: (part: number, title: string) => `Part ${part} of ${title}`,
  partOfParts: (part: number, parts: number) => `Part ${part} of ${parts}`,
  leaveOut: 'Skip it',
  leaveOutTo: (part: number) => `Skip to part ${part}`,
  asAsked: 'Set by the programme.',
  theProgramme: 'The programme',
  canWait: (title: string) => `The rest of ${title} can wait`,
  leaveToday: 'Leave it for today. Your finished sets are kept.',
  lastPart: (title: string) => `${title}: that was the last part.`,
  setsInAll: (sets: number) => `${plural(sets, 'set')} in all.`,
  partDone: (part: number, parts: number) => `part ${part} of ${parts} done`,
  partNotFinished: (part: number, parts: number) => `part ${part} of ${parts} not finished`,
  nextIs: (title: string) => `Next: ${title}`,
  onceMoreIs: (title: string) => `Once more: ${title}`,
  thisOnceMore: 'This part once more',
};

export const programmeTexts = wordsOf('programmes', programmes);

/** The countdown between two parts of a programme, shown and spoken. */
export const countdown = {
  label: 'Time until the next part',
  held: 'Paused. Press Pause or Space to carry on.',
  running: 'Then the next part starts by itself.',
  /** Whole minutes and the seconds beside them, as they are spoken; either may be 0. */
  length: (minutes: number, seconds: number) =>
    [
      ...(minutes > 0 ? [`${minutes} minute${minutes === 1 ? '' : 's'}`] : []),
      ...(minutes === 0 || seconds > 0 ? [`${seconds} second${seconds === 1 ? '' : 's'}`] : []),
    ].join(' '),
  next: (title: string, length: string) => `Next: ${title}, in ${length}.`,
  laptop: 'Move the laptop.',
  thirty: 'Thirty seconds.',
  ten: (title: string) => `Ten seconds. Then ${title}.`,
};

export const countdownWords = wordsOf('countdown', countdown);
