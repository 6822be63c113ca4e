import { wordsOf } from '../speaking.ts';

/** Where the instrument goes, by instrument and posture of the body. */
const places = {
  inclinometer: {
    'feet-planted': [
      'Strap the phone flat on the front of the shin bone, half-way between knee and ankle: long edge along the bone, screen away from the leg.',
      'When the knee falls in, the phone leans over to the side. Read that angle, the one within the screen.',
      'The foot stays where it is, so the whole leg rolls and the phone turns further than the hip, often nearly two degrees for each. The app works out what the phone should show and takes that into account.',
    ],
    seat: [
      'Strap the phone flat on the front of the shin bone of the leg that works, half-way between knee and ankle: long edge along the bone, screen away from the leg.',
      'When the foot rises from the floor, the phone shows how far the shin has risen. Read that angle, the one within the screen.',
      'The thigh stays on the floor, so the phone turns as far as the leg.',
    ],
  },
  compass: {
    'feet-lifted': [
      'The shin stays level here and turns like the hand of a clock. An inclinometer cannot show that: take a compass or gyroscope app that can be set to zero.',
      'Strap the phone flat on the front of the shin bone, half-way between knee and ankle: long edge along the bone, screen up.',
      'Keep metal, magnets and loudspeakers away: a compass is easily off by several degrees indoors.',
    ],
    'hands-and-knees': [
      'The shin stays level here and turns like the hand of a clock. An inclinometer cannot show that: take a compass or gyroscope app that can be set to zero.',
      'Strap the phone flat on the calf, half-way between knee and ankle: long edge along the shin, screen up.',
      'Keep metal, magnets and loudspeakers away: a compass is easily off by several degrees indoors.',
    ],
  },
  goniometer: [
    'You need a helper. Look along the thigh: axis on the middle of the knee, one arm where the shin lay in the start position, the other along the shin bone to the middle of the ankle.',
    'Read how far the shin has turned about the thigh. Thigh and knee stay as they are.',
  ],
};

/** The page that prepares a check, with the list of earlier ones. */
const prepare = {
  heading: 'Check it against your own instrument',
  lead: 'Hold five positions, read your own instrument each time, and see how far the app is off: on you, today, in this place.',
  how: 'How it goes',
  steps: [
    'Fix the instrument, take the start position and set it to zero there. The app counts from the same position.',
    'The app checks the place and has you hold the start still for three seconds, as before a set.',
    'Go part of the way into the movement and hold still. You press nothing: the app sees that you are still and takes the mean of two seconds. Its own number stays hidden, so that it does not lead you.',
    'Read your instrument while you hold. A helper may read it aloud and note it.',
    'Five positions: a third of the way, half, two thirds, as far as is comfortable, and back to half.',
  ],
  place: 'Where the instrument goes',
  places,
  tells: 'What this check can tell you, and what it cannot',
  total:
    'The check compares the leg in total: the hip’s own rotation and what the pelvis adds. An instrument on the shin cannot tell them apart. The hip’s own rotation is shown beside it.',
  error:
    'Your instrument has errors too. When the same clinician measures a hip twice with a phone, the standard error is 2 to 4°; goniometer and inclinometer differed by 4.5° on average in internal rotation (Roach 2013).',
  limits:
    'The result holds for you, for today, for this place and these clothes. It is no examination and no diagnosis.',
  setup: 'Your check',
  drill: 'Drill',
  leg: 'Leg with the instrument',
  instrument: 'Instrument',
  instruments: { inclinometer: 'Phone, inclinometer', compass: 'Phone, compass', goniometer: 'Goniometer' },
  typing: 'When do you type?',
  typings: { each: 'After each hold', after: 'After all five' },
  typingNotes: {
    each: 'You or a helper sit at the keyboard. After each hold a field opens.',
    after:
      'Hands-free: the voice leads through all five holds and leaves six seconds to read. Then a table waits for your numbers.',
  },
  demo: 'The demo shows how it goes. What you type there says nothing about you.',
  earlier: 'Earlier checks',
  none: 'None yet. Each check is kept on this machine and listed here.',
  unreadable: 'The checks cannot be read.',
};

/** What is shown and spoken while the positions are held. */
const run = {
  heading: 'Check against your instrument',
  phase: {
    title: 'Check',
    instruction: 'Go about a third of the way into the movement, and hold still.',
    over: 'The check is over. Type what your instrument showed.',
  },
  positions: [
    'Go about a third of the way into the movement, and hold still.',
    'Go half of the way, and hold still.',
    'Go two thirds of the way, and hold still.',
    'Go as far as is comfortable, and hold still.',
    'Come back to half of the way, and hold still.',
  ],
  count: (position: number, of: number) => `Position ${position} of ${of}`,
  seek: 'I measure when you hold still. A raised arm or the button measures too.',
  seekNoArm: 'I measure when you hold still. The button measures too.',
  counting: 'Measuring in five seconds. Go to the position and hold still.',
  measuring: 'Hold still. Measuring.',
  moved: 'You moved. Hold still again.',
  unseen: 'I could not see the leg. Hold it still again.',
  kept: 'Kept. Read your instrument now.',
  hidden: 'My number stays hidden until you have typed yours.',
  done: 'All five positions are kept.',
  noNumber: 'No number just now',
  typed: (position: number) => `Your instrument at position ${position}, degrees`,
  take: 'Take it and go on',
  later: 'Type it later',
  again: 'Hold it again',
  measure: 'Measure now',
  stop: 'Stop',
  stopAgain: 'Press again to stop',
  notKept: 'This check cannot be stored in this browser. It is lost when the tab is closed.',
};

/** A stored check with its result. Angles are passed as "2°". */
const result = {
  heading: (drill: string, leg: string) => `Check of ${drill}, ${leg.toLowerCase()}`,
  gone: 'There is no check at this address. It may have been deleted, or no position was kept.',
  reading: 'Reading …',
  table: 'Your instrument and the app',
  lead: 'Type what your instrument showed, in degrees from the start position, inwards. The app’s number appears once yours is there.',
  columns: {
    position: 'Position',
    typed: 'Yours',
    asLeg: 'As turn of the leg',
    total: 'App, leg in total',
    hip: 'App, hip alone',
    difference: 'Difference',
  },
  ofPosition: (position: number) => `Yours at position ${position}, degrees`,
  hidden: 'hidden',
  whyTotal:
    'The leg in total is compared, because your instrument sits on the shin: its number includes whatever the pelvis adds.',
  gain: (gain: string) =>
    `In these positions the phone turns ${gain}° for each degree of the leg, as the app works out from your posture. Your numbers are divided by that, so that both are turns of the leg.`,
  outcome: 'The result',
  tooMuch: (bias: string) => `On you, that day, in that place, the app read ${bias} too much on average.`,
  tooLittle: (bias: string) => `On you, that day, in that place, the app read ${bias} too little on average.`,
  onAverage: 'On you, that day, in that place, the app read neither too much nor too little on average.',
  single: (low: string, high: string) =>
    `A single reading may differ from your instrument by ${low} to ${high} (95% limits of agreement).`,
  few: (pairs: number) =>
    `${pairs === 0 ? 'No position has both numbers' : pairs === 1 ? 'One position has both numbers' : 'Two positions have both numbers'}: limits of agreement need at least three.`,
  figures: {
    pairs: 'Positions compared',
    bias: 'Bias, app minus yours',
    sd: 'Standard deviation of the differences',
    limits: '95% limits of agreement',
    largest: 'Largest difference',
    inBand: 'Within the app’s stated 90% band',
    hipBias: 'Bias of the hip alone',
    steady: 'Scatter within a hold',
    place: 'Place of the lens',
    engine: 'Model',
  },
  bias: (bias: string, within: string) => `${bias}, with 95% confidence within ± ${within}`,
  limits: (low: string, high: string) => `${low} to ${high}`,
  inBand: (inside: number, of: number) => `${inside} of ${of}`,
  sure: (pairs: number) =>
    `${pairs} positions are few, so the limits are wide: they use Student’s t with ${pairs - 1} degrees of freedom (Bland and Altman 1986). The difference of one more reading lies within them with 95% confidence.`,
  both: 'A difference contains the errors of both: the app’s, and your instrument’s of 2 to 4°. A smaller bias may be your instrument’s own.',
  pelvis: 'Your instrument cannot tell how much of the turn came from the pelvis.',
  demo: 'The picture was the built-in demo: this says nothing about you.',
  file: 'The picture came from a video file.',
  plot: (sentence: string) => `Differences between the app and your instrument by angle. ${sentence}`,
  axis: 'Mean of both',
  legend: { point: 'a position', bias: 'bias', limits: '95% limits', band: 'the app’s 90% band' },
  share: 'Anonymous record',
  shareText:
    'A file for those who collect figures about real people: the pairs, the drill, the place of the lens and the month. No picture, no name, no day, nothing that leads to your sets. It is only saved, not sent.',
  save: 'Save the record',
  delete: 'Delete this check',
  ask: {
    title: 'Delete this check?',
    text: 'It is removed from this machine and cannot be brought back.',
    yes: 'Delete',
    no: 'Keep it',
  },
  again: 'Check again',
  all: 'All checks',
  notStored: 'This could not be stored in this browser.',
};

/** The list of checks, and its lines in the report of a set. */
const list = {
  columns: {
    date: 'Date',
    drill: 'Drill',
    leg: 'Leg',
    instrument: 'Instrument',
    place: 'Place',
    bias: 'Bias',
    limits: 'Limits',
  },
  noResult: 'not typed yet',
  place: (azimuth: number, distance: string) => `${azimuth}°, ${distance} m away`,
  unknownPlace: 'not known',
  heading: 'Checks against your own instrument',
  line: (date: string, instrument: string, pairs: number) =>
    `${date}, ${instrument}, ${pairs} position${pairs === 1 ? '' : 's'}`,
  lineResult: (bias: string, limits: string) => `bias ${bias}, 95% limits of agreement ${limits}`,
  lineBias: (bias: string) => `bias ${bias}, too few for limits`,
  samePlace: 'from the same place',
  otherPlace: 'from another place',
};

/** A check of the app against the person's own instrument. */
export const selfCheck = {
  prepare,
  run,
  result,
  list,
  link: 'Check it against your own instrument',
  linkNote: 'Five held positions against your phone’s inclinometer or a goniometer show how far the app is off on you.',
};

export const selfCheckWords = wordsOf('selfCheck', selfCheck);
