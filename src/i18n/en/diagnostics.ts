import { wordsOf } from '../speaking.ts';
import { common } from './common.ts';

/** The page of the technical details. Names of models and backends, and the engine's notes, are not translated. */
export const diagnostics = {
  copy: 'Copy as text',
  copied: 'Copied.',
  notCopied: 'The browser does not allow copying.',
  names: {
    browser: 'Browser',
    model: 'Measuring',
    backend: 'Backend',
    perSecond: 'Frames per second',
    kept: 'Saved on this device',
    screen: 'Screen stays on',
  },
  notYet: 'nothing yet: do a set or the demo, then come back',
  tried: (backend: string) => `Tried ${backend}`,
  asking: 'checking …',
  gone: 'no: lost when the tab closes',
  notTried: 'not tried yet',
  voices: {
    waiting: 'waiting for the browser’s voices',
    ready: 'speaks',
    none: 'none in this browser: beeps instead',
    broken: 'went silent: beeps instead',
  },
  wakeLocks: {
    off: 'not now, only during a set',
    on: 'yes',
    refused: 'refused by the device, to save power',
    none: 'not possible in this browser',
  },
  yes: 'yes',
};

export const diagnosticsWords = wordsOf('diagnostics', diagnostics);

/** Each kind of stored data: its name, and what it is. */
const kinds = {
  sets: {
    name: common.sets,
    what: 'Angles and times of each set, your notes and answers.',
  },
  selfChecks: {
    name: 'Checks against your instrument',
    what: 'The angles you read and those I measured.',
  },
  programmes: {
    name: 'Programmes and week',
    what: 'Your own programmes, how far you are in each, and your week.',
  },
  goals: {
    name: common.goalList,
    what: 'The range you aim at with each hip, and what you said about squats.',
  },
  pictures: {
    name: 'Pictures of your best positions',
    what: 'Kept by an earlier version. They are in no export.',
  },
  settings: {
    name: common.settings,
    what: 'Sound, language, height, camera, times and rounds, the name on your report, which symptoms a professional has checked: without that, a drill may be on hold again. The name on your report is in no export.',
  },
  offline: {
    name: 'Files for offline use',
    what: 'Body tracking and moving pictures of the app. Nothing of yours.',
  },
};

/** The page with everything that is stored. Sizes are passed as "4.2 MB". */
export const yourData = {
  lead: 'Everything Truehip stores is in this browser, on this device. Here you can look at it, delete it, and export your sets, checks, programmes and most settings.',
  looking: 'Counting …',
  columns: { count: 'Number', size: 'Size', since: 'Since' },
  kinds,
  empty: 'Nothing stored',
  /** The name of a button for those who do not see the row. */
  removeKind: (name: string) => `Delete: ${name}`,
  /** The question of one kind. */
  ask: {
    title: (name: string) => `Delete “${name}”?`,
    /** @param exported an export has it */
    text: (what: string, exported: boolean) =>
      `${what} All of it is gone for good.${exported ? ' Export everything first if you may want it later.' : ''}`,
    yes: common.delete,
    no: common.keep,
  },
  askAll: {
    title: 'Delete everything?',
    /** @param only whose, where several people train here; empty: one person does */
    text: (sets: string, only: string) =>
      `${only && `This deletes only the data of ${only}. `}All of it is gone for good: ${sets}, your notes and answers, checks, programmes, your week, every setting and the files for offline use. Export everything first if you may want it later. The name on your report is not in an export.`,
    yes: common.deleteAll,
    no: common.keep,
  },
  sets: (count: number) => `${count} set${count === 1 ? '' : 's'}`,
  removed: (name: string) => `Deleted: ${name}.`,
  removedAll: 'Everything is deleted.',
  notRemoved: 'That could not be deleted. Reload the page and try again.',
  used: (used: string, room: string) => `Truehip uses ${used} in this browser, the app included. ${room} is allowed.`,
  memory: 'This browser stores nothing. Everything is gone when you close this tab, so export it before.',
  safe: 'The browser has promised to keep it when the disk gets full.',
  unsafe: 'When the disk gets full, the browser may delete your data.',
  askSafe: 'Ask the browser to keep it',
  refused: 'The browser did not promise it. Most decide by how often you come. An export is the safe copy.',
  /** What Truehip does with data, in ten lines. `docs/privacy.md` has the same lines. */
  privacy: {
    heading: 'Privacy in ten lines',
    lines: [
      'Truehip runs in your browser. There is no account, no advertising, no cookie and no tracking.',
      'Each camera picture is measured in this page and then thrown away. No picture, video or sound is ever sent or stored.',
      'The microphone is never used.',
      'This is stored: your sets as angles and times, those of earlier versions with a stick figure, your notes and answers, your programmes, goals, checks and settings, and a prescription that you took. Where several people train here: their names and the day of the last set.',
      'All of it is kept in this browser on this device, not encrypted: whoever can use this browser can read it.',
      'None of it is sent, with one exception: line 8. This page can only reach the address it came from, and asks it for nothing but its own files. A phone that you use sends how it is turned straight to this computer.',
      'The server there sees what every web server sees: your IP address, which files you fetch, and when.',
      'Your device’s own voice speaks. A voice from the internet speaks only if you allow it. Its maker then gets each phrase as text, with your numbers.',
      'An export is a plain file. Whoever has it can read it. It has no pictures.',
      'On the page “Your data” you can look at all of it, delete it, and export your sets, checks, programmes and most settings. If you clear the data of this site in the browser, it is gone as well.',
    ],
  },
};

export const yourDataWords = wordsOf('yourData', yourData);
