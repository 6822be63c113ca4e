import { wordsOf } from '../speaking.ts';
import { plural } from '../phrasing.ts';

const sets = (count: number): string => plural(count, 'set');

/** The days of a month with what was done on them. */
const calendar = {
  before: 'Previous month',
  next: 'Next month',
  help: 'Arrow keys go from day to day, Page Up and Page Down from month to month, Enter opens a day.',
  none: 'No sets this month.',
  sets,
  noSets: (date: string) => `${date}, no sets`,
  /** @param short the day as the grid shows it; it comes first, so that speech control finds the visible text */
  withSets: (short: number, count: number, date: string) => `${short}, ${sets(count)}, ${date}`,
};

/** The page of one day. */
const day = {
  noSuch: 'No such day',
  notThere: 'The calendar has no such day.',
  none: 'No sets on this day.',
  did: (count: number, drills: number) => `${sets(count)}, ${plural(drills, 'drill')}.`,
  flags: (count: number) => `${plural(count, 'flag')} in total.`,
  noFlags: {
    whole: 'Nothing was flagged.',
    part: 'Nothing was flagged in the part that the camera could see.',
    some: 'Nothing was flagged in the sets that the camera saw well. In the others it saw too little to say.',
    hardly: 'The camera saw too little to say whether anything was wrong.',
  },
  withoutCamera: (count: number) => `${sets(count)} without a camera, not measured.`,
  partOf: (programmes: string) => `Part of: ${programmes}.`,
  table: 'Sets of the day',
  before: (date: string) => `Earlier: ${date}`,
  after: (date: string) => `Later: ${date}`,
};

/** Column heads of both tables. */
const columns = {
  date: 'Date',
  set: 'Set',
  drill: 'Drill',
  sideGoal: 'Side, goal',
  sideAndGoal: 'Side and goal',
  best: 'Best range',
  since: 'Since last time',
  flags: 'Flags',
  end: 'End',
  actions: 'Actions',
};

/** The page of past sets with its calendar, and the page of a day. */
export const history = {
  calendar,
  day,
  columns,
  heading: 'Past sets',
  trends: 'Your progress',
  reading: 'Loading …',
  nothingTitle: 'Nothing here yet',
  nothing: 'Every set you do is saved on this device and listed here.',
  pick: 'Pick a drill',
  notSaved: 'not saved',
  /** @param empty true: nothing was measured */
  brokeOff: (length: string, empty: boolean) => `Cut off after ${length}${empty ? ', empty' : ''}`,
  doubtful: 'the figures cannot be right',
  report: 'Report',
  reportOf: (date: string) => `Report of the set of ${date}`,
  csvOf: (date: string) => `CSV of the set of ${date}`,
  delete: 'Delete',
  deleteOf: (date: string) => `Delete the set of ${date}`,
  broken: (count: number) => `${sets(count)} can no longer be read`,
};

export const historyWords = wordsOf('history', history);
