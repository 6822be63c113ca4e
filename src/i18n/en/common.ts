import type { BodyPart } from '../../instrument/output/reason.ts';
import type { WorkingSide } from '../../instrument/geometry/units.ts';
import type { Goal, PhaseKind, RuleId } from '../../coach/drill-definition.ts';
import type { EndReason } from '../../coach/record/set-record.ts';
import type { Strictness } from '../../coach/rules/strictness.ts';
import type { Symptom } from '../../coach/planning/symptom-lock.ts';
import { listed } from '../listed.ts';
import { wordsOf } from '../speaking.ts';
import { reasonTexts } from './reasons.ts';

const phases: Readonly<Record<PhaseKind, string>> = {
  ready: 'Get ready',
  neutral: 'Hold still',
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

/** What to do after a set that a symptom ended. Coaching, never diagnosis. `name`: in the middle of a sentence. */
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

/** Names and small sentences that several screens share. */
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
  /** "Left foot is outside the picture", "Head and left foot are outside the picture"; at least one part. */
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
