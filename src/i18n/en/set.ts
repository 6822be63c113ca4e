import type { EffortAmount } from '../../coach/speech/coach-words.ts';

import type { Side } from '../../instrument/geometry/units.ts';
import { wordsOf } from '../speaking.ts';
import { coach, leg } from './coach.ts';
import { common } from './common.ts';

const LOUDER = 'Louder';
const QUIETER = 'Quieter';

const keys = {
  pause: 'Pause and go on',
  skip: 'Next phase',
  stop: 'Stop the set (press twice)',
  mute: 'Sound on or off',
  louder: LOUDER,
  quieter: QUIETER,
  full: 'Full screen on or off',
  number: 'Number on or off, once it has faded',
  count: 'Count a repetition, without a camera',
  pinch: 'Stop: pinch in the hip',
  pain: 'Stop: pain',
  numb: 'Stop: numb or tingling',
  keys: 'Show these keys',
};

/** Shown in place of the number; the notice says more. */
const blind = {
  'camera-lost': { what: 'The camera is gone', todo: 'Plug it in or switch it on again. The clock keeps running.' },
  'camera-silent': {
    what: 'The camera sends no picture',
    todo: 'Check its cover and switch, and close what uses it.',
  },
  'worker-gone': { what: 'The measurement has stopped', todo: 'The time goes on without numbers.' },
};

const CARRIED = 'Your hands carry you, so one arm does nothing.';
const KEYS = 'The space bar, a clicker or a media key pauses.';

/** The screens from placing the laptop to the end of a set. */
export const set = {
  headings: {
    idle: 'Nothing is running',
    starting: common.starting,
    placing: 'Place the laptop',
    running: 'The set is running',
    finished: 'The set is over',
    failed: 'This did not work',
  },
  kept: 'The set up to here is kept.',
  keys,
  keyNames: { space: common.space, escape: 'Esc', pageUp: 'Page Up', pageDown: 'Page Down', enter: 'Enter' },
  keysNote: 'The set goes on while this is open. 1, 2 and 3 work here too.',
  singleKeys: 'Letters and numbers act as keys',
  /** Labels of the buttons in a set; short. */
  buttons: {
    stopNow: 'Stop at once because of',
    goOn: 'Go on',
    next: 'Next',
    stop: 'Stop',
    reallyStop: 'Really stop?',
    on: 'on',
    off: 'off',
    louder: LOUDER,
    quieter: QUIETER,
    full: 'Full screen',
    pinch: 'Pinch in the hip',
    numb: 'Numb or tingling',
    number: 'Number',
    backToDrill: 'Back to the drill',
    seeSet: 'See the set',
    close: 'Close',
  },
  blind,
  /** The hip compared with the best of the set so far. */
  places: {
    'no-best': 'On your way in',
    short: 'Short of your best',
    'at-best': 'At your best',
    beyond: 'Beyond your best',
  },
  leg: (side: Side): string => leg[side],
  round: (round: number, rounds: number) => `round ${round} of ${rounds}`,
  /** In a hip test. */
  tryOf: (nth: number, tries: number) => `try ${nth} of ${tries}`,
  practice: 'does not count',
  /** Above the name of the next phase. @param length such as "0:20", or null: as long as it takes */
  next: (length: string | null) => (length === null ? 'Next' : `Next (${length})`),
  last: 'Then you are done',
  seconds: (seconds: number) => `${seconds} seconds`,
  repsDone: (done: number, goal: number) => `${done} of ${goal} repetitions`,
  /** Above the clock: what it counts. */
  timeLeft: 'Time left',
  noTimeLimit: 'No time limit',
  secondsLeft: (seconds: number) => `${seconds} seconds left`,
  /** Where the hands carry the body, by what the arms do. */
  noArm: {
    wide: `${CARRIED} To stop, sit on your heels, arms out to the sides for two seconds. ${KEYS}`,
    ahead: `${CARRIED} To stop, sit on your heels, arms straight ahead for two seconds. ${KEYS}`,
  },
  arm: 'Hold one arm straight up for two seconds, in the picture: the set pauses. Raise it again to continue. Both arms up end the set at once.',
  /** After it, where the voice asks about the back. */
  armBack: 'Right after my question about your back, one arm answers it.',
  armPauses: 'Arm up: pausing',
  /** While the voice has just asked about the lower back. */
  armAnswers: 'Arm up: your back moved',
  armsEnd: 'Both arms: ending',
  armGoesOn: 'Arm up: going on',
  paused: 'Paused',
  waitingForYou: 'Waiting for you',
  pausedArmPhrase: 'Paused. Space or a raised arm to go on',
  pausedPhrase: 'Paused. Space to go on',
  pausedTouchPhrase: 'Paused. Tap Go on',
  stoppingPhrase: 'Press Esc again to stop',
  stoppingTouchPhrase: 'Tap again to stop',
  stoppingSpoken: 'Press Stop or Escape again within 20 seconds to end the set.',
  holdStill: 'You are moving. Hold still',
  noNumber: 'No number yet',
  startAgain: (why: string) => `${why}. Go back to your start position and hold still.`,
  /** The best of the running set. */
  best: (angle: string) => `this set ${angle}`,
  degrees: (value: string, band: number) => `${value} degrees, give or take ${band}`,
  /** What the person aims at. */
  goalAt: (angle: string) => `goal ${angle}`,
  lastBest: (angle: string) => `last time ${angle}`,
  /** The effort to aim at in a push or pull. It is not measured. */
  aim: (amount: EffortAmount) => `Aim for about ${coach.effort.amounts[amount]} of your strength`,
  /** The method's own words, explained. */
  methods: { PAILs: 'This push is called PAILs', RAILs: 'This pull is called RAILs' },
  /** The number while pelvis or back help along. */
  notTheHip: 'Not the hip alone',
  /** Beside the name of the angle: a phone on the pelvis watches it. */
  byPhone: 'phone on the pelvis',
  /** Without a camera. */
  count: 'Count one',
  countNote: 'I call the numbers. To go at your own pace, press for each repetition.',
  unmeasured: 'No camera: nothing is measured, and nobody watches for faults.',
  /** Under a bar. @param left such as "3:20" */
  wholeLeft: (left: string) => `Whole set: ${left} left`,
  feelIt: 'Feel it',
  afterwards: (angle: string) => `${angle}: after the set`,
  livePicture: 'Live picture',
  pictureHidden: 'Your picture is hidden. You are measured all the same.',
  /** Drawn in the picture, where the body should be. */
  lieHere: 'Lie here',
  beHere: 'Be here',
  startsBySelf: 'Hold still: it starts by itself.',
  plays: 'Start plays the video from its beginning and measures it.',
};

export const setWords = wordsOf('set', set);
