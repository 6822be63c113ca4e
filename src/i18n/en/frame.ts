import { wordsOf } from '../speaking.ts';
import { common } from './common.ts';

/** The frame around every screen: navigation, dialogs, updates, language. */
export const frame = {
  /** Titles of the pages, shown by the browser's tab. */
  titles: {
    home: 'Truehip',
    drill: 'Drill · Truehip',
    session: 'Set · Truehip',
    set: 'Summary · Truehip',
    report: 'Report · Truehip',
    history: 'Past sets · Truehip',
    trends: 'Progress · Truehip',
    settings: 'Settings · Truehip',
    programmes: 'Programmes · Truehip',
    programme: 'Programme · Truehip',
    part: 'Part of a programme · Truehip',
    edit: 'Your programme · Truehip',
    week: 'Your week · Truehip',
    'your-data': 'Your data · Truehip',
    people: 'Who trains here? · Truehip',
    test: 'Hip test · Truehip',
    passport: 'Hip passport · Truehip',
    prescription: 'Prescription · Truehip',
    prescribe: 'Prescribe exercises · Truehip',
    video: 'A set from a video · Truehip',
    'self-check': 'Check against your instrument · Truehip',
    check: 'A check · Truehip',
    agreement: 'Camera and phone · Truehip',
  },
  skip: 'Skip to the content',
  home: 'Truehip, home',
  main: 'Main',
  dark: 'Dark colours',
  links: {
    drills: 'Home',
    programmes: common.programmes,
    week: common.week,
    history: 'Past sets',
    settings: common.settings,
  },
  leave: {
    title: 'Leave the set?',
    text: 'The set stops. What was recorded so far is kept.',
    yes: 'Stop and leave',
    no: 'Keep going',
  },
  undo: { label: 'Deleted', deleted: 'Deleted.', undo: 'Undo' },
  ways: {
    retry: 'Try again',
    'other-camera': 'Choose another camera',
    'without-camera': 'Go on without the camera',
    'open-video': 'Open a video file instead',
    demo: 'See the built-in demo',
    reload: 'Load the page again',
    diagnostics: 'Show technical details',
    understood: 'Understood',
  },
  update: {
    label: 'New version',
    ready: 'A new version is ready.',
    reload: 'Reload',
  },
  language: {
    label: 'Language',
    auto: 'As the browser is set',
    silent: 'This device has no English voice: nothing is spoken. Sounds and the words on the screen stay.',
    sample: 'Turn from the hip. Both back pockets heavy.',
    noVoice: 'This browser has no voice in English. You will hear beeps instead.',
    failed: 'This language could not be fetched. Try again with a network.',
  },
};

export const frameWords = wordsOf('frame', frame);
