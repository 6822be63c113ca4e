import { wordsOf } from '../speaking.ts';

/** The page about use without a network. Sizes are passed as "4.2 MB". */
export const offline = {
  heading: 'Use it offline',
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
  remove: 'Remove',
  fetching: 'Downloading …',
  removed: 'Removed. Your sets are still here.',
  outcomes: {
    all: 'Done. Everything is on this device.',
    stopped: 'Paused. What has arrived is saved. Go on whenever you like.',
    broken: 'The connection was lost. What has arrived is saved. Go on when it is back.',
    full: 'No space left on this device. What has arrived is saved.',
  },
};

export const offlineWords = wordsOf('offline', offline);
