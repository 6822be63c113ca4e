import type { BodyPart, Reason } from '../body/reason.ts';
import type { Reading } from '../body/reading.ts';

/** What the voice says of a reason, one short sentence with what to change. The screen has longer words of its own. */
const SENTENCES: Readonly<Record<Reason, string>> = {
  'no-picture': 'I get no picture. The time goes on without numbers.',
  'no-person': 'I can’t see you.',
  'too-dark': 'It is too dark for me. More light, please.',
  dim: 'It is rather dim. More light makes the numbers steadier.',
  'against-light': 'You are against the light. Turn the laptop away from the window, or draw the curtain.',
  'too-bright': 'The light is too strong. Turn the laptop away from it.',
  'lens-covered': 'The camera is covered.',
  'person-too-small': 'You are too far away. Bring the laptop nearer.',
  'person-too-large': 'You are too close. Move the laptop back.',
  'out-of-frame': 'Part of you is out of the picture.',
  'implausible-body': 'I can’t make you out. Clear the view between us.',
  'wrong-posture': 'This does not look like the start position.',
  'bad-view': 'I can’t measure from here. Move the laptop as shown.',
  'already-stretched': 'Your leg is in the stretch already. Come up to the start position.',
  'not-the-start': 'I took your start in the stretch. Go back to the start and hold still for a new one.',
  'no-neutral': 'I have no start position yet. Hold still in it for three seconds.',
  'camera-moved': 'The laptop moved. Go back to the start and hold still for a new neutral.',
  'foot-slid': 'Your planted foot has slid. Put it back where it was.',
  'knee-straight': 'Bend the knee more. I can’t see rotation on a straight leg.',
  'thigh-towards-lens': 'Your thigh points at me. Turn the laptop a little to the side.',
  'joints-hidden': 'I can’t see your hip, knee and foot together.',
  'left-right-mixed': 'I mix up your legs from here. Move the laptop a little to the side.',
  'pelvis-hidden': 'I can’t see your pelvis.',
  'pelvis-lost': 'I lost sight of your pelvis.',
  'other-pelvis-motion': 'Your pelvis is moving.',
  'trunk-leans': 'Sit tall again. I can’t read the hip while you lean.',
  'not-seen-from-here': 'I can’t see that from here.',
  'poor-fit': 'I can’t see your legs well enough.',
};

/** Which parts must be missing for a plural: "your knees", "your feet". */
const PAIRS: readonly { readonly parts: readonly BodyPart[]; readonly words: string }[] = [
  { parts: ['left knee', 'right knee'], words: 'knees' },
  { parts: ['left foot', 'right foot'], words: 'feet' },
];

/** A sentence on why there is no number, naming the missing part where the framing check knows it. */
export function spokenReason(reason: Reason, reading: Reading | null): string {
  const missing = reading?.framing.missing ?? [];
  const general = reason === 'out-of-frame' || reason === 'joints-hidden' || reason === 'poor-fit';
  if (!general || missing.length === 0 || missing.length > 3) return SENTENCES[reason];
  return `I can’t see your ${listed(named(missing))}.`;
}

function named(missing: readonly BodyPart[]): string[] {
  const pairs = PAIRS.filter(({ parts }) => parts.every((part) => missing.includes(part)));
  const paired = new Set(pairs.flatMap(({ parts }) => parts));
  return [...pairs.map(({ words }) => words), ...missing.filter((part) => !paired.has(part))];
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
