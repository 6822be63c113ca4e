import { plural } from '../phrasing.ts';
import { wordsOf } from '../speaking.ts';
import { common } from './common.ts';

/** The week, today, and the editor of the person's own programmes. */
export const week = {
  dayOff: 'A day off. Nothing is planned.',
  /** @param day "Monday" */
  next: (day: string, programme: string) => `Next, on ${day}: ${programme}.`,
  nextPrescribed: (day: string, name: string) => `Next, on ${day}: your prescription from ${name}.`,
  nothingMore: 'You are done for today.',
  away: 'Welcome back. No need to catch up: start with today’s sets, and go a little less deep.',
  hardTitle: 'Two hard days in a row',
  hard: (until: string) => `Rest 48 hours after strength work, until ${until}. Light work is fine now.`,
  lead: 'Pick programmes for each day. Finished sets tick themselves off. A missed day is not carried over.',
  begin: 'Start with a typical week',
  usual: 'The movement sequence twice a day, and the loosening programme, which ends with it:',
  threeDays: 'Loosening on three days',
  everyDay: 'Loosening every day',
  orBelow: 'Or build your own week below.',
  todayWord: 'today',
  off: 'Off',
  beforePlan: 'Before your plan',
  plan: 'Your plan',
  addProgramme: 'Add a programme',
  export: 'Export to your calendar (.ics)',
  exportNote:
    'Each entry repeats every week. After a change, import the file again. If you remove something here, remove it in your calendar too.',
  reminder: {
    heading: 'Reminder',
    when: 'Remind me',
    never: 'Never',
    before: (minutes: number) => (minutes === 0 ? 'At the time itself' : `${minutes} minutes before`),
    calendar: 'The calendar file has this alarm. It also comes when Truehip is closed.',
    turnOn: 'Remind me in this browser too',
    turnOff: 'Stop reminding in this browser',
    on: 'On, while Truehip is open in a tab. When it is closed, only your calendar reminds you: a page without a server cannot.',
    off: 'The browser asks you first. It reminds only while Truehip is open in a tab.',
    refused:
      'The browser does not allow it. You can allow notifications for this page in its settings. The calendar reminds you all the same.',
    missing: 'This browser shows no notifications. The calendar reminds you all the same.',
    /** @param time "19:00" */
    text: (time: string) => `Planned for ${time}.`,
  },
  moreRest: 'More rest would be better',
  pair: (first: string, second: string) => `${first} and ${second}`,
  strengthMeets: (pairs: string) => `Strength days in a row: ${pairs}. Leave a day (48 hours) between them.`,
  tooOften: (title: string, days: number, most: number) =>
    `${title} is planned on ${days} days. ${most} days a week are enough.`,
  deletedProgramme: 'A deleted programme',
  removeFromWeek: (title: string) => `Remove ${title} from the week`,
  programme: 'Programme',
  times: 'Times of day',
  time: (number: number) => `Time ${number}`,
  removeTime: (number: number) => `Remove time ${number}`,
  oneMoreTime: 'Add a time',
  calendarText: (drills: string, equipment: string) => `${drills}\nYou need: ${equipment}`,
  own: {
    title: 'My programme',
    name: 'Name',
    add: 'Add a drill',
    times: 'Laps',
    done: 'Done',
    keptAtOnce: 'Changes are saved at once, on this device.',
    delete: 'Delete it',
    added: 'Added at the end.',
    removed: 'Removed.',
    part: (part: number) => `Part ${part}`,
    partEarlier: (part: number) => `Part ${part} earlier`,
    partLater: (part: number) => `Part ${part} later`,
    removePart: (part: number) => `Remove part ${part}`,
    earlier: 'Earlier',
    goalOfDay: 'Today’s goal',
    leg: 'Leg',
    sides: { each: 'Left, then right', ...common.which },
    asGoal: 'Set by the goal',
    rest: 'Rest after it',
  },
};

export const weekWords = wordsOf('week', week);

const days = (count: number): string => plural(count, 'day');

/** The first page of whoever comes back. */
export const today = {
  /** On the one button. `length` "24 min" */
  start: (length: string) => `Start, about ${length}`,
  goOn: (length: string) => `Go on, about ${length}`,
  sets: (left: number) => plural(left, 'set'),
  setsLeft: (left: number) => `${plural(left, 'set')} to go`,
  lastTime: 'As last time',
  doneToday: (sets: number) => `${plural(sets, 'set')} done today. More is up to you.`,
  enough: 'Enough for today, after what you felt in your last set. If you still feel it tomorrow, rest another day.',
  onHold: 'Nothing to start now: your drills are on hold. Their pages say why.',
  alsoToday: 'Also today',
  week: {
    none: 'No training yet this week. Every day is a good one to begin.',
    days: (done: number) => `You trained on ${days(done)}.`,
    of: (done: number, aim: number) => `You trained on ${done} of ${days(aim)}.`,
    reached: (done: number) => `You trained on ${days(done)}. Your plan for the week is done.`,
    /** @param day "Monday" */
    trained: (day: string) => `${day}: trained`,
    planned: (day: string) => `${day}: planned`,
    free: (day: string) => `${day}: nothing`,
  },
  test: {
    heading: 'Next hip test',
    first: 'Your first hip test',
    never: 'Not tested yet. Twelve minutes show what each hip can do, and your programme follows from it.',
    early: (from: string) => `From ${from} on. A hip hardly changes sooner.`,
    open: 'Now is a good time.',
    wait: (by: string) => `After a few more days of training, by ${by} at the latest.`,
    due: 'Four weeks are over. Test again, before you train.',
    /** As in the passport. */
    unknown: common.testInFuture,
    doTest: 'Test both hips',
  },
};

export const todayWords = wordsOf('today', today);
