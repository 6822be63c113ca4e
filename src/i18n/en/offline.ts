import { wordsOf } from '../speaking.ts';
import { common } from './common.ts';

const START_AFRESH = 'Start afresh';

/** The page about use without a network. Sizes are passed as "4.2 MB". */
export const offline = {
  lead: 'Truehip opens without internet once you have been here. To measure, it also needs the files of the body tracking, and the drills need their moving pictures. What you use is saved as you go. Or download everything now. It comes from this app’s own address and stays in this browser.',
  /** Before and after the command that builds the app. */
  impossible: [
    'This browser can’t save it here. That needs a built app (',
    ') at https or on this device itself, outside a private window.',
  ],
  looking: 'Checking what is here …',
  label: 'On this device',
  ofTotal: (total: string, share: number) => `of ${total} on this device (${share}%).`,
  progress: 'Downloaded for offline use',
  stop: 'Pause',
  whole: 'Everything is downloaded',
  rest: (left: string) => `Download the rest (${left})`,
  keep: (left: string) => `Download for offline use (${left})`,
  fetching: 'Downloading …',
  removed: 'Removed. Your sets are still here.',
  outcomes: {
    all: 'Done. Everything is on this device.',
    some: 'Some files could not be saved. They are listed below.',
    stopped: 'Paused. What has arrived is saved. Go on whenever you like.',
    broken: 'The connection was lost. What has arrived is saved. Go on when it is back.',
    full: 'No space left on this device. What has arrived is saved.',
  },
  /** Each reason follows the name of a file. */
  faults: {
    heading: 'What could not be saved',
    lead: 'Only the exact files of a version are saved. What was saved before still works.',
  },
  afresh: {
    heading: 'If the app doesn’t work',
    lead: 'Start afresh: the saved app is removed and loaded again. Your sets stay.',
    button: START_AFRESH,
    away: 'The server doesn’t answer. Nothing was removed.',
    ask: {
      title: 'Start afresh?',
      text: 'Everything saved for offline use is removed. Your sets stay.',
      yes: START_AFRESH,
      no: common.cancel,
    },
  },
};

export const offlineWords = wordsOf('offline', offline);
