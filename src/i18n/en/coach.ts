import type { SpokenWords } from '../../training/review/spoken-result.ts';
import { listed, midTitle, paired } from '../phrasing.ts';
import { wordsOf } from '../speaking.ts';
import { common } from './common.ts';
import { gate } from './gate.ts';

const BACK = 'Back to the start position.';

const { hip } = common;
/** @param within the error of a coarse number; null: exact enough */
const about = (degrees: number, within: number | null): string =>
  within === null ? `about ${degrees} degrees` : `about ${degrees} degrees, give or take ${within}`;

export const leg = { left: 'Left leg', right: 'Right leg' } as const;

/** The result of a set, spoken at its end. */
export const result: SpokenWords['result'] = {
  hipAlone: (side, ...number) => `${hip[side]} alone: ${about(...number)}.`,
  andPelvis: (side, degrees, within, more, atLeast) =>
    `${hip[side]} alone: ${about(degrees, within)}. ${atLeast ? 'At least ' : ''}${more} more came from the pelvis.`,
  legInTotal: (side, ...number) => `${leg[side]} in total: ${about(...number)}.`,
  turned: (side, ...number) => `${leg[side]}: turned by ${about(...number)}.`,
  unwatched: 'I couldn’t watch your pelvis.',
  tooSmall: (side) => `${hip[side]}: less than I can measure.`,
  nothingSure: 'I can’t tell how much of that was the hip.',
  bent: (side, degrees, within) =>
    within === null
      ? `${hip[side]}: bent about ${degrees} degrees further than at the start.`
      : `${hip[side]}: bent further than at the start by ${about(degrees, within)}.`,
  back: {
    still: 'Your lower back stayed as it was, as far as I can see.',
    hollow: (degrees) => `Your lower back may have arched by about ${degrees} degrees.`,
    sag: (degrees) => `Your lower back may have sagged by about ${degrees} degrees.`,
    round: (degrees) => `Your lower back may have rounded by about ${degrees} degrees.`,
    unseen: 'I couldn’t see your back, so I can’t say how it was.',
  },
  reps: (good, all) =>
    good === all
      ? all === 1
        ? 'One done, and it was clean.'
        : `${all} done, all clean.`
      : `${all} done, ${good === 0 ? 'none' : good} clean.`,
  roughReps: (all) => `About ${all} done.`,
  since: {
    more: (side, degrees) => `${side === null ? '' : `${hip[side]}: `}${degrees} degrees more than last time.`,
    less: (side, degrees) => `${side === null ? '' : `${hip[side]}: `}${degrees} degrees less than last time.`,
    same: 'The same as last time.',
    sameInWeek: 'The same as last time. That is normal within a week.',
    sameFor: (side) => `${hip[side]}: the same as last time.`,
  },
  noNumber: (why) => `No number this time.${why === null ? '' : ` Next time: ${why}`}`,
  noneFor: (side) => `${hip[side]}: no number.`,
  onScreen: 'Your result is on the screen.',
};

/** After a symptom, as the rule in `src/drills/shared-words.ts` says. */
const OVER = 'Set ended. This drill is over for today. Come out of it slowly.';

/** Everything that the coach says by itself. Spoken, so the texts are short. */
export const coach: SpokenWords = {
  gate,
  reasons: common.reasons,
  /** For the end of a set without a number, where the reason above asks for something now. */
  endings: {
    finished: 'Done. That was the whole set. Come out of it slowly.',
    stopped: 'Stopped. What you did so far is kept.',
    interrupted: 'The computer stopped for too long. The set ends there. What you did before is kept.',
    'source-ended': 'The video is over. What I saw so far is kept.',
    pinch: `${OVER} If it pinches again next time, have it checked.`,
    pain: `${OVER} If the pain stays or comes back, have it checked.`,
    numb: `${OVER} If numbness or tingling stays or comes back, have it checked.`,
  } satisfies SpokenWords['endings'],
  /** The phases that the app adds to a drill. */
  phases: {
    ready: 'Get ready',
    stay: 'Stay in the start position.',
    stop: {
      up: 'Pain or tingling? Both arms up ends it.',
      wide: 'Pain or tingling? Sit back, arms wide.',
      ahead: 'Pain or tingling? Sit back, arms ahead.',
    },
    referencePose: {
      title: 'Hold still',
      instruction: 'Start position, three seconds.',
    },
    turn: {
      title: 'Other side',
      sides: 'Change sides.',
      legs: 'Change legs.',
      turned: 'Turn yourself or move the laptop, so that it sees you from the other side.',
      stays: 'Leave the laptop where it is.',
    },
    rest: { title: 'Rest', instruction: 'Come back, rest your legs, and relax.' },
    restThere: 'Stay at this depth and relax. Come out if you need to.',
    restUp: 'Come up and shake your legs out. Then heel back on the box.',
  } satisfies SpokenWords['phases'],
  /** Why a repetition does not count, for a foot that swings in and out. */
  swing: {
    flagged: 'Keep your pelvis still.',
    thrown: 'That was momentum. Slower.',
    small: 'Swing a little further.',
    shortExternal: 'Hold longer with the foot pulled in.',
    shortInternal: 'Hold longer with the foot out.',
  } satisfies SpokenWords['swing'],
  effort: {
    amounts: {
      fifth: 'a fifth',
      quarter: 'a quarter',
      third: 'a third',
      half: 'half',
      'two-thirds': 'two thirds',
      'three-quarters': 'three quarters',
      'four-fifths': 'four fifths',
    },
    build: (amount) => `Slowly, up to ${amount} of your strength.`,
    again: 'Slowly, just as hard.',
    onTheWay: (amount) => `About ${amount} now, keep building.`,
    hold: 'Hold, and breathe.',
    pull: 'Keep going, and breathe.',
    breathe: 'Keep breathing.',
    breatheOut: 'Breathe out.',
    next: (title) => `Next: ${midTitle(title)}.`,
    ease: 'Ease off slowly.',
  } satisfies SpokenWords['effort'],
  now: {
    turn: { left: 'Now the left leg', right: 'Now the right leg', both: 'Both legs' },
    restThere: 'Stay there, relax',
    restUp: 'Come up',
    hold: 'Hold',
    keep: 'Keep going',
    ease: 'Ease off slowly',
    start: 'Back to the start',
  },
  change: {
    depth: (degrees) => `Come back to about ${degrees} degrees. You held still there.`,
    less: 'Come back a little, until the rest of you is still.',
    force: 'Use less force. Only so much that the rest of you stays still.',
    smaller: 'Make it smaller, so that only the hip moves.',
    pause: 'Stop for one breath. Then go on slowly.',
  } satisfies SpokenWords['change'],
  limit: {
    cue: (degrees) => `Stop here: your limit is ${degrees} degrees.`,
    back: (degrees) => `Come back to ${degrees} degrees. That is your limit.`,
    phase: (degrees) => `Up to ${degrees} degrees, no more.`,
    small: (degrees) => `A little more is fine, up to ${degrees} degrees.`,
  } satisfies SpokenWords['limit'],
  round: (round, rounds) => (rounds === null ? `Round ${round}.` : `Round ${round} of ${rounds}.`),
  times: (reps) => (reps === 1 ? 'Once.' : `${reps} times.`),
  sequenceAgain: (call, isLast) => `${isLast ? 'Last time' : 'Again'}: ${midTitle(call)}`,
  fromEarned: {
    title: 'Stay there',
    word: 'Stay in the stretch',
    instruction: 'As far as before. Breathe, and let it settle.',
  },
  foldedAgain: {
    title: 'Slide back again',
    word: 'Slide your hips back',
    instruction: 'To where you ended. Breathe, and let it settle.',
  },
  earned: (degrees) => `Your best was about ${degrees} degrees.`,
  backQuestion: {
    still: 'Did your lower back stay where it was?',
    long: 'Did your back stay long?',
    flat: 'Did your back stay long and flat?',
    arm: 'If not, hold one arm up.',
    less: {
      deep: 'If not, go less deep.',
      small: 'If not, make the movement smaller.',
      gentle: 'If not, press more gently.',
    },
    noted: {
      deep: 'All right. From now on, a little less deep.',
      small: 'All right. From now on, a little smaller.',
      gentle: 'All right. From now on, press more gently.',
    },
  },
  methods: 'Later you push. That is called PAILs. Then you pull: RAILs.',
  purpose: 'Resting here gives you range. Pushing and pulling teach you to use it.',
  limits: 'Tight muscle eases with time. If it stops hard, that may be bone. Stay just before it.',
  withoutNumber: 'I go on without a number from here. I still watch what I can see, and tell you.',
  breathe: 'Breathe in slowly. And a long breath out.',
  /** @param next title of the phase that follows, or null for the last one */
  tenSeconds: (next: string | null) => `Ten more seconds.${next === null ? '' : ` Then ${midTitle(next)}.`}`,
  timeLeft: (minutes: number) => `${minutes} minute${minutes === 1 ? '' : 's'} left.`,
  /** Whole degrees. */
  pulled: (degrees: number) => `You pulled yourself ${degrees} degrees further.`,
  sunk: (degrees: number) => `That is ${degrees} degrees more than before the push.`,
  paused: 'Paused.',
  goOn: 'Go on.',
  slept: 'The computer stopped for a moment. Go on where you were.',
  waited: 'You couldn’t hear me, so I waited.',
  holdStill: 'Hold still.',
  newStart: 'Got your new start.',
  seenAgain: 'I see you again.',
  away: {
    'hips-up': 'Bring your hips back down.',
    'trunk-up': BACK,
    rolled: BACK,
    'leg-straight': 'Bend the leg again.',
    'moved-away': BACK,
    'out-of-stretch': 'Back into the stretch, then go on.',
    unclear: 'I can’t follow you. Go back to the start position.',
  },
  awayLying: { 'trunk-up': 'Lie back down.', rolled: 'Roll back onto your back.' },
  onceMore: (title: string) => `Once more: ${midTitle(title)}.`,
  paced: 'Do one with each number I call.',
  youCount: 'You count now.',
  counted: (reps: number) => `${reps}`,
  goOnAlone: (reps: number) => `${reps}. Go on like that.`,
  halfway: (reps: number) => `${reps}. Halfway.`,
  oneMore: (reps: number) => `${reps}. One more.`,
  notCounted: (why: string) => `Not counted. ${why}`.trim(),
  notAllSeen: 'I couldn’t see all of it.',
  trunkMoved: 'Keep your trunk still.',
  praise: 'That’s it.',
  result,
  /** @param missing one to three parts of the body that are not visible */
  cannotSee: (missing) =>
    `Bring your ${listed(
      paired(missing, { knees: 'knees', feet: 'feet' }, (part) => part),
      'and',
    )} into view.`,
};

export const coachWords = wordsOf('coach', coach);
