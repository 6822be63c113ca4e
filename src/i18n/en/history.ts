import { wordsOf } from '../speaking.ts';
import { plural } from '../phrasing.ts';

const sets = (count: number): string => plural(count, 'set');

const day = {
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
};

/** The page of past sets. */
export const history = {
  find: {
    text: 'Search drill or note',
    everyDrill: 'Every drill',
    hip: 'Hip',
    bothHips: 'Either hip',
    flagChoices: { any: 'Any', flagged: 'With a flag', clean: 'Without a flag' },
    painChoices: { any: 'Any', hurt: 'It hurt' },
    all: (count: number) => `${sets(count)}, newest first`,
    found: (found: number, count: number) => `${found} of ${sets(count)}`,
    showAll: 'Show all',
  },
  sets,
  day,
  columns: {
    time: 'Day and time',
    sideGoal: 'Side, goal',
    since: 'Since last time',
    sinceFirst: 'Since first week',
  },
  nothingTitle: 'Nothing here yet',
  nothing: 'Every set you do is saved on this device and listed here.',
  /** @param monday "23 Nov 2026" */
  week: (monday: string, count: number) => `Week from ${monday}: ${sets(count)}`,
  notSaved: 'not saved',
  /** @param empty true: nothing was measured */
  brokeOff: (length: string, empty: boolean) => `Cut off after ${length}${empty ? ', empty' : ''}`,
  doubtful: 'the figures cannot be right',
  broken: (count: number) => `${sets(count)} can no longer be read`,
};

export const historyWords = wordsOf('history', history);
