import type { BodyPart } from '../../instrument/output/reason.ts';
import type { CutMove, GateWords, ViewMove, Way } from '../../coach/setup/gate-words.ts';
import { listed, paired } from '../phrasing.ts';
import { light, person } from './common.ts';

const ON_LEFT = 'beside you on your left';
const ON_RIGHT = 'beside you on your right';

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
  ON_LEFT,
  'beside your left shoulder',
  'behind your head',
  'beside your right shoulder',
  ON_RIGHT,
  'beside your right leg',
];
const UPRIGHT_PLACES = [
  'in front of you',
  'in front of you, half on your left',
  ON_LEFT,
  'behind you, half on your left',
  'behind you',
  'behind you, half on your right',
  ON_RIGHT,
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
      return 'Clear what is in the way.';
  }
}

function view(move: ViewMove, lying: boolean): string {
  if (move.kind === 'higher') return 'Put the laptop higher, and tilt it down at your hips.';
  if (move.kind === 'place')
    return `Put the laptop ${(lying ? LYING_PLACES : UPRIGHT_PLACES)[Math.round(move.azimuth / 45) % 8] ?? ''}.`;
  return `Move the laptop ${(lying ? LYING : UPRIGHT)[move.way]}.`;
}

const ALONE = 'Only you may be in view. Mirrors count too.';
const PLANT = 'Bend the knee and put the foot on the floor.';
const HANG = 'Bend the knee and let the shin hang.';
const STILL = 'Hold still.';
/** What the set-up shows and speaks before a set. */
export const gate: GateWords = {
  /** Names of the checks, in their order, for the list on the screen. */
  checks: {
    light: 'Light',
    person: 'Person',
    laptop: 'Laptop still',
    body: 'Whole body',
    posture: 'Start position',
    view: 'Laptop’s place',
    phone: 'Phone',
  },
  light,
  person,
  looking: { what: 'Looking for you.', todo: 'Get into the start position.' },
  laptop: { what: 'The laptop is moving.', todo: 'Let go of it once it stands right.' },
  two: {
    what: 'I see two people.',
    todo: ALONE,
  },
  several: {
    what: 'I see more than one person.',
    todo: ALONE,
  },
  looksLikePerson: {
    what: 'Something here looks like a second person.',
    todo: 'If it is a picture or a mirror, cover it when you can. You can start all the same.',
  },
  moving: { what: STILL, todo: 'For three seconds, until the ring is full.' },
  unsteady: {
    what: STILL,
    todo: 'If you already do, I can’t see your legs well enough. Try more light or other clothes.',
  },
  slow: {
    what: 'This computer is too slow: I get too few pictures.',
    todo: 'Close other programs. Or, in the settings, set body tracking to “Fast”.',
  },
  hold: { what: STILL, todo: 'For three seconds.' },
  held: { what: 'I have your start.', todo: 'I count you in.' },
  ready: { what: 'I can see all of you.', todo: 'Press Start when you are ready.' },
  stretched: {
    what: 'You have moved past the start position.',
    todo: 'Go back to the start position.',
  },
  rounded: { what: 'Your back is rounded.', todo: 'Make it long and flat, like a table top.' },
  posture: 'That is not the start position yet.',
  darkClothes: 'Already in it? Switch on more light, or wear clothes that stand out from the floor.',
  start: {
    hipsUp: { what: 'Your hips are up.', todo: 'Lower them to the floor.' },
    notLying: 'You are not lying down yet.',
    legs: 'Your legs are not in place yet.',
    leg: {
      left: { what: 'Your left leg is not in place yet.', todo: PLANT },
      right: { what: 'Your right leg is not in place yet.', todo: PLANT },
    },
    bentForward: { what: 'You are bent forward.', todo: 'Sit tall and look at the screen.' },
    legStretched: {
      left: { what: 'Your left leg is stretched out.', todo: HANG },
      right: { what: 'Your right leg is stretched out.', todo: HANG },
    },
    upsideDown: { what: 'The picture is upside down.', todo: 'Turn the camera round, or its picture in its settings.' },
  },
  otherSide: {
    what: 'That is the start for the other side.',
    todo: 'Change sides. If you are already on the correct side, your camera mirrors the picture: switch that off.',
  },
  knee: {
    'knee-hidden': {
      what: 'I can’t see your far knee.',
      todo: 'Move the laptop a little towards your head, or put it higher.',
    },
    'joints-hidden': {
      what: 'I can’t make out your knee.',
      todo: 'Put the laptop higher. More light helps, and clothes that stand out from the floor.',
    },
  },
  fromOtherSide: 'I see you from the other side.',
  mirrored: 'If the laptop is already there, your camera mirrors the picture: switch that off.',
  fair: 'This place will do.',
  intro: (step: string) => `${step} I’ll say what I see.`,
  poor: 'I can’t measure well from here.',
  withoutNumber: 'From here I get no number. I watch what I can see.',
  better: (todo: string) => `Better: ${todo}`,
  /** "I can’t see your left foot." More than three parts are not named. */
  missing: (parts: readonly BodyPart[]) => {
    const names = paired(parts, { knees: 'knees', feet: 'feet' }, (part) => part, 'last');
    return names.length > 3 ? 'I see only part of you.' : `I can’t see your ${listed(names, 'and')}.`;
  },
  cut,
  /** @param lying true: the person lies, so the sentence says "head" and "feet" instead of "front" and "back" */
  view,
};
