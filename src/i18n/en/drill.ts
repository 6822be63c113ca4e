import type { Equipment, Stance, Wish } from '../../training/planning/drill-finder.ts';
import { wordsOf } from '../speaking.ts';
import { lowerFirst } from '../phrasing.ts';
import { common } from './common.ts';

const because: Readonly<Record<Wish, string>> = {
  looser: 'It takes you deeper a little at a time.',
  stronger: 'You push and pull where you are usually weakest.',
  ready: 'It wakes the hip up without tiring it.',
};

export const drill = {
  source: {
    runDemo: 'Watch the demo',
    why: 'The camera is how Truehip sees your hips turn. Click Allow when the browser asks.',
    promises: [
      'The picture is measured on this device and then forgotten. It is not recorded and not sent anywhere.',
      'No sound is recorded.',
    ],
    camera: 'Turn on the camera',
    which: common.whichCamera,
    browsersChoice: 'The browser’s choice',
    video:
      'No camera here? A video of your set works too, filmed from the place in the drawing with the whole body in the picture.',
    withoutNote:
      'Without a camera I keep the time and say every step. Nothing is measured, and it counts for your plan all the same.',
  },
  /** The numbers of a set. `phase` is the drill's title of a phase. */
  numbers: {
    buildUp: (phase: string) => `${phase}, build up`,
    hold: (phase: string) => `${phase}, hold`,
    rest: 'Rest between rounds',
    roundsEach: 'Rounds a side',
    timesThrough: 'Times through',
    effortFrom: 'Effort from',
    effortTo: 'Effort to',
    less: (label: string) => `Less: ${label}`,
    more: (label: string) => `More: ${label}`,
    limits: (unit: string, min: number, max: number) => `${unit}, from ${min} to ${max}`,
  },
  /** A drill that is on hold because of a symptom. */
  lock: {
    title: 'This drill is on hold',
    text: (symptom: string, first: string, second: string) =>
      `You stopped it for ${symptom} ${first === second ? `twice on ${first}` : `twice within seven days, on ${first} and on ${second}`}. Have that checked by a physiotherapist or a doctor before you go on. The other drills are gentle for a week.`,
    confirm: 'I have had it checked and may go on.',
  },
  finder: {
    intro: 'Three questions, one or two drills.',
    wishes: {
      looser: 'Looser hips',
      stronger: 'Strength in the end position',
      ready: 'Get ready to train',
    } satisfies Readonly<Record<Wish, string>>,
    stance: 'Which position is comfortable for you?',
    stances: {
      lying: 'Lying on my back',
      sitting: 'Sitting on the floor',
      kneeling: 'On hands and knees',
      standing: 'Standing',
    } satisfies Readonly<Record<Stance, string>>,
    has: 'What do you have at hand?',
    equipment: {
      nothing: 'Nothing',
      wall: 'A free wall',
      block: 'A yoga block',
      band: 'A band',
      box: 'A firm box',
    } satisfies Readonly<Record<Equipment, string>>,
    because,
    answer: (drills: number): string => (drills > 1 ? 'Start with one of these' : 'Start with this'),
    ask: 'Answer all three and your drill stands here.',
    missing: {
      band: 'The drill on hands and knees needs a band. Without one, this comes closest.',
      box: 'The other standing drill needs a firm box. This one needs nothing.',
    },
  },
  ways: 'Ways to do this drill',
  sideCheck: 'Check your back from the side',
  sideCheckOf: (title: string) => `A check for the drill “${title}”`,
  how: 'How it goes',
  steps: 'Step by step',
  usePhone: 'Use my phone',
  yourSet: 'Your set',
  timer: 'No camera: I keep the time and tell you what to do. Nothing is measured.',
  /** The sound of a set, to be tried before it. */
  sound: {
    heading: 'Try the sound:',
    tone: 'Tone',
    voice: common.voice,
    both: common.which.both,
    check: 'Heard nothing? Check the volume and the loudspeaker.',
    silent: 'The volume is at 0 in the settings.',
    phone: 'A phone’s silent switch can mute the tones: switch it off.',
    noTone: 'This browser makes no sound. Check its permission for this page.',
  },
  startTimer: 'Start the timer',
  place: (title: string) => `Where the laptop goes: ${lowerFirst(title)}`,
  places: {
    where: 'Where',
    lens: 'Lens',
    tilt: 'Screen',
    avoid: 'Avoid',
    blind: 'Not seen',
    pause: 'To pause',
  },
  numbersFor: (goal: string) => `Times and rounds for “${goal}”`,
  backToPreset: 'Back to the preset',
  goal: 'Goal of the day',
  about: (length: string) => `About ${length}.`,
  /** Who says how long and how often. */
  dose: {
    method: 'Times and rounds are as the drill is taught.',
    stretch: 'The two minutes in the stretch are as the drill is taught. All other times are our suggestion.',
    ours: 'Times and rounds are our suggestion.',
  },
  bothTogether: 'Both legs work together.',
  leg: 'Working leg',
  legs: { ...common.which, each: common.which.both },
  leftFirst: 'Left first, then right.',
  inBetween: 'In between, move so that the laptop sees your other side.',
  height: 'Your height',
  intoPlace: 'Get into place',
  change: 'Change',
  inWords: 'In words',
};

export const drillWords = wordsOf('drill', drill);
