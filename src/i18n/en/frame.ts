import { wordsOf } from '../speaking.ts';
import { common } from './common.ts';

/** The frame around every screen: navigation, dialogs, updates, language. */
export const frame = {
  /** Titles of the pages, before the app's name in the browser's tab. */
  titles: {
    home: '',
    drill: common.drill,
    session: common.set,
    set: 'Summary',
    report: common.report,
    history: common.pastSets,
    trends: 'Progress',
    settings: common.settings,
    programmes: common.programmes,
    programme: 'Programme',
    part: 'Part of a programme',
    edit: common.yourProgramme,
    week: common.yourWeek,
    'your-data': common.yourData,
    people: 'Who trains here?',
    test: 'Hip test',
    passport: common.passport,
    prescription: 'Prescription',
    prescribe: 'Prescribe exercises',
    video: 'A set from a video',
    'self-check': 'Check against your instrument',
    check: 'A check',
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
