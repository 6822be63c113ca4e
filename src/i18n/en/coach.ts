import type { CoachWords } from '../../coach/speech/coach-words.ts';
import { listed, paired, midTitle } from '../phrasing.ts';
import { wordsOf } from '../speaking.ts';
import { gate } from './gate.ts';
import { result } from './result.ts';

const sides: CoachWords['sides'] = {
  left: 'Left side.',
  right: 'Right side.',
  both: 'Both sides.',
};

/**
 * What the voice says about a reason: one short sentence. The screen has longer texts of its own (`common.reasons`).
 */
const reasons: CoachWords['reasons'] = {
  'no-picture': 'I get no picture. The time goes on without numbers.',
  'no-person': 'I can’t see you. Come back into the picture.',
  'too-dark': 'It is too dark for me. More light, please.',
  dim: 'It is rather dim. More light makes the numbers steadier.',
  'against-light': 'You are against the light. Turn the laptop away from the window, or draw the curtain.',
  'too-bright': 'The light is too strong. Turn the laptop away from it.',
  'lens-covered': 'The camera is covered.',
  'person-too-small': 'You are too far away. Bring the laptop nearer.',
  'person-too-large': 'You are too close. Move the laptop back.',
  'out-of-frame': 'Part of you is out of the picture. Move the laptop until all of you is in.',
  'implausible-body': 'I can’t make you out. Clear the view between us.',
  'wrong-posture': 'This does not look like the start position.',
  'bad-view': 'I can’t measure from here. Move the laptop as shown.',
  'already-stretched': 'You are already partway into the movement. Go back to the start position.',
  'not-the-start': 'I took your start partway into the movement. Go back to the start and hold still for a new one.',
  'no-neutral': 'I have no start position yet. Hold still in it for three seconds.',
  'camera-moved': 'The laptop moved. Go back to the start and hold still for a new neutral.',
  'picture-zoomed': 'The camera zoomed. Go back to the start and hold still, so that I can set it again.',
  'picture-turned': 'The picture was turned. Go back to the start and hold still.',
  'picture-resized': 'The camera shows another section. Go back to the start and hold still.',
  'picture-frozen': 'The picture stands still. I measure nothing until it moves again.',
  'picture-too-slow': 'I get too few pictures a second. Close other programs, or choose the lite model.',
  'posture-left': 'Come back into the position.',
  'pelvis-no-response': 'I can’t see your pelvis move, so I only measure the whole leg.',
  'foot-slid': 'Your planted foot has slid. Put it back where it was.',
  'knee-straight': 'Bend the knee more. I can’t see rotation on a straight leg.',
  'thigh-towards-lens': 'Your thigh points at me. Turn the laptop a little to the side.',
  'joints-hidden': 'I can’t see your hip, knee and foot together. Clear the view to your legs.',
  'knee-hidden':
    'Your far knee is hidden behind the near leg. Move the laptop a little towards your head, or put it higher.',
  'left-right-mixed': 'I mix up your legs from here. Move the laptop a little to the side.',
  'pelvis-hidden': 'I can’t see your pelvis.',
  'pelvis-lost': 'I lost sight of your pelvis.',
  'pelvis-too-dark': 'Your clothes are too dark for me.',
  'other-pelvis-motion': 'Your pelvis is moving.',
  'back-hidden': 'I can’t see the line of your back.',
  'trunk-leans': 'Sit tall again. I can’t read the hip while you lean.',
  'not-seen-from-here': 'I can’t see that from here.',
  'poor-fit': 'I can’t see your legs well enough. More light and a clear floor help.',
};

const endings: CoachWords['endings'] = {
  finished: 'Done. Well worked. Come out of it slowly.',
  stopped: 'Stopped. What was recorded is kept.',
  'source-ended': 'The video has ended. What was recorded is kept.',
  pinch:
    'Set ended. A pinch in front of the hip means: not so deep. Rest today, and go less deep next time. If it keeps coming back, have it checked.',
  pain: 'Set ended. Come out of it slowly and rest today. If the pain stays or comes back, have it checked.',
  numb: 'Set ended. Change your position slowly. If numbness or tingling stays or comes back, have it checked.',
};

/** The phases that the app adds to a drill. */
const phases: CoachWords['phases'] = {
  ready: 'Get ready',
  stay: 'Stay in the start position.',
  referencePose: {
    title: 'Hold still',
    instruction: 'Stay in the start position and hold still for three seconds.',
  },
  turn: {
    title: 'Other side',
    unseen: 'Change sides.',
    turned: 'Change sides. Move yourself or the laptop, so that it looks from your other side.',
    legs: 'Change legs. The laptop stays where it is.',
  },
  rest: { title: 'Rest', instruction: 'Come out of it and let go.' },
};

const control: CoachWords['control'] = {
  title: 'Pelvis check',
  movements: {
    roll: {
      instruction: 'Roll your pelvis a little to the left, and back.',
      otherWay: 'Now to the right, and back.',
    },
    list: {
      instruction: 'Let your left hip sink a little, and back.',
      otherWay: 'Now the right hip, and back.',
    },
  },
  results: {
    good: 'Good, I see your pelvis.',
    weak: 'I see your pelvis only faintly, so my numbers are less certain.',
    none: 'I can’t see your pelvis move, so I only measure the whole leg.',
    'not-done': 'The pelvis check was not done.',
  },
};

/** Why a repetition does not count, for a foot that swings in and out. */
const swing: CoachWords['swing'] = {
  flagged: 'The pelvis moved with the leg.',
  small: 'The swing was too small.',
  shortExternal: 'Hold longer with the foot pulled in.',
  shortInternal: 'Hold longer with the foot out.',
};

const effort: CoachWords['effort'] = {
  fifth: 'Twenty per cent.',
  half: 'Half.',
  hold: 'Hold.',
};

/** Everything that the coach says by itself. Spoken, so the texts are short. */
export const coach: CoachWords = {
  gate,
  sides,
  reasons,
  endings,
  phases,
  control,
  swing,
  effort,
  round: (round) => `Round ${round}.`,
  breathe: 'Slow breath in. Long breath out.',
  /** @param next title of the phase that follows, or null for the last one */
  tenSeconds: (next: string | null) => `Ten seconds.${next === null ? '' : ` Then ${midTitle(next)}.`}`,
  timeLeft: (minutes: number, seconds: number) => {
    const words = [
      ...(minutes > 0 ? [`${minutes} minute${minutes === 1 ? '' : 's'}`] : []),
      ...(seconds > 0 ? [`${seconds} seconds`] : []),
    ];
    return `${words.join(' ')} left.`;
  },
  /** Whole degrees. */
  pulled: (degrees: number) => `Your own pull took you ${degrees} degrees further.`,
  sunk: (degrees: number) => `New range: ${degrees} degrees more than before the push.`,
  paused: 'Paused.',
  goOn: 'Go on.',
  holdStill: 'Hold still.',
  newStart: 'I have your new start.',
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
  counted: (reps: number) => `${reps}`,
  notCounted: (why: string) => `Not counted. ${why}`.trim(),
  notAllSeen: 'I could not see all of it.',
  trunkMoved: 'The trunk moved along.',
  praise: 'That’s it.',
  result,
  /** @param missing one to three parts of the body that are not visible */
  cannotSee: (missing) =>
    `I can’t see your ${listed(
      paired(missing, { knees: 'knees', feet: 'feet' }, (part) => part),
      'and',
    )}.`,
};

export const coachWords = wordsOf('coach', coach);
