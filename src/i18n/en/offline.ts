import { wordsOf } from '../speaking.ts';

/** The page about use without a network. Sizes are passed as "4.2 MB". */
export const offline = {
  heading: 'Use without a network',
  lead: 'Truehip opens without a network once you have visited it. Measuring also needs the model’s weights, and the drills their moving pictures: what you use is kept as you use it, or you can fetch all of it now. It comes from this app’s own address and stays in this browser.',
  /** Before and after the command that builds the app. */
  impossible: [
    'This browser cannot keep it here: that takes a built app (',
    ') at https or at this machine’s own address, outside a private window.',
  ],
  looking: 'Looking what is there …',
  label: 'On this machine',
  ofTotal: (total: string, share: number) => `of ${total} on this machine (${share}%).`,
  progress: 'Kept for use without a network',
  stop: 'Stop for now',
  whole: 'Everything is kept',
  rest: (left: string) => `Keep the rest too (${left})`,
  keep: (left: string) => `Keep for use without a network (${left})`,
  remove: 'Remove',
  fetching: 'Fetching …',
  removed: 'Removed. The sets you did are still there.',
  outcomes: {
    all: 'Everything is on this machine now.',
    stopped: 'Stopped. What has arrived is kept; go on when you like.',
    broken: 'The network broke off. What has arrived is kept; go on when it is back.',
    full: 'There is no more room for it on this machine. What has arrived is kept.',
  },
};

export const offlineWords = wordsOf('offline', offline);
