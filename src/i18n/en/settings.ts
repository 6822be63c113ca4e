import type { Strictness } from '../../coach/rules/rule-threshold.ts';
import { wordsOf } from '../speaking.ts';
import { common } from './common.ts';

const strictness: Readonly<Record<Strictness, Readonly<Record<'label' | 'text', string>>>> = {
  gentle: {
    label: 'Gentle',
    text: 'I let you move about a third further before I say something. Big mistakes are still flagged. Good while you learn a drill.',
  },
  standard: { label: 'Standard', text: 'The limits that each drill recommends.' },
  strict: {
    label: 'Strict',
    text: 'I speak up about a fifth sooner, but never for the small movements of somebody who holds still.',
  },
};

const data = {
  all: 'See, export, import and delete what is stored',
};

export const settings = {
  heading: common.settings,
  sound: {
    on: 'Sound on',
    voice: 'Spoken coaching (off: sounds only)',
    reader: 'With a screen reader: off, it says phases and corrections instead of my voice.',
    volume: 'Volume',
    speed: 'Speaking speed',
    best: 'Best voice on this device',
    remote: 'Also use voices from the internet',
    remoteNote:
      'Such a voice speaks on its maker’s computers. So each phrase I say goes there as text, with its numbers, over the internet. No picture does. Off: only voices of this device.',
    network: (name: string) => `${name} (needs internet)`,
  },
  watching: {
    heading: 'Coach strictness',
    ask: 'How soon I correct you',
    strictness,
    note: 'Applies from your next set. Sets done with different strictness are not compared.',
  },
  you: {
    heading: 'You',
    units: 'Units for height and distance',
    unit: { cm: 'Centimetres', in: 'Inches' },
    /** Before the link, and its words. */
    parts: ['Times and rounds are set on the page of each drill:', 'pick a drill'],
  },
  camera: {
    heading: 'Camera',
    shown: 'What the screen shows of you during a set',
    see: {
      camera: 'Camera and body lines',
      body: 'Body lines only',
      nothing: 'Nothing',
    },
    errorFigures: 'Show the error beside the number in a set, such as ±3°',
    browsersChoice: 'Browser default',
    model: 'Body tracking',
    models: {
      auto: 'Automatic',
      lite: 'Fast',
      full: 'Balanced',
      heavy: 'Precise',
    },
    modelNote:
      'Automatic picks the best one that is fast enough here. Precise sees you best, but needs a fast computer. See what runs now:',
  },
  keys: {
    heading: 'Keyboard shortcuts',
    single: 'Letters and numbers work as shortcuts',
    note: 'Turn this off if you dictate, or often hit a key by accident. Space, Escape and the arrow keys still work.',
  },
  colours: { label: 'Colours', names: { auto: 'Same as the device', light: 'Light', dark: 'Dark' } },
  install: {
    button: 'Install Truehip',
    share: 'To have Truehip as an app: tap Share in the browser, then “Add to Home Screen”.',
    dock: 'To have Truehip as an app: open the File menu in Safari, then “Add to Dock”.',
    done: 'Truehip is being installed.',
  },
  data,
  licences: 'Licences of what Truehip is built with (plain text)',
};

export const settingsWords = wordsOf('settings', settings);

export const people = {
  heading: 'Who trains here?',
  lead: 'Each person has their own sets, plan, goals and settings. This is not a lock: whoever uses this computer can switch.',
  switch: 'Who is training?',
  edit: 'Add or rename people',
  here: 'training now',
  use: (name: string) => `Switch to ${name}`,
  yourName: 'Your name or initials',
  theirName: 'Name or initials of the other person',
  name: 'Name or initials',
  add: 'Add person',
  save: 'Save',
  rename: 'Rename',
  remove: (name: string) => `Delete ${name}`,
  renameOf: (name: string) => `Rename ${name}`,
  removeOf: (name: string) => `Delete ${name} and all their data`,
  unnamed: (place: number) => `Person ${place}`,
  added: (name: string) => `${name} is added.`,
  renamed: (name: string) => `The name is now ${name}.`,
  removed: (name: string) => `${name} is deleted, with all sets, goals, pictures and settings.`,
  askRemove: {
    title: (name: string) => `Delete ${name}?`,
    text: 'All their sets, checks, goals, pictures and settings are deleted from this browser. This cannot be undone. To keep the sets, switch to this person first and export them.',
    yes: 'Delete for good',
    no: 'Keep',
  },
  faults: {
    name: 'Write a name or initials, at most 30 characters.',
    taken: 'Somebody here has this name already.',
    many: 'There can be twelve people at most.',
    'not-kept':
      'This browser keeps nothing, so there can be one person only. Allow it to store data, and load the page again.',
    open: 'This person is open in another tab. Close it first.',
    failed: 'It could not be deleted. Close other tabs and try again.',
  },
  ask: {
    title: 'Whose set is this?',
    text: 'Somebody else has trained here today. Who is training now?',
    back: common.back,
  },
  others: 'Somebody else trains here too',
  goesTo: (name: string) => `The exported file holds ${name}’s health data only. What you import goes to ${name}.`,
  noSets: 'No sets yet',
  /** @param last "27 Nov" */
  sets: (count: number, last: string | null) =>
    `${count} ${count === 1 ? 'set' : 'sets'}${last === null ? '' : `, last on ${last}`}`,
};

export const peopleWords = wordsOf('people', people);
