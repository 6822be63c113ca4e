import type { Reason } from '../../instrument/output/reason.ts';

/** What a person reads when something cannot be measured: what is the matter, and what to change. */
export const reasonTexts: Readonly<Record<Reason, Readonly<Record<'what' | 'todo', string>>>> = {
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
