import type { Weekday } from '../../coach/planning/civil-day.ts';
import type { ProgrammeNames } from '../../coach/planning/built-in-programmes.ts';
import type { PartState } from '../../coach/planning/programme-run.ts';
import type { WorkingSide } from '../../instrument/geometry/units.ts';
import { listed, lowerFirst, plural } from '../phrasing.ts';
import { wordsOf } from '../speaking.ts';

/** The app's own programmes, by id. */
const known: ProgrammeNames = {
  'movement-sequence': {
    title: 'Hip movement sequence',
    summary: 'Every direction of the hip once, easily. Short enough for twice a day.',
  },
  'hip-ir-breakout': {
    title: 'Hip IR breakout',
    summary: 'Band rotation and a 90/90 stretch in turn, three times. Then the movement sequence.',
  },
  'hip-ir-strength': {
    title: 'Hip IR strength',
    summary: 'Long holds and hard pushes: sleeper, 90/90 PAILs and RAILs, lift-offs. Two or three days a week.',
  },
  'squat-run-primer': {
    title: 'Squat or run primer',
    summary: 'Before squats or a run: ball, knee to knee, ten pulses.',
  },
  'hamstring-care': {
    title: 'Hamstring care',
    summary: 'The standing hamstring with PAILs and RAILs, then the roller.',
  },
};

/** Equipment, by the name that `src/coach/planning/` gives it. */
const equipment = {
  mat: 'mat',
  'yoga block': 'yoga block',
  'light band with an anchor beside you': 'light band with an anchor beside you',
  'free wall': 'free wall',
  'box or chair for the heel': 'box or chair for the heel',
  'chair to hold': 'chair to hold',
  'massage ball': 'massage ball',
  'foam roller': 'foam roller',
};

const days: Readonly<Record<Weekday, string>> = {
  0: 'Monday',
  1: 'Tuesday',
  2: 'Wednesday',
  3: 'Thursday',
  4: 'Friday',
  5: 'Saturday',
  6: 'Sunday',
};

const states: Readonly<Record<PartState, string>> = {
  done: 'Done',
  begun: 'Begun',
  skipped: 'Left out',
  next: 'Next',
  ahead: '',
  absent: 'Not in this copy yet',
};

const legs: Readonly<Record<WorkingSide | 'each', string>> = {
  left: 'left leg',
  right: 'right leg',
  both: 'both legs together',
  each: 'left, then right',
};

/** State of an entry of a day. */
const entries = {
  plannedTimes: (times: number) => `Planned, ${times} times`,
  planned: 'Planned',
  done: 'Done',
  doneTimes: (times: number) => `Done, ${times} times`,
  stopped: 'Stopped. The rest can wait.',
  doneOf: (done: number, planned: number) => `${done} of ${planned} done`,
  setsOf: (done: number, sets: number) => `${done} of ${sets} sets`,
  none: 'No set',
  begun: (what: string) => `Begun: ${what}`,
  due: 'Due',
  dueTimes: (times: number) => `Due, ${times} times`,
};

/** The screens of the programmes, and what comes between their sets. */
export const programmes = {
  known,
  equipment,
  days,
  states,
  legs,
  entries,
  heading: 'Programmes',
  lead: 'Several drills in a good order, with what to fetch and where the laptop goes in between.',
  own: 'Your own',
  make: 'Make a programme of your own',
  any: 'Any drills, in any order.',
  absent: 'Not in this copy yet',
  sets: (sets: number, length: string) => `${plural(sets, 'set')}, about ${length}`,
  setsBetween: (sets: number, length: string) => `${plural(sets, 'set')}, about ${length} with everything in between`,
  underWay: (part: number) => `Under way: part ${part} is next`,
  noSuch: 'No such programme',
  deleted: 'It may have been deleted.',
  all: 'All programmes',
  order: 'In this order',
  change: 'Change it',
  toWeek: 'Plan it into your week',
  time: 'Time',
  layOut: 'Lay out',
  noneThere: 'None of its drills is there. They come with a later version.',
  wentThrough: 'You went through all of it.',
  begunOn: (date: string) => `Begun ${date}.`,
  again: 'Do it again',
  startWith: (title: string) => `Start with ${title}`,
  kept: 'What is done is kept: you may stop anywhere and go on later.',
  goOn: (part: number, title: string) => `Go on with part ${part}: ${title}`,
  startOver: 'Start over',
  deletesNothing: 'Starting over deletes no set.',
  whichOne: 'Which one today?',
  notHere: (name: string) => `${name} (not in this copy yet)`,
  circuit: (time: number, times: number) => `circuit ${time} of ${times}`,
  onHold: 'On hold: have it checked first',
  rounds: (rounds: number) => plural(rounds, 'round'),
  reps: (reps: number) => plural(reps, 'repetition'),
  nothing: 'Nothing but the laptop.',
  rest: (length: string) => `Rest about ${length}.`,
  fetch: (things: readonly string[]) => `Get ready: ${listed(things, 'and')}.`,
  list: (things: readonly string[]) => listed(things, 'and'),
  noCamera: 'No camera is needed.',
  stays: 'The laptop stays where it is.',
  /** @param where a sentence */
  goes: (title: string, where: string) => `The laptop goes ${lowerFirst(title)}: ${lowerFirst(where)}`,
  noSuchPart: 'No such part',
  changed: 'The programme has changed, or this drill is not in this copy yet.',
  toProgramme: 'To the programme',
  partOf: (part: number, title: string) => `Part ${part} of ${title}`,
  partOfParts: (part: number, parts: number) => `Part ${part} of ${parts}`,
  leaveOut: 'Leave it out',
  leaveOutTo: (part: number) => `Leave it out, go to part ${part}`,
  asAsked: 'As the programme asks for it.',
  theProgramme: 'The programme',
  canWait: (title: string) => `The rest of ${title} can wait`,
  leaveToday: 'Leave it for today. What you have done is kept.',
  lastPart: (title: string) => `${title}: that was the last part.`,
  setsInAll: (sets: number) => `${plural(sets, 'set')} in all.`,
  yourWeek: 'Your week',
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
  hold: 'Hold',
  space: 'Space',
  held: 'Held. It goes on when you press Hold again, or Space.',
  running: 'Then the next part opens by itself.',
  /** Whole minutes and the seconds beside them, as they are spoken; either may be 0. */
  length: (minutes: number, seconds: number) =>
    [
      ...(minutes > 0 ? [`${minutes} minute${minutes === 1 ? '' : 's'}`] : []),
      ...(minutes === 0 || seconds > 0 ? [`${seconds} second${seconds === 1 ? '' : 's'}`] : []),
    ].join(' '),
  next: (title: string, length: string) => `Next: ${title}, in ${length}.`,
  laptop: 'The laptop moves.',
  thirty: 'Thirty seconds.',
  ten: (title: string) => `Ten seconds. Then ${title}.`,
};

export const countdownWords = wordsOf('countdown', countdown);
