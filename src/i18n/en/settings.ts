import type { Strictness } from '../../coach/rules/rule-threshold.ts';
import { wordsOf } from '../speaking.ts';

const strictness: Readonly<Record<Strictness, Readonly<Record<'label' | 'text', string>>>> = {
  gentle: {
    label: 'Gentle',
    text: 'Speaks up a third later. What is strong is still flagged. Good while you learn a drill.',
  },
  standard: { label: 'Standard', text: 'As the drills ask for it.' },
  strict: {
    label: 'Strict',
    text: 'Speaks up a fifth sooner, but never at less than what your own stillness looks like from here.',
  },
};

const shown = {
  camera: 'Camera and body',
  body: 'Body only',
  nothing: 'Nothing',
};

const units = { cm: 'Centimetres', in: 'Inches' };

const models = {
  auto: 'By itself',
  lite: 'Lite',
  full: 'Full',
  heavy: 'Heavy',
};

const sound = {
  heading: 'Sound',
  on: 'Sound on',
  voice: 'A voice says phases and cues',
  volume: 'Volume',
  speed: 'Speed of speech',
  try: 'Try it',
  which: 'Which voice',
  best: 'The best one on this machine',
  network: (name: string) => `${name} (needs the network)`,
  silent: 'The volume is at 0: nothing can be heard.',
  said: (text: string) => `“${text}”`,
};

const data = {
  heading: 'Your data',
  lead: 'Sets, notes and settings, as one file that another machine can take in.',
  deleteAll: 'Delete every set',
  reset: 'Reset all settings',
  /** Two sentences, each followed by its link. */
  elsewhere: ['A single set is deleted from', 'Past sets', 'What is kept for use without a network:', 'here'],
  askDelete: {
    title: 'Delete every set?',
    text: 'All past sets with their notes, and all checks against your own instrument, are removed from this machine and cannot be brought back. Export them first if you may want them later.',
    yes: 'Delete everything',
    no: 'Keep them',
  },
  askReset: {
    title: 'Reset all settings?',
    text: 'Everything on this page, your numbers of the drills, your own programmes and your week go back to what they were at first. Your sets stay.',
    yes: 'Reset',
    no: 'Keep them',
  },
  deleted: 'Every set is deleted.',
  notDeleted: 'The sets could not be deleted. Reload the page and try again.',
  isReset: 'All settings are as they were at first.',
};

/** The page of the settings. */
export const settings = {
  heading: 'Settings',
  lead: 'They are kept on this machine and go out with an export.',
  /** Before and after the key. */
  key: ['Press', 'anywhere to come here.'],
  sound,
  watching: {
    heading: 'How soon I speak up',
    ask: 'When the pelvis helps along',
    control: 'Ask me to move my pelvis before the first set of a place',
    controlNote: 'Ten seconds that show whether I see your pelvis at all. Skip it with N. Without it I cannot know.',
    strictness,
    note: 'It counts from the next set. Every set keeps which it was; sets of different kinds are not compared.',
  },
  you: {
    heading: 'You',
    units: 'Units of heights and lifts',
    unit: units,
    /** Before the link, and its words. */
    parts: ['How long each part of a drill takes stands on the drill’s own page:', 'pick a drill'],
  },
  camera: {
    heading: 'Camera',
    shown: 'What you see of yourself in a set',
    see: shown,
    errorFigures: 'Show the error beside the number in a set, such as ±3°',
    which: 'Which camera',
    browsersChoice: 'The browser’s choice',
    several: 'Once the camera has been allowed, you can choose here between several.',
    model: 'Model that finds your body',
    models,
    modelNote: 'By itself: the best one that is quick enough here. Heavy sees best and is slow. What runs now:',
    diagnostics: 'Diagnostics',
  },
  keys: {
    heading: 'Keys',
    single: 'Letters and numbers act as keys',
    note: 'Off: only Space, Escape and the arrow keys act, so that dictation or a slip does nothing.',
  },
  data,
};

export const settingsWords = wordsOf('settings', settings);
