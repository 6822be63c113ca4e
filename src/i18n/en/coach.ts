import type { SpokenWords } from '../../training/review/spoken-result.ts';
import { listed, midTitle, paired } from '../phrasing.ts';
import { wordsOf } from '../speaking.ts';
import { gate } from './gate.ts';

/**
 * What the voice says about a reason: one short sentence that begins with what to do. The screen has longer texts of its
 * own (`common.reasons`).
 */
const reasons: SpokenWords['reasons'] = {
  'no-picture': 'Check the camera: I get no picture.',
  'no-person': 'Come back into the picture, so I can see you.',
  'too-dark': 'Turn on a light: it is too dark.',
  dim: 'Turn on more light, and my numbers get steadier.',
  'against-light': 'Draw the curtain or turn the laptop: the light is behind you.',
  'too-bright': 'Turn the laptop away from the light.',
  'lens-covered': 'Uncover the camera.',
  'person-too-small': 'Bring the laptop closer.',
  'person-too-large': 'Move the laptop back.',
  'out-of-frame': 'Move the laptop until all of you is in the picture.',
  'implausible-body': 'Clear the view between us: I can’t make you out.',
  'wrong-posture': 'Get into the start position.',
  'hips-up': 'Bring your hips back down, then hold still.',
  'not-lying': 'Lie on your back again, as at the start.',
  'legs-not-planted': 'Bend your knees and plant your feet, as at the start.',
  'bent-forward': 'Sit tall and look at the screen.',
  'leg-stretched': 'Bend the knee and let the shin hang.',
  'upside-down': 'Turn the camera round: its picture is upside down.',
  'bad-view': 'Move the laptop as shown: I can’t measure from here.',
  'already-stretched': 'Go back to the start position: you have moved past it.',
  'back-rounded': 'Make your back long and flat, like a table top.',
  'not-the-start': 'Go back to the start position and hold still: you were moving the first time.',
  'no-neutral': 'Hold still in the start position for three seconds.',
  'camera-moved': 'Go back to the start and hold still: the laptop moved.',
  'camera-tilted': 'Go back to the start and hold still: the laptop tipped to one side.',
  'picture-slid': 'Go back to the start and hold still: the laptop or its picture moved.',
  'picture-zoomed': 'Go back to the start and hold still: the camera zoomed.',
  'picture-turned': 'Go back to the start and hold still: the picture turned.',
  'picture-resized': 'Go back to the start and hold still: the picture changed.',
  'picture-frozen': 'Restart the camera: the picture is frozen.',
  'picture-too-slow': 'Close other programs: I get too few pictures.',
  'posture-left': 'Come back into the position.',
  'foot-slid': 'Put your foot back where it was.',
  'knee-straight': 'Bend the knee more, so I can see the hip turn.',
  'thigh-towards-lens': 'Move the laptop a little to the side: your thigh points at me.',
  'joints-hidden': 'Clear the view to your legs.',
  'knee-hidden': 'Move the laptop towards your head, or higher: I can’t see your far knee.',
  'left-right-mixed': 'Move the laptop a little to the side: I mix up your legs.',
  'pelvis-hidden': 'Keep your arms and loose clothes away from your hips.',
  'pelvis-lost': 'Go back to the start for a moment: I lost sight of your pelvis.',
  'pelvis-too-dark': 'More light on your hips, please: your clothes are too dark for me.',
  'back-hidden': 'Keep your arms clear, so I can see your back.',
  'trunk-leans': 'Lean if you need to; the number pauses meanwhile.',
  'not-seen-from-here': 'Move the laptop for that: I can’t see it from here.',
  'phone-silent': 'Wake your phone: I hear nothing from it.',
  'phone-slid': 'Lay the phone back and hold still: it slid.',
  'poor-fit': 'Try more light and a clear floor: I can’t see your legs well.',
};

const hip = { left: 'Left hip', right: 'Right hip' } as const;
/** @param within the error of a coarse number; null: exact enough */
const about = (degrees: number, within: number | null): string =>
  within === null ? `about ${degrees} degrees` : `about ${degrees} degrees, give or take ${within}`;

const leg = { left: 'Left leg', right: 'Right leg' } as const;

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
  reasons,
  /** For the end of a set without a number, where the reason above asks for something now. */
  nextTime: {
    'no-person': 'Stay in the picture.',
    'already-stretched': 'Begin in the start position.',
    'not-the-start': 'Hold still at the start.',
    'hips-up': 'Keep your hips on the floor.',
    'camera-moved': 'Leave the laptop where it is.',
    'camera-tilted': 'Set the laptop level and leave it so.',
    'picture-slid': 'Leave the laptop where it is, and switch off automatic framing.',
    'picture-zoomed': 'Switch off the camera’s automatic framing.',
    'picture-turned': 'Leave the camera as it is.',
    'picture-resized': 'Leave the camera as it is.',
    'posture-left': 'Stay in the position.',
    'foot-slid': 'Keep your foot in its place.',
    'pelvis-lost': 'Keep your pelvis in view.',
    'trunk-leans': 'Stay as upright as you can.',
  } satisfies SpokenWords['nextTime'],
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
    'trunk-up': 'Back to the start position.',
    rolled: 'Back to the start position.',
    'leg-straight': 'Bend the leg again.',
    'moved-away': 'Back to the start position.',
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
