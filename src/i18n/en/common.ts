import type { BodyPart, Reason } from '../../instrument/output/reason.ts';
import type { WorkingSide } from '../../instrument/geometry/units.ts';
import type { Goal, PhaseKind, RuleId } from '../../coach/drill-definition.ts';
import type { EndReason } from '../../coach/record/set-record.ts';
import type { Strictness } from '../../coach/rules/rule-threshold.ts';
import type { Symptom } from '../../training/planning/symptom-lock.ts';
import { listed } from '../phrasing.ts';
import { wordsOf } from '../speaking.ts';

/** What is shown when something cannot be measured: what is wrong, and what to change. */
const reasonTexts: Readonly<Record<Reason, Readonly<Record<'what' | 'todo', string>>>> = {
  'no-picture': {
    what: 'No picture from the camera',
    todo: 'Check the camera’s cover and switch, and keep this tab in front.',
  },
  'no-person': { what: 'Nobody in the picture', todo: 'Come into the picture, hips in the middle.' },
  'too-dark': { what: 'Too dark', todo: 'Switch on a light or open the curtains.' },
  dim: { what: 'A bit dark', todo: 'More light makes the numbers steadier.' },
  'against-light': {
    what: 'The light is behind you',
    todo: 'Turn the laptop away from the window, or draw the curtain.',
  },
  'too-bright': { what: 'Too bright', todo: 'Turn the laptop away from the window or the lamp.' },
  'lens-covered': { what: 'The camera is covered', todo: 'Open its cover or take off the sticker.' },
  'person-too-small': { what: 'You are too far away', todo: 'Bring the laptop closer.' },
  'person-too-large': { what: 'You are too close', todo: 'Move the laptop back.' },
  'out-of-frame': {
    what: 'Part of you is out of the picture',
    todo: 'Move the laptop until all of you is in.',
  },
  'implausible-body': {
    what: 'I can’t make out your body',
    todo: 'Clear the space around you, and wear something that stands out from the floor.',
  },
  'wrong-posture': { what: 'Not in the start position yet', todo: 'Get into the start position of the drill.' },
  'hips-up': { what: 'Hips off the floor', todo: 'Lower them and hold still, so that I can set your start.' },
  'not-lying': { what: 'Not lying on the back', todo: 'Lie down in the start position of the drill.' },
  'legs-not-planted': { what: 'Legs not in place', todo: 'Bend your knees and plant your feet.' },
  'bent-forward': { what: 'Bent forward', todo: 'Sit tall and look at the screen.' },
  'leg-stretched': { what: 'A leg is stretched out', todo: 'Bend the knee and let the shin hang.' },
  'upside-down': { what: 'The picture is upside down', todo: 'Turn the camera round, or its picture in its settings.' },
  'bad-view': { what: 'The laptop is in the wrong place', todo: 'Move it to the place in the drawing.' },
  'already-stretched': {
    what: 'You have already moved past the start',
    todo: 'Go back to the start position.',
  },
  'back-rounded': { what: 'Your back is rounded', todo: 'Make it long and flat, like a table top.' },
  'not-the-start': {
    what: 'You were already moving when I set your start',
    todo: 'Go to the start position and hold still. What I measured before does not count.',
  },
  'no-neutral': { what: 'No start position yet', todo: 'Hold still in the start position.' },
  'camera-moved': {
    what: 'The laptop has moved',
    todo: 'Hold still in the start position, so that I can set your start again.',
  },
  'camera-tilted': {
    what: 'The laptop has tipped to one side',
    todo: 'Set it level again, or hold still in the start position.',
  },
  'picture-slid': {
    what: 'The laptop or its picture has moved',
    todo: 'Leave the laptop where it is and switch off automatic framing. Then hold still in the start position.',
  },
  'picture-zoomed': {
    what: 'The camera has zoomed',
    todo: 'Switch off automatic framing, then hold still in the start position.',
  },
  'picture-turned': {
    what: 'The picture has turned',
    todo: 'Turn the camera back, or hold still in the start position.',
  },
  'picture-resized': {
    what: 'The camera picture has changed',
    todo: 'Hold still in the start position, so that I can set your start again.',
  },
  'picture-frozen': {
    what: 'The picture is frozen',
    todo: 'Restart the camera, or close the program that sends its picture.',
  },
  'picture-too-slow': {
    what: 'Too few pictures per second',
    todo: 'Close other programs and tabs, or choose the fast body tracking in the settings.',
  },
  'posture-left': { what: 'You have left the position', todo: 'Come back into it, and we go on.' },
  'foot-slid': { what: 'Your foot has slid', todo: 'Put it back where it started.' },
  'knee-straight': {
    what: 'Your knee is too straight',
    todo: 'Bend it more. On a straight leg I can’t see the hip turn.',
  },
  'thigh-towards-lens': {
    what: 'Your thigh points at the camera',
    todo: 'Move the laptop to the place in the drawing.',
  },
  'joints-hidden': { what: 'Hip, knee or ankle is hidden', todo: 'Clear what is in front of your legs.' },
  'knee-hidden': {
    what: 'Your near leg hides the far knee',
    todo: 'Move the laptop a little towards your head, or put it higher.',
  },
  'left-right-mixed': {
    what: 'I mix up your left and right leg',
    todo: 'Move the laptop a little to the side.',
  },
  'pelvis-hidden': { what: 'Your pelvis is hidden', todo: 'Keep arms and loose clothes away from your hips.' },
  'pelvis-lost': {
    what: 'I have lost sight of your pelvis',
    todo: 'Go back to the start position for a moment.',
  },
  'pelvis-too-dark': {
    what: 'Your clothes are too dark to see your pelvis',
    todo: 'Wear something lighter round the hips, or put a light behind the laptop.',
  },
  'not-seen-from-here': {
    what: 'Can’t be seen from here',
    todo: 'The camera would have to stand somewhere else for this.',
  },
  'phone-silent': { what: 'Nothing comes from your phone', todo: 'Wake its screen, and leave it on.' },
  'phone-slid': { what: 'The phone slid', todo: 'Lay it back and hold still.' },
  'back-hidden': {
    what: 'I can’t see the line of your back',
    todo: 'Keep arms and loose clothes clear of it, and put the laptop square to your side.',
  },
  'trunk-leans': {
    what: 'You lean too far for a number',
    todo: 'Lean if you need to. The number is back when you are upright.',
  },
  'poor-fit': { what: 'I can’t see you well enough', todo: 'Try more light and a clear floor.' },
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
export const common = {
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
  sides: { left: 'Left', right: 'Right', both: 'Both sides' } satisfies Readonly<Record<WorkingSide, string>>,
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
    return `${names.charAt(0).toUpperCase()}${names.slice(1)} ${are ? 'are' : 'is'} out of the picture`;
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
