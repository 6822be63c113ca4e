import type { BodyPart, Reason } from '../../body/reason.ts';
import type { Degrees } from '../../body/units.ts';
import type { CutMove } from './cut-direction.ts';
import type { ViewMove, Way } from './view-direction.ts';

/** What the set-up shows and speaks: what is the matter, and what to change. Both are whole sentences. */
export interface Advice {
  readonly what: string;
  readonly todo: string;
}

/** Names of the checks, in their order, as they stand in the list of what is fine. */
export const CHECK_NAMES = {
  light: 'Light',
  person: 'One person',
  laptop: 'Laptop still',
  body: 'Whole body',
  posture: 'Start position',
  view: 'Place of the laptop',
} as const;

export const GATE_WORDS = {
  looking: { what: 'Looking for you.', todo: 'Take up the start position.' },
  laptop: { what: 'The laptop is moving.', todo: 'Put it down when it stands right.' },
  moving: { what: 'Hold still.', todo: 'Three seconds, until the ring is full.' },
  hold: { what: 'Hold still.', todo: 'All is right. Three seconds, until the ring is full.' },
  held: { what: 'I have your start.', todo: 'The count-in begins.' },
  ready: { what: 'I can see all of you.', todo: 'Press Start when you are ready.' },
  stretched: {
    what: 'Your leg is in the stretch already.',
    todo: 'Come up into the start position.',
  },
  posture: 'This is not the start position yet.',
  fair: 'This place will do.',
} as const;

export const LIGHT_WORDS = {
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
} as const satisfies Partial<Record<Reason, Advice>>;

export const PERSON_WORDS = {
  'no-person': { what: 'I can’t see you.', todo: 'Come into the picture, hips in the middle.' },
  'person-too-small': { what: 'You are too far away.', todo: 'Bring the laptop nearer.' },
  'person-too-large': { what: 'You are too close.', todo: 'Move the laptop back.' },
  'implausible-body': {
    what: 'I can’t make you out.',
    todo: 'Clear the view between us, and wear something that stands out from the floor.',
  },
} as const satisfies Partial<Record<Reason, Advice>>;

const PAIRS: readonly { readonly parts: readonly BodyPart[]; readonly words: string }[] = [
  { parts: ['left knee', 'right knee'], words: 'knees' },
  { parts: ['left foot', 'right foot'], words: 'feet' },
];

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** "I can’t see your left foot." More than three parts are just most of the person. */
export function missingWords(missing: readonly BodyPart[]): string {
  const pairs = PAIRS.filter(({ parts }) => parts.every((part) => missing.includes(part)));
  const paired = new Set(pairs.flatMap(({ parts }) => parts));
  const names = [...missing.filter((part) => !paired.has(part)), ...pairs.map(({ words }) => words)];
  return names.length > 3 ? 'I see only a part of you.' : `I can’t see your ${listed(names)}.`;
}

const NEAR: Readonly<Record<BodyPart, string>> = {
  head: 'head',
  shoulders: 'head',
  hips: 'hips',
  'left knee': 'knees',
  'right knee': 'knees',
  'left foot': 'feet',
  'right foot': 'feet',
};

export function cutWords(move: CutMove): string {
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
/** Every 45° going up from the feet or the front. */
const LYING_PLACES = [
  'beyond your feet',
  'beside your left leg',
  'beside you on your left',
  'beside your left shoulder',
  'behind your head',
  'beside your right shoulder',
  'beside you on your right',
  'beside your right leg',
] as const;
const UPRIGHT_PLACES = [
  'in front of you',
  'in front of you, half on your left',
  'beside you on your left',
  'behind you, half on your left',
  'behind you',
  'behind you, half on your right',
  'beside you on your right',
  'in front of you, half on your right',
] as const;

const placeName = (azimuth: Degrees, lying: boolean): string =>
  (lying ? LYING_PLACES : UPRIGHT_PLACES)[Math.round(azimuth / 45) % 8] ?? '';

/** @param lying words of head and feet instead of front and back */
export function viewWords(move: ViewMove, lying: boolean): string {
  if (move.kind === 'higher') return 'Put the laptop higher, and tilt it down at your hips.';
  if (move.kind === 'place') return `Put the laptop ${placeName(move.azimuth, lying)}.`;
  return `Move the laptop ${(lying ? LYING : UPRIGHT)[move.way]}.`;
}
