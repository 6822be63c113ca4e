import { wordsOf } from '../speaking.ts';
import { common } from './common.ts';

export const transfer = {
  exportAll: 'Export all',
  exportOf: (name: string) => `Export ${name}’s sets`,
  import: 'Import …',
  file: 'Import',
  drop: 'or drop a file here',
  hint: 'A file from “Export all”, or a prescription.',
  ask: {
    title: 'Use the settings from the file too?',
    text: 'The settings in the file are different: sound, your height, times and rounds, programmes, your week. They would replace yours.',
    yes: 'Use them',
    no: 'Keep mine',
  },
  /** The file is another person's. */
  another: {
    title: (whose: string, here: string) => `This file was saved for ${whose}. Put it with ${here}’s sets?`,
    text: (here: string) => `Each of its sets then counts as one of ${here}’s.`,
    yes: (here: string) => `Put it with ${here}’s`,
    no: common.cancel,
  },
  added: (sets: number) => `${sets} set${sets === 1 ? '' : 's'} added`,
  checks: (checks: number) => `${checks} check${checks === 1 ? '' : 's'} against your own instrument added`,
  updated: (sets: number) => `${sets} got a newer note or answer`,
  skipped: (sets: number) => `${sets} already here`,
  reading: (share: string) => `Reading the file: ${share}`,
  storing: 'Saving …',
  collecting: 'Collecting your sets …',
  cancelled: 'Cancelled. Nothing was imported.',
  nothing: 'Nothing was imported.',
  hold: {
    title: (drill: string) => `Lift the hold on “${drill}”?`,
    text: (symptom: string, date: string) =>
      `You stopped this drill twice for ${symptom}. The file says that you had it checked on ${date}. Lift the hold only if that was you, and you were told you may go on.`,
    yes: 'Lift the hold',
    no: 'Keep the hold',
  },
  held: (drill: string) => `“${drill}” stays on hold.`,
  lifted: (drill: string) => `“${drill}” is no longer on hold.`,
  taken: 'The settings from the file are in use.',
  kept: 'You keep your own settings.',
};

export const transferWords = wordsOf('transfer', transfer);

/** The page on which a recorded video becomes a set. */
export const video = {
  heading: 'A set from a video',
  lead: 'Have you filmed a set? Choose the video and say which drill it shows. You get the same result as after a set in front of the camera. The video stays on this device and is not stored.',
  title: 'The video',
  choose: 'Choose a video',
  another: 'Choose another video',
  needs:
    'Film your whole body from the place in the drill’s drawing, with the phone propped up. Hold the start position still for three seconds before you move.',
  looking: 'Looking at the file …',
  known: (date: string) =>
    `You have already kept this video, as your set of ${date}. If you read it again, the new set replaces the old one.`,
  open: 'Open that set',
  drill: 'Which drill does it show?',
  start: 'Read the video',
  first: 'Choose a video first.',
  drillToo: 'Now say which drill it shows.',
  loading: 'Getting ready to read …',
  reading: (drill: string) => `Reading the video: ${drill}`,
  stay: 'Stay on this page. You can use other windows meanwhile.',
  cancelled: 'Cancelled. Nothing was kept, and the video is still chosen.',
  day: 'Day of the set',
  dayFrom: 'The day comes from the file; change it if you trained on another.',
  nothing: 'Nothing could be measured',
  change: 'Try another drill, leg or video. Nothing was kept.',
  neverStill: 'The start position was never held still.',
};

export const videoWords = wordsOf('video', video);
