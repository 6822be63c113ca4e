import type { WorkingSide } from '../../../instrument/geometry/units.ts';
import { wordsOf } from '../../speaking.ts';
import { common } from '../common.ts';

const days = (count: number): string =>
  count === 7 ? 'every day' : count === 1 ? 'once a week' : `${count} days a week`;
const sets = (count: number): string => (count === 1 ? '1 set' : `${count} sets`);

/** The page of the physiotherapist. */
const write = {
  heading: 'Prescribe exercises',
  lead: 'For physiotherapists. You choose the drills, how often, and how far; your patient’s Truehip keeps to it. No account needed: you give your patient a file.',
  who: 'Who and how long',
  from: 'Your name, as your patient knows it',
  for: 'For: name or initials (may stay empty)',
  weeks: 'Weeks',
  weeksUnit: (count: number): string => (count === 1 ? 'week' : 'weeks'),
  drills: 'Drills',
  drill: (number: number) => `Drill ${number}`,
  which: (number: number) => `Which drill (${number})`,
  side: 'Side',
  sides: { ...common.which, both: 'Both, one by one' } satisfies Readonly<Record<WorkingSide, string>>,
  sets: 'Sets a day, each side',
  setsUnit: (count: number): string => (count === 1 ? 'set' : 'sets'),
  days: 'Days a week',
  daysUnit: (count: number): string => (count === 1 ? 'day' : 'days'),
  limited: 'Stop at a limit',
  limit: 'Stop at (degrees)',
  strength: 'Strength from the start, without Build before it',
  noEndRange: 'No push, pull or hold at the end of the range',
  words: 'Your own words (may stay empty)',
  removeOf: (number: number) => `Remove drill ${number}`,
  add: 'Add a drill',
  cautions: 'Cautions (may stay empty)',
  counted: 'Degrees count from the start position.',
  give: 'Hand it over',
  reads: 'Your patient reads:',
  how: 'In Truehip your patient opens Programmes, then “Prescription from a physiotherapist”, and opens the file.',
  health: 'The file holds health data. Give it to your patient only.',
  fresh: 'New prescription',
  needsName: 'Write your name first, so that your patient knows who it is from.',
  needsLimit: (min: number, max: number) => `Give each limit a number of degrees, from ${min} to ${max}.`,
  wrong: 'A text is too long or has a character that is not allowed. Please check what you wrote.',
};

/** The page of the patient. */
const take = {
  heading: 'Prescription',
  lead: 'Your physiotherapist can give you a file with your exercises and limits. Truehip then keeps to them.',
  from: (name: string) => `It says it is from ${name}.`,
  unproved: 'Truehip can’t check that. Take it only if you got it from them yourself.',
  forWhom: (name: string) => `For ${name}`,
  made: (day: string, weeks: number) => `Made on ${day}, for ${weeks === 1 ? 'one week' : `${weeks} weeks`}.`,
  here: (name: string) => `You take this for ${name}`,
  hereNot: (written: string, name: string) => `It was written for ${written}, but ${name} is training here.`,
  notMe: (name: string) => `Not ${name}? Change person, then open it again.`,
  heldFor: (name: string) => `It holds for ${name}`,
  changes: 'What will change',
  dose: (count: number, often: number) => `${sets(count)}, ${days(often)}`,
  stopAt: (degrees: number) => `The coach stops you at ${degrees}° from the start.`,
  /** Degrees of each hip; null: it did not go further. */
  further: (left: number | null, right: number | null, limit: number) =>
    `You have turned further before: ${[left === null ? '' : `left ${left}°`, right === null ? '' : `right ${right}°`].filter(Boolean).join(', ')}. From now on the coach stops you at ${limit}°.`,
  strength: 'Strength is allowed from the start.',
  easy: 'No push, pull or hold at the end of the range.',
  others: 'In all other drills too, no hip goes beyond its limit.',
  stricter: 'Limits that Truehip has set before stay. The stricter of two limits wins.',
  week: 'These drills come into your week.',
  replaces: (name: string) => `It replaces the prescription from ${name}.`,
  absent: 'This version of Truehip does not have this drill.',
  yes: 'Yes, take it',
  no: 'No',
  refused: 'Nothing was changed.',
  noRoom: 'You have too many programmes of your own. Delete one of them, then try again.',
  taken: 'Taken. Your drills are in your week.',
  toWeek: 'See your week',
  noGoal: 'Turning further is not a goal for now.',
  until: (name: string, day: string) => `From ${name}, until ${day}.`,
  over: (name: string, day: string) => `The prescription from ${name} ended on ${day}. Its limits no longer apply.`,
  cautions: 'Watch out for',
  bring: 'Take a prescription',
  file: 'Open a file',
  otherFile: 'This file is no prescription.',
  another: 'Take another one',
  end: 'End it now',
  ask: {
    title: 'End the prescription?',
    text: 'Its limits no longer apply, and its drills leave your week. Your sets stay. Print the report first if you want to show it.',
    yes: 'End it',
    no: common.keep,
  },
  ended: 'Ended. Its limits no longer apply.',
  programme: (often: number) => `Prescription, ${days(often)}`,
  summary: (name: string) => `From ${name}.`,
};

const report = {
  heading: 'Report of the prescription',
  lead: 'For your physiotherapist: what you did, and what was measured.',
  print: 'Print',
  collecting: 'Reading your sets …',
  empty: 'The report begins with your first set.',
  unreadable: 'Your sets can’t be read now.',
  head: (name: string, from: string, until: string) =>
    `${name === '' ? 'Prescription' : `${name}: prescription`} from ${from}, report of ${until}.`,
  began: (day: string, weeks: number) => `Begun on ${day}, for ${weeks === 1 ? 'one week' : `${weeks} weeks`}.`,
  weeks: 'Week by week',
  week: 'Week from',
  days: 'Days done',
  of: (done: number, asked: number) => `${done} of ${asked}`,
  pain: { left: 'Pain, left', right: 'Pain, right' },
  flags: { left: 'Flags, left', right: 'Flags, right' },
  drills: 'Drill by drill',
  range: { left: 'Left hip alone', right: 'Right hip alone' },
  note: 'Pain: the worst reported after a set, 0 to 10. Flags: how often the coach saw another part of the body help, or a limit passed. Degrees: the best of the week for the hip alone, from the start position, with its 90% error.',
};

export const prescription = { write, take, report };

export const prescriptionWords = wordsOf('prescription', prescription);
