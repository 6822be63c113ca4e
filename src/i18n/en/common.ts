import type { BodyPart, Reason } from '../../instrument/output/reason.ts';
import type { WorkingSide } from '../../instrument/geometry/units.ts';
import type { Goal, PhaseKind, RuleId } from '../../coach/drill-definition.ts';
import type { EndReason } from '../../coach/record/set-record.ts';
import type { Strictness } from '../../coach/rules/rule-threshold.ts';
import type { Symptom } from '../../coach/planning/symptom-lock.ts';
import { listed } from '../phrasing.ts';
import { wordsOf } from '../speaking.ts';

/** What is shown when something cannot be measured: what is wrong, and what to change. */
const reasonTexts: Readonly<Record<Reason, Readonly<Record<'what' | 'todo', string>>>> = {
  'no-picture': {
    what: 'No picture comes in',
    todo: 'Look at the camera’s lid and switch, and keep this tab in front.',
  },
  'no-person': { what: 'Nobody in the picture', todo: 'Move into the picture, hips in the middle.' },
  'too-dark': { what: 'Too dark', todo: 'Switch on a light or open the curtains.' },
  dim: { what: 'It is rather dim', todo: 'More light makes the numbers steadier.' },
  'against-light': {
    what: 'You are against the light',
    todo: 'Turn the laptop away from the window, or draw the curtain.',
  },
  'too-bright': { what: 'Too bright', todo: 'Turn the laptop away from the window or the lamp.' },
  'lens-covered': { what: 'The lens is covered', todo: 'Open the camera shutter or take off the sticker.' },
  'person-too-small': { what: 'You are too far away', todo: 'Bring the laptop closer.' },
  'person-too-large': { what: 'You are too close', todo: 'Move the laptop further away.' },
  'out-of-frame': {
    what: 'Part of you is outside the picture',
    todo: 'Move the laptop until all of you is in.',
  },
  'implausible-body': {
    what: 'I cannot make out your body',
    todo: 'Wear something that stands out from the floor and clear the space around you.',
  },
  'wrong-posture': { what: 'Not the start position yet', todo: 'Take up the start position of the drill.' },
  'bad-view': { what: 'Wrong place for this drill', todo: 'Move the laptop to the place in the drawing.' },
  'already-stretched': {
    what: 'You are already partway into the movement',
    todo: 'Go back to the start position of the drill.',
  },
  'not-the-start': {
    what: 'Your start was taken partway into the movement',
    todo: 'Go to the start position and hold still. What was measured before does not count.',
  },
  'no-neutral': { what: 'No start position yet', todo: 'Hold still in the start position.' },
  'camera-moved': { what: 'The laptop has moved', todo: 'Hold still, so that I can set your start again.' },
  'picture-zoomed': {
    what: 'The camera has zoomed',
    todo: 'Switch off automatic framing, then hold still in the start position.',
  },
  'picture-turned': {
    what: 'The picture was turned',
    todo: 'Turn the camera back, or hold still in the start position.',
  },
  'picture-resized': {
    what: 'The camera shows another section of the room',
    todo: 'Hold still in the start position, so that I can set your start again.',
  },
  'picture-frozen': {
    what: 'The picture stands still',
    todo: 'Restart the camera, or close the program that sends its picture.',
  },
  'picture-too-slow': {
    what: 'Too few pictures a second',
    todo: 'Close other programs and tabs, or choose the lite model in the settings.',
  },
  'posture-left': {
    what: 'You have left the position',
    todo: 'Come back into it, and I go on.',
  },
  'pelvis-no-response': {
    what: 'Your pelvis does not show in this picture',
    todo: 'Other clothes or more light may help. The range is of the whole leg.',
  },
  'foot-slid': { what: 'Your planted foot has slid', todo: 'Put the foot back to where it started.' },
  'knee-straight': {
    what: 'Your knee is too straight',
    todo: 'Bend the knee, or the turn of the hip cannot be seen.',
  },
  'thigh-towards-lens': {
    what: 'Your thigh points at the lens',
    todo: 'Move the laptop to the place in the drawing.',
  },
  'joints-hidden': { what: 'Hip, knee or ankle is hidden', todo: 'Clear what stands in front of your legs.' },
  'knee-hidden': {
    what: 'Your far knee is hidden behind the near leg',
    todo: 'Move the laptop a little towards your head, or put it higher.',
  },
  'left-right-mixed': {
    what: 'Left and right leg look alike',
    todo: 'Move the laptop a little to the side.',
  },
  'pelvis-hidden': { what: 'Your pelvis is hidden', todo: 'Keep arms and loose clothes clear of your hips.' },
  'pelvis-lost': {
    what: 'I have lost sight of your pelvis',
    todo: 'Come back to the start position for a moment.',
  },
  'pelvis-too-dark': {
    what: 'Your clothes are too dark to see your pelvis in them',
    todo: 'Wear something lighter round the hips, or add light from behind you.',
  },
  'not-seen-from-here': { what: 'Cannot be seen from here', todo: 'This view does not show it.' },
  'other-pelvis-motion': {
    what: 'Your pelvis moves in a way I cannot tell apart',
    todo: 'Come back to the start position for a moment.',
  },
  'back-hidden': {
    what: 'The line of your back is not in clear view',
    todo: 'Keep arms and loose clothes clear of it, and put the laptop square to your side.',
  },
  'trunk-leans': { what: 'Your trunk leans', todo: 'Come upright over the hips.' },
  'poor-fit': { what: 'I cannot see you well enough', todo: 'More light and a clear floor help.' },
};

const phases: Readonly<Record<PhaseKind, string>> = {
  ready: 'Get ready',
  neutral: 'Hold still',
  control: 'Pelvis check',
  turn: 'Other side',
  passive: 'Passive',
  pails: 'PAILs',
  rails: 'RAILs',
  sink: 'Sink',
  hold: 'Hold',
  reps: 'Reps',
  rest: 'Rest',
  guided: 'Guided',
};

const rules: Readonly<Record<RuleId, string>> = {
  'pelvis-twist': 'Pelvis twist',
  'pelvis-list': 'Pelvis tilts sideways',
  'pelvis-lift': 'Pelvis lifts',
  'back-arch': 'Back arches',
  'knee-chase': 'Knee chases the floor',
  'trunk-lean': 'Trunk leans',
  'isometric-drift': 'Drift in the hold',
  'back-round': 'Back rounds',
  'chest-drop': 'Chest drops',
  'trunk-turn': 'Chest turns',
  'knee-bend': 'Knee bends',
  'knee-lock': 'Knee locks',
  'toes-drop': 'Toes drop',
  'foot-moved': 'A foot moves',
  'shins-drop': 'Shins sink',
  'too-fast': 'Too fast',
  grip: 'Squeezes the block',
};

const goals: Readonly<Record<Goal, string>> = { prep: 'Prep', build: 'Build', strength: 'Strength' };

const goalAdvice: Readonly<Record<Goal, string>> = {
  prep: 'Light and short. Up to once a day.',
  build: 'Three times a week.',
  strength: 'Hard and long. Two or three times a week, with two days between.',
};

const strictness: Readonly<Record<Strictness, string>> = {
  gentle: 'Flagged gently',
  standard: 'Flagged as usual',
  strict: 'Flagged strictly',
};

const sides: Readonly<Record<WorkingSide, string>> = { left: 'Left', right: 'Right', both: 'Both sides' };

const ends: Readonly<Record<EndReason, string>> = {
  finished: 'Finished',
  stopped: 'Stopped',
  pinch: 'Stopped: pinch',
  pain: 'Stopped: pain',
  numb: 'Stopped: numb or tingling',
  'source-ended': 'Video ended',
  interrupted: 'Interrupted',
  running: 'Not closed properly',
};

/** What to do after a set that a symptom ended; coaching, never a diagnosis. `name` is for the middle of a sentence. */
const symptoms: Readonly<Record<Symptom, Readonly<Record<'name' | 'title' | 'text', string>>>> = {
  pinch: {
    name: 'a pinch in the hip',
    title: 'You stopped for a pinch in the hip',
    text: 'Good call. Rest the hip today. Next time go less deep and stay well short of the pinch. If it comes back, have it checked before you go on.',
  },
  pain: {
    name: 'pain',
    title: 'You stopped for pain',
    text: 'Good call. Rest today. Next time use less depth and less effort, and stay pain-free throughout. If it comes back, have it checked before you go on.',
  },
  numb: {
    name: 'numbness or tingling',
    title: 'You stopped for numbness or tingling',
    text: 'Good call. Change position, walk a little and let it settle. Next time go less deep. If it stays or comes back, have it checked before you go on.',
  },
};

const angles: Readonly<Record<'rotation' | 'bend' | 'back', Readonly<Record<'short' | 'long' | 'column', string>>>> = {
  rotation: { short: 'Hip rotation', long: 'Hip internal rotation', column: 'Rotation' },
  bend: { short: 'Hip bend', long: 'Hip bend', column: 'Hip bend' },
  back: { short: 'Back arch', long: 'Arch of the lower back', column: 'Back arch' },
};

const PLURAL = new Set<BodyPart>(['shoulders', 'hips']);

/** Names and short sentences that several screens share. */
export const common = {
  phases,
  rules,
  goals,
  goalAdvice,
  sides,
  strictness,
  ends,
  symptoms,
  angles,
  reasons: reasonTexts,
  /** "Left foot is outside the picture", "Head and left foot are outside the picture". @param parts at least one */
  missing: (parts: readonly BodyPart[]) => {
    const names = listed(parts, 'and');
    const are = parts.length > 1 || parts.some((part) => PLURAL.has(part));
    return `${names.charAt(0).toUpperCase()}${names.slice(1)} ${are ? 'are' : 'is'} outside the picture`;
  },
  /** After a speed in degrees. */
  aSecond: ' a second',
  noDate: 'No date',
  noneSeen: 'none seen',
  /** @param band "± 12°" */
  rough: (band: string) => `${band}, rough`,
  atLeast: (amount: string) => `at least ${amount}`,
};

export const commonWords = wordsOf('common', common);
