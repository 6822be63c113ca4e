import type { BodyPart } from '../../instrument/output/reason.ts';
import type { CutMove } from '../../coach/setup/cut-direction.ts';
import type { GateWords } from '../../coach/setup/gate-words.ts';
import type { ViewMove, Way } from '../../coach/setup/view-direction.ts';
import { listed, paired } from '../phrasing.ts';

/** Names of the checks, in their order, for the list on the screen. */
const checks = {
  light: 'Light',
  person: 'Person',
  laptop: 'Laptop still',
  body: 'Whole body',
  posture: 'Start position',
  view: 'Place of the laptop',
};

const light: GateWords['light'] = {
  'lens-covered': {
    what: 'The camera is covered.',
    todo: 'Open its shutter, or take away what is in front of it.',
  },
  'too-dark': { what: 'It is too dark.', todo: 'Switch on a light.' },
  'too-bright': { what: 'It is too bright.', todo: 'Turn the laptop away from the window or the lamp.' },
  'against-light': {
    what: 'You are against the light.',
    todo: 'Draw the curtain, or turn the laptop away from the window.',
  },
  dim: { what: 'It is rather dim.', todo: 'More light makes the numbers steadier.' },
};

const person: GateWords['person'] = {
  'no-person': { what: 'I can’t see you.', todo: 'Come into the picture, hips in the middle.' },
  'person-too-small': { what: 'You are too far away.', todo: 'Bring the laptop nearer.' },
  'person-too-large': { what: 'You are too close.', todo: 'Move the laptop back.' },
  'implausible-body': {
    what: 'I can’t make you out.',
    todo: 'Clear the view between us, and wear something that stands out from the floor.',
  },
  'picture-frozen': {
    what: 'The picture stands still.',
    todo: 'Restart the camera, or close the program that feeds the picture to your browser.',
  },
};

const NEAR: Readonly<Record<BodyPart, string>> = {
  head: 'head',
  shoulders: 'head',
  hips: 'hips',
  'left knee': 'knees',
  'right knee': 'knees',
  'left foot': 'feet',
  'right foot': 'feet',
};

const LYING: Readonly<Record<Way, string>> = {
  front: 'towards your feet',
  back: 'towards your head',
  left: 'towards your left side',
  right: 'towards your right side',
};
const UPRIGHT: Readonly<Record<Way, string>> = {
  front: 'further to your front',
  back: 'further behind you',
  left: 'further to your left',
  right: 'further to your right',
};
/** By azimuth, in steps of 45° from the feet or the front. */
const LYING_PLACES = [
  'beyond your feet',
  'beside your left leg',
  'beside you on your left',
  'beside your left shoulder',
  'behind your head',
  'beside your right shoulder',
  'beside you on your right',
  'beside your right leg',
];
const UPRIGHT_PLACES = [
  'in front of you',
  'in front of you, half on your left',
  'beside you on your left',
  'behind you, half on your left',
  'behind you',
  'behind you, half on your right',
  'beside you on your right',
  'in front of you, half on your right',
];

function cut(move: CutMove): string {
  switch (move.kind) {
    case 'turn':
      return `Turn the laptop towards your ${NEAR[move.towards]}.`;
    case 'tilt':
      return move.down
        ? 'Fold the screen forward a little, so that it looks further down.'
        : 'Fold the screen back a little, so that it looks further up.';
    case 'back':
      return 'Move the laptop back.';
    case 'clear':
      return 'Clear what is in front of it.';
  }
}

function view(move: ViewMove, lying: boolean): string {
  if (move.kind === 'higher') return 'Put the laptop higher, and tilt it down at your hips.';
  if (move.kind === 'place')
    return `Put the laptop ${(lying ? LYING_PLACES : UPRIGHT_PLACES)[Math.round(move.azimuth / 45) % 8] ?? ''}.`;
  return `Move the laptop ${(lying ? LYING : UPRIGHT)[move.way]}.`;
}

/** What the set-up shows and speaks before a set. */
export const gate: GateWords = {
  checks,
  light,
  person,
  looking: { what: 'Looking for you.', todo: 'Take up the start position.' },
  laptop: { what: 'The laptop is moving.', todo: 'Put it down when it stands right.' },
  two: {
    what: 'I see two people.',
    todo: 'Only you may be in the picture, and no mirror.',
  },
  several: {
    what: 'I see more than one person.',
    todo: 'Only you may be in the picture, and no mirror.',
  },
  looksLikePerson: {
    what: 'Something here looks like a second person.',
    todo: 'A picture or a mirror is better kept out of view. Your start does not wait for it.',
  },
  moving: { what: 'Hold still.', todo: 'Three seconds, until the ring is full.' },
  unsteady: {
    what: 'Hold still.',
    todo: 'If you do: I see your legs now here, now there. Other clothes or more light help.',
  },
  hold: { what: 'Hold still.', todo: 'All is right. Three seconds, until the ring is full.' },
  held: { what: 'I have your start.', todo: 'The count-in begins.' },
  ready: { what: 'I can see all of you.', todo: 'Press Start when you are ready.' },
  stretched: {
    what: 'You are already partway into the movement.',
    todo: 'Go back to the start position.',
  },
  posture: 'This is not the start position yet.',
  otherSide: {
    what: 'This is the start for the other side.',
    todo: 'Change sides. If you are already on the correct side, your camera mirrors its picture: switch that off.',
  },
  knee: {
    'knee-hidden': {
      what: 'Your far knee is hidden from here.',
      todo: 'Move the laptop a little towards your head, or put it higher.',
    },
    'joints-hidden': {
      what: 'I can’t make out your knee.',
      todo: 'Put the laptop higher. Clothes that stand out from the floor help, and more light.',
    },
  },
  fromOtherSide: 'I see you from the other side.',
  mirrored: 'If the laptop is already there, your camera mirrors its picture: switch that off.',
  fair: 'This place will do.',
  intro: (step: string) => `${step} I tell you what I see.`,
  poor: 'I can’t measure well from here.',
  better: (todo: string) => `Better: ${todo}`,
  /** "I can’t see your left foot." More than three parts are not named. */
  missing: (parts: readonly BodyPart[]) => {
    const names = paired(parts, { knees: 'knees', feet: 'feet' }, (part) => part, 'last');
    return names.length > 3 ? 'I see only a part of you.' : `I can’t see your ${listed(names, 'and')}.`;
  },
  cut,
  /** @param lying true: the person lies, so the sentence says "head" and "feet" instead of "front" and "back" */
  view,
};
