import type { BodyPart, Reason } from '../../instrument/output/reason.ts';
import type { Side, WorkingSide } from '../../instrument/geometry/units.ts';
import type { Goal, PhaseKind, RuleId } from '../../coach/drill-definition.ts';
import type { EndReason } from '../../coach/record/set-record.ts';
import type { Strictness } from '../../coach/rules/rule-threshold.ts';
import type { SpokenWords } from '../../training/review/spoken-result.ts';
import type { Symptom } from '../../training/planning/symptom-lock.ts';
import type { GateWords } from '../../coach/setup/gate-words.ts';
import { listed, upperFirst, withoutStops } from '../phrasing.ts';
import { wordsOf } from '../speaking.ts';

type Row = Readonly<Record<'what' | 'todo', string>> & SpokenWords['reasons'][Reason];

/** What the set-up tells too, in sentences. */
export type LightProblems = Readonly<Record<keyof GateWords['light'], Row>>;
export type PersonProblems = Readonly<Record<keyof GateWords['person'], Row>>;

export const light: LightProblems = {
  'lens-covered': {
    what: 'The camera is covered.',
    todo: 'Open its cover, or take away what is in front of it.',
    say: ['Uncover the camera.'],
  },
  'too-dark': { what: 'It is too dark.', todo: 'Switch on a light.', say: ['Turn on a light: it is too dark.'] },
  'too-bright': {
    what: 'It is too bright.',
    todo: 'Turn the laptop away from the window or the lamp.',
    say: ['Turn the laptop away from the light.'],
  },
  'against-light': {
    what: 'The light is behind you.',
    todo: 'Draw the curtain, or turn the laptop away from the window.',
    say: ['Draw the curtain or turn the laptop: the light is behind you.'],
  },
  dim: {
    what: 'It is a bit dark.',
    todo: 'More light makes the numbers steadier.',
    say: ['Turn on more light, and my numbers get steadier.'],
  },
};
export const person: PersonProblems = {
  'no-person': {
    what: 'I can’t see you.',
    todo: 'Come into the picture, hips in the middle.',
    say: ['Come back into the picture, so I can see you.', 'Stay in the picture.'],
  },
  'person-too-small': {
    what: 'You are too far away.',
    todo: 'Bring the laptop closer.',
    say: ['Bring the laptop closer.'],
  },
  'person-too-large': { what: 'You are too close.', todo: 'Move the laptop back.', say: ['Move the laptop back.'] },
  'implausible-body': {
    what: 'I can’t make you out.',
    todo: 'Clear the view between us, and wear something that stands out from the floor.',
    say: ['Clear the view between us: I can’t make you out.'],
  },
  'picture-frozen': {
    what: 'The picture is frozen.',
    todo: 'Restart the camera, or close the program that sends its picture.',
    say: ['Restart the camera: the picture is frozen.'],
  },
};

/**
 * What is shown when something cannot be measured: what is wrong, and what to change. `say` is short, for the voice, and
 * begins with what to do.
 */
const reasonTexts: Readonly<Record<Reason, Row>> = {
  ...withoutStops(light),
  ...withoutStops(person),
  'no-picture': {
    what: 'No picture from the camera',
    todo: 'Check the camera’s cover and switch, and keep this tab in front.',
    say: ['Check the camera: I get no picture.'],
  },
  'out-of-frame': {
    what: 'Part of you is out of the picture',
    todo: 'Move the laptop until all of you is in.',
    say: ['Move the laptop until all of you is in the picture.'],
  },
  'wrong-posture': {
    what: 'Not in the start position yet',
    todo: 'Get into the start position of the drill.',
    say: ['Get into the start position.'],
  },
  'hips-up': {
    what: 'Hips off the floor',
    todo: 'Lower them and hold still, so that I can set your start.',
    say: ['Bring your hips back down, then hold still.', 'Keep your hips on the floor.'],
  },
  'not-lying': {
    what: 'Not lying on the back',
    todo: 'Lie down in the start position of the drill.',
    say: ['Lie on your back again, as at the start.'],
  },
  'legs-not-planted': {
    what: 'Legs not in place',
    todo: 'Bend your knees and plant your feet.',
    say: ['Bend your knees and plant your feet, as at the start.'],
  },
  'bent-forward': {
    what: 'Bent forward',
    todo: 'Sit tall and look at the screen.',
    say: ['Sit tall and look at the screen.'],
  },
  'leg-stretched': {
    what: 'A leg is stretched out',
    todo: 'Bend the knee and let the shin hang.',
    say: ['Bend the knee and let the shin hang.'],
  },
  'upside-down': {
    what: 'The picture is upside down',
    todo: 'Turn the camera round, or its picture in its settings.',
    say: ['Turn the camera round: its picture is upside down.'],
  },
  'bad-view': {
    what: 'The laptop is in the wrong place',
    todo: 'Move it to the place in the drawing.',
    say: ['Move the laptop as shown: I can’t measure from here.'],
  },
  'already-stretched': {
    what: 'You have already moved past the start',
    todo: 'Go back to the start position.',
    say: ['Go back to the start position: you have moved past it.', 'Begin in the start position.'],
  },
  'back-rounded': {
    what: 'Your back is rounded',
    todo: 'Make it long and flat, like a table top.',
    say: ['Make your back long and flat, like a table top.'],
  },
  'not-the-start': {
    what: 'You were already moving when I set your start',
    todo: 'Go to the start position and hold still. What I measured before does not count.',
    say: ['Go back to the start position and hold still: you were moving the first time.', 'Hold still at the start.'],
  },
  'no-neutral': {
    what: 'No start position yet',
    todo: 'Hold still in the start position.',
    say: ['Hold still in the start position for three seconds.'],
  },
  'camera-moved': {
    what: 'The laptop has moved',
    todo: 'Hold still in the start position, so that I can set your start again.',
    say: ['Go back to the start and hold still: the laptop moved.', 'Leave the laptop where it is.'],
  },
  'camera-tilted': {
    what: 'The laptop has tipped to one side',
    todo: 'Set it level again, or hold still in the start position.',
    say: [
      'Go back to the start and hold still: the laptop tipped to one side.',
      'Set the laptop level and leave it so.',
    ],
  },
  'picture-slid': {
    what: 'The laptop or its picture has moved',
    todo: 'Leave the laptop where it is and switch off automatic framing. Then hold still in the start position.',
    say: [
      'Go back to the start and hold still: the laptop or its picture moved.',
      'Leave the laptop where it is, and switch off automatic framing.',
    ],
  },
  'picture-zoomed': {
    what: 'The camera has zoomed',
    todo: 'Switch off automatic framing, then hold still in the start position.',
    say: ['Go back to the start and hold still: the camera zoomed.', 'Switch off the camera’s automatic framing.'],
  },
  'picture-turned': {
    what: 'The picture has turned',
    todo: 'Turn the camera back, or hold still in the start position.',
    say: ['Go back to the start and hold still: the picture turned.', 'Leave the camera as it is.'],
  },
  'picture-resized': {
    what: 'The camera picture has changed',
    todo: 'Hold still in the start position, so that I can set your start again.',
    say: ['Go back to the start and hold still: the picture changed.', 'Leave the camera as it is.'],
  },
  'picture-too-slow': {
    what: 'Too few pictures per second',
    todo: 'Close other programs and tabs, or choose the fast body tracking in the settings.',
    say: ['Close other programs: I get too few pictures.'],
  },
  'posture-left': {
    what: 'You have left the position',
    todo: 'Come back into it, and we go on.',
    say: ['Come back into the position.', 'Stay in the position.'],
  },
  'foot-slid': {
    what: 'Your foot has slid',
    todo: 'Put it back where it started.',
    say: ['Put your foot back where it was.', 'Keep your foot in its place.'],
  },
  'knee-straight': {
    what: 'Your knee is too straight',
    todo: 'Bend it more. On a straight leg I can’t see the hip turn.',
    say: ['Bend the knee more, so I can see the hip turn.'],
  },
  'thigh-towards-lens': {
    what: 'Your thigh points at the camera',
    todo: 'Move the laptop to the place in the drawing.',
    say: ['Move the laptop a little to the side: your thigh points at me.'],
  },
  'joints-hidden': {
    what: 'Hip, knee or ankle is hidden',
    todo: 'Clear what is in front of your legs.',
    say: ['Clear the view to your legs.'],
  },
  'knee-hidden': {
    what: 'Your near leg hides the far knee',
    todo: 'Move the laptop a little towards your head, or put it higher.',
    say: ['Move the laptop towards your head, or higher: I can’t see your far knee.'],
  },
  'left-right-mixed': {
    what: 'I mix up your left and right leg',
    todo: 'Move the laptop a little to the side.',
    say: ['Move the laptop a little to the side: I mix up your legs.'],
  },
  'pelvis-hidden': {
    what: 'Your pelvis is hidden',
    todo: 'Keep arms and loose clothes away from your hips.',
    say: ['Keep your arms and loose clothes away from your hips.'],
  },
  'pelvis-lost': {
    what: 'I have lost sight of your pelvis',
    todo: 'Go back to the start position for a moment.',
    say: ['Go back to the start for a moment: I lost sight of your pelvis.', 'Keep your pelvis in view.'],
  },
  'pelvis-too-dark': {
    what: 'Your clothes are too dark to see your pelvis',
    todo: 'Wear something lighter round the hips, or put a light behind the laptop.',
    say: ['More light on your hips, please: your clothes are too dark for me.'],
  },
  'not-seen-from-here': {
    what: 'Can’t be seen from here',
    todo: 'The camera would have to stand somewhere else for this.',
    say: ['Move the laptop for that: I can’t see it from here.'],
  },
  'phone-silent': {
    what: 'Nothing comes from your phone',
    todo: 'Wake its screen, and leave it on.',
    say: ['Wake your phone: I hear nothing from it.'],
  },
  'phone-slid': {
    what: 'The phone slid',
    todo: 'Lay it back and hold still.',
    say: ['Lay the phone back and hold still: it slid.'],
  },
  'back-hidden': {
    what: 'I can’t see the line of your back',
    todo: 'Keep arms and loose clothes clear of it, and put the laptop square to your side.',
    say: ['Keep your arms clear, so I can see your back.'],
  },
  'trunk-leans': {
    what: 'You lean too far for a number',
    todo: 'Lean if you need to. The number is back when you are upright.',
    say: ['Lean if you need to; the number pauses meanwhile.', 'Stay as upright as you can.'],
  },
  'poor-fit': {
    what: 'I can’t see you well enough',
    todo: 'Try more light and a clear floor.',
    say: ['Try more light and a clear floor: I can’t see your legs well.'],
  },
};

const rules: Readonly<Record<RuleId, string>> = {
  'pelvis-twist': 'Pelvis twist',
  'pelvis-list': 'Pelvis tilts sideways',
  'pelvis-lift': 'Pelvis lifts',
  'back-arch': 'Back arches',
  'knee-chase': 'Knee chases the floor',
  'trunk-lean': 'Trunk leans',
  'isometric-drift': 'Leg drifts in the hold',
  'back-round': 'Back rounds',
  'chest-drop': 'Chest drops',
  'trunk-turn': 'Chest turns',
  'knee-bend': 'Knee bends',
  'knee-lock': 'Knee locks',
  'toes-drop': 'Toes drop',
  'foot-moved': 'A foot moves',
  'shins-drop': 'Shins sink',
  'too-fast': 'Too fast',
  'hips-shift': 'Hips move',
  'other-knee-shift': 'The other knee moves',
  grip: 'Squeezes the block',
  'past-limit': 'Past your limit',
};

const PLURAL = new Set<BodyPart>(['shoulders', 'hips']);

/** After a symptom, as the rule in `src/drills/shared-words.ts` says. */
const OVER = 'Good call. This drill is over for today.';

/** Names and short sentences that several screens share. */
const which: Readonly<Record<WorkingSide, string>> = { left: 'Left', right: 'Right', both: 'Both' };
const hip: Readonly<Record<Side, string>> = { left: 'Left hip', right: 'Right hip' };

export const common = {
  technical: 'Technical details',
  voice: 'Voice',
  sets: 'Sets',
  goalList: 'Goals',
  settings: 'Settings',
  yourData: 'Your data',
  what: 'What',
  delete: 'Delete',
  keep: 'Keep it',
  deleteAll: 'Delete everything',
  videoFile: 'Video file',
  demo: 'Demo',
  withoutCamera: 'Without a camera',
  whichCamera: 'Which camera',
  rounds: 'Rounds',
  wish: 'What do you want?',
  beforeStart: 'Before you start',
  start: 'Start',
  programmes: 'Programmes',
  week: 'Week',
  later: 'Later',
  passport: 'Hip passport',
  difference: 'Difference',
  aboutSame: 'about the same',
  whichHip: 'Which hip?',
  yourProgramme: 'Your programme',
  drill: 'Drill',
  days: 'Days',
  testInFuture: 'The date of your test lies in the future, so the clock was wrong. Test again whenever you like.',
  cameraPicture: 'Picture of your camera',
  remove: 'Remove',
  saveFile: 'Save as a file',
  prescribe: 'For physiotherapists: prescribe exercises',
  back: 'Back',
  flags: 'Flags',
  pain: 'Pain',
  bestRange: 'Best range',
  end: 'End',
  pastSets: 'Past sets',
  progress: 'Your progress',
  loading: 'Loading …',
  pickDrill: 'Pick a drill',
  today: 'Today',
  planWeek: 'Plan your week',
  offline: 'Use it offline',
  onHold: 'Not now: its page says why',
  cancel: 'Cancel',
  starting: 'Starting',
  done: 'Done',
  absent: 'Not in this version yet',
  time: 'Time',
  again: 'Do it again',
  yourWeek: 'Your week',
  pause: 'Pause',
  space: 'Space',
  hipAlone: 'Hip alone',
  fromPelvis: 'From the pelvis',
  legInTotal: 'Leg in total',
  notKnown: 'not known',
  aloneInList: 'hip alone',
  pelvisUnseen: 'pelvis not visible',
  report: 'Report',
  date: 'Date',
  selfCheck: 'Check the app against your own instrument',
  instrument: 'Instrument',
  keys: 'Keys',
  set: 'Set',
  sound: 'Sound',
  yes: 'Yes',
  goal: 'Goal',
  thisWeek: 'This week',
  phases: {
    ready: 'Get ready',
    neutral: 'Hold still',
    turn: 'Other side',
    passive: 'Let it fall in',
    pails: 'Push out',
    rails: 'Pull in',
    sink: 'Relax deeper',
    hold: 'Hold',
    reps: 'Repetitions',
    rest: 'Rest',
    guided: 'Guided',
  } satisfies Readonly<Record<PhaseKind, string>>,
  rules,
  goals: { prep: 'Warm-up', build: 'Build', strength: 'Strength' } satisfies Readonly<Record<Goal, string>>,
  goalAdvice: {
    prep: 'Light and short. Fine every day.',
    build: 'Three times a week.',
    strength: 'Longer holds, more effort. Two or three times a week, with a day of rest (48 hours) in between.',
  } satisfies Readonly<Record<Goal, string>>,
  /** Answers to the question which hip or leg. */
  which,
  hip,
  sides: { ...which, both: 'Both sides' } satisfies Readonly<Record<WorkingSide, string>>,
  strictness: {
    gentle: 'Gentle coach',
    standard: 'Standard coach',
    strict: 'Strict coach',
  } satisfies Readonly<Record<Strictness, string>>,
  ends: {
    finished: 'Finished',
    stopped: 'Stopped',
    pinch: 'Stopped: pinch',
    pain: 'Stopped: pain',
    numb: 'Stopped: numb or tingling',
    'source-ended': 'Video ended',
    interrupted: 'Interrupted',
    running: 'Cut off',
  } satisfies Readonly<Record<EndReason, string>>,
  /** What to do after a set that a symptom ended; coaching, never a diagnosis. `name` is for the middle of a sentence. */
  symptoms: {
    pinch: {
      name: 'a pinch in the hip',
      title: 'You stopped for a pinch in the hip',
      text: `${OVER} If it pinches again next time, have it checked before you go on.`,
    },
    pain: {
      name: 'pain',
      title: 'You stopped for pain',
      text: `${OVER} Wait until the pain is gone. If it comes back, have it checked before you go on.`,
    },
    numb: {
      name: 'numbness or tingling',
      title: 'You stopped for numbness or tingling',
      text: `${OVER} Walk a little and let it settle. If it stays or comes back, have it checked before you go on.`,
    },
  } satisfies Readonly<Record<Symptom, Readonly<Record<'name' | 'title' | 'text', string>>>>,
  angles: {
    rotation: { short: 'Hip rotation', long: 'Hip internal rotation', column: 'Rotation' },
    bend: { short: 'Hip bend', long: 'Hip bend', column: 'Hip bend' },
    back: { short: 'Back arch', long: 'Arch of the lower back', column: 'Back arch' },
  } satisfies Readonly<Record<'rotation' | 'bend' | 'back', Readonly<Record<'short' | 'long' | 'column', string>>>>,
  reasons: reasonTexts,
  /** "Left foot is outside the picture", "Head and left foot are out of the picture". @param parts at least one */
  missing: (parts: readonly BodyPart[]) => {
    const names = listed(parts, 'and');
    const are = parts.length > 1 || parts.some((part) => PLURAL.has(part));
    return `${upperFirst(names)} ${are ? 'are' : 'is'} out of the picture`;
  },
  /** After a speed in degrees. */
  aSecond: ' a second',
  /** On the button below the first lines of a long list. */
  more: (next: number, left: number) => `Show ${next} more (${left} left)`,
  /** Below a chart of a set with very many of them. */
  drawn: (drawn: number, all: number) => `The chart shows the first ${drawn} of ${all} flags.`,
  noDate: 'No date',
  noneSeen: 'none seen',
  /** An angle with a wide error. @param angle "20°" */
  about: (angle: string) => `about ${angle}`,
  /** Its error, right behind it. */
  giveOrTake: (degrees: number) => `, give or take ${degrees}`,
  /** Of a lower bound. */
  orMore: (amount: string) => `${amount} or more`,
};

export const commonWords = wordsOf('common', common);
