import { wordsOf } from '../speaking.ts';

const FIVE = 'The five positions: a third of the way, half, two thirds, as far as is comfortable, and back to half.';
const THIGH_DOWN = 'The thigh stays on the floor, so the phone turns as far as the leg.';
const KEEP_LEVEL = 'Keep the thigh level: then the phone turns as far as the leg.';
const FIRST = 'Go about a third of the way into the movement, and hold still.';

const STRAP =
  'Strap the phone to your shin, half-way between knee and ankle, so that it can’t slip. Which way round does not matter: gravity tells it how far the shin turns.';

/** The page that prepares a check, with the list of earlier ones. */
const prepare = {
  lead: 'Hold five positions, read your instrument each time, and see how far off the app is: on you, today, in this place.',
  how: 'How it works',
  steps: [
    'Put the instrument on, get into the start position and set it to zero there. The app counts from the same position.',
    'The app checks the place. Then you hold the start position still for three seconds, as before a set.',
    'Go part of the way and hold still. You press nothing: the app sees that you are still and measures for two seconds. It hides its own number, so that you are not influenced.',
    'Read your instrument while you hold. A helper may read it for you.',
    FIVE,
  ],
  /** Where the app reads the paired phone. */
  stepsByPhone: [
    'Connect your phone on this page, strap it on and get into the start position.',
    'The app checks the place. Then you hold the start position still for three seconds: the phone and the app count from there.',
    'Go part of the way and hold still. You press nothing: the app sees that you are still, measures for two seconds and takes the angle from your phone.',
    FIVE,
  ],
  place: 'Where the instrument goes',
  /** Where the instrument goes, by instrument and posture of the body. */
  places: {
    inclinometer: {
      'feet-planted': [
        'Strap the phone flat on the front of your shin bone, half-way between knee and ankle: long edge along the bone, screen facing away from the leg.',
        'When the knee falls in, the phone tips over to the side. Read that angle: how far it has turned, like a steering wheel.',
        'The foot stays put, so the phone turns further than the hip: often nearly two degrees for each degree of the hip. The app takes that into account.',
      ],
      seat: [
        'Strap the phone flat on the front of the shin bone of the working leg, half-way between knee and ankle: long edge along the bone, screen facing away from the leg.',
        'When the foot lifts off the floor, the phone shows how far the shin has lifted. Read that angle: how far the phone has turned, like a steering wheel.',
        THIGH_DOWN,
      ],
      chair: [
        'Strap the phone flat on the front of the shin bone, half-way between knee and ankle: long edge along the bone, screen facing away from the leg.',
        'When the foot swings away from the other leg, the phone turns like a steering wheel. Read that angle.',
        KEEP_LEVEL,
      ],
    },
    'paired-phone': {
      'feet-planted': [STRAP, 'The foot stays put and the leg rolls over it. The app takes that into account.'],
      seat: [STRAP, THIGH_DOWN],
      chair: [STRAP, KEEP_LEVEL],
    },
    goniometer: [
      'You need a helper, who looks along your thigh: axis on the middle of the knee, one arm where the shin was in the start position, the other along the shin bone to the middle of the ankle.',
      'Read how far the shin has turned, seen along the thigh. Thigh and knee stay as they are.',
    ],
  },
  limits:
    'The result is about you, today, in this place and these clothes. It is no medical examination and no diagnosis.',
  setup: 'Your check',
  leg: 'Leg with the instrument',
  instruments: {
    inclinometer: 'Phone, inclinometer',
    compass: 'Phone, compass',
    goniometer: 'Goniometer',
    'paired-phone': 'My phone, read by the app',
  },
  nothingToType:
    'Nothing to type: the app takes the angle from your phone. If the connection breaks, you type at the end.',
  demo: 'The demo only shows how it works. Its result says nothing about you.',
  earlier: 'Earlier checks',
  none: 'None yet. Your checks are saved on this device and listed here.',
  unreadable: 'The checks could not be loaded.',
};

/** What is shown and spoken while the positions are held. */
const run = {
  heading: 'Check against your instrument',
  phase: {
    title: 'Check',
    instruction: FIRST,
    over: 'All done. Now type what your instrument showed.',
  },
  /** The phone on the shin, where the app reads it. */
  phone: {
    over: 'All done. You can take the phone off.',
    reads: 'I read your phone while you hold. Both numbers come at the end.',
    moving: 'Your phone was not still. Hold once more.',
    'no-zero': 'Your phone has no start yet. Go back to the start position and hold still.',
    lost: 'I get nothing from your phone. You can type this angle later.',
    orType: 'Until then you can read another instrument, and type at the end.',
  },
  positions: [
    FIRST,
    'Go half-way, and hold still.',
    'Go two thirds of the way, and hold still.',
    'Go as far as is comfortable, and hold still.',
    'Come back to half-way, and hold still.',
  ],
  count: (position: number, of: number) => `Position ${position} of ${of}`,
  seek: 'I measure as soon as you hold still. You can also press the button.',
  measuring: 'Hold still. Measuring.',
  moved: 'Hold still again: you moved.',
  unseen: 'Hold still again: I lost sight of the leg.',
  kept: 'Got it. Read your instrument now.',
  hidden: 'You see my number after you type yours.',
  done: 'I have all five positions.',
  noNumber: 'No number right now',
  measure: 'Measure now',
  stop: 'Stop',
  stopAgain: 'Press again to stop',
  notKept: 'This browser can’t save the check. It is lost when you close the tab.',
};

/** A stored check with its result. Angles are passed as "2°". */
const result = {
  heading: (drill: string, leg: string) => `Check of ${drill}, ${leg.toLowerCase()}`,
  gone: 'There is no check here. It was deleted, or no position was measured.',
  table: 'Your instrument and the app',
  lead: 'Type what your instrument showed: degrees inwards from the start position. Then the app’s number appears.',
  byPhone: 'Your phone gave these angles: degrees inwards from the start position. You can correct them.',
  askew: (positions: string) =>
    `In position ${positions} the thigh did not lie level, or swung aside. The phone may show too little there.`,
  columns: {
    position: 'Position',
    typed: 'Yours',
    asLeg: 'Yours, as leg in total',
    total: 'App, leg in total',
  },
  ofPosition: (position: number) => `Yours at position ${position}, degrees`,
  hidden: 'hidden',
  gain: (gain: string) =>
    `In these positions the phone turns ${gain}° for each degree of the leg. The app works that out from your posture and divides your numbers by it, so that the two can be compared.`,
  outcome: 'The result',
  tooMuch: (bias: string) => `On you, that day, in that place, the app showed ${bias} too much on average.`,
  tooLittle: (bias: string) => `On you, that day, in that place, the app showed ${bias} too little on average.`,
  onAverage: 'On you, that day, in that place, the app and your instrument agreed on average.',
  single: (low: string, high: string) =>
    `A single number may differ from your instrument by ${low} to ${high} (95% limits of agreement).`,
  few: (pairs: number) =>
    `${pairs === 0 ? 'No position has both numbers' : pairs === 1 ? 'One position has both numbers' : 'Two positions have both numbers'}. Limits of agreement need at least three.`,
  limits: (low: string, high: string) => `${low} to ${high}`,
  sure: (pairs: number) =>
    `${pairs} positions are few, so the limits are wide. They use Student’s t with ${pairs - 1} degrees of freedom (Bland and Altman 1986). One more reading would differ by an amount within them with 95% confidence.`,
  both: 'Each difference contains both errors: the app’s, and the 2 to 4° of your instrument. An average difference of less than that may come from your instrument.',
  demo: 'This was the demo, so it says nothing about you.',
  file: 'The picture came from a video file.',
  plot: (sentence: string) => `Differences between the app and your instrument by angle. ${sentence}`,
  legend: { point: 'a position', bias: 'average difference', limits: '95% limits', band: 'the app’s 90% margin' },
  share: 'Anonymous record',
  shareText:
    'A file for people who study how well the app measures: the pairs of numbers, the drill, the camera place and the month. No picture, no name, no day, nothing that leads to your sets. It is only saved, not sent.',
  save: 'Save the record',
  delete: 'Delete this check',
  again: 'Check again',
  all: 'All checks',
  notStored: 'This browser could not save it.',
};

/** The list of checks. */
const list = {
  columns: {
    bias: 'Difference',
    limits: 'Limits',
  },
  noResult: 'not typed yet',
  heading: 'Checks against your own instrument',
};

/** A check of the app against the person's own instrument. */
export const selfCheck = {
  prepare,
  run,
  result,
  list,
};

export const selfCheckWords = wordsOf('selfCheck', selfCheck);
