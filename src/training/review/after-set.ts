import type { AfterSetWords, PainLight } from './lessons.ts';
import type { Goal } from '../../coach/drill-definition.ts';
import { isSymptom } from '../planning/symptom-lock.ts';
import type { AfterSet, SetRecord } from '../../coach/record/set-record.ts';

/** A stretch is felt, and what goes when one lets go is discomfort and not pain. */
const MOST_DISCOMFORT = 2;
/** From this pain on it is over for today. */
const TOO_MUCH_PAIN = 5;

/**
 * The traffic light for pain: 0–2 go on, 3–4 do less, from 5 stop. One step stricter than the light that physiotherapists
 * use for exercise with a known complaint (0–3, 4–5, from 6; providephysiotherapy.org.uk/pain-traffic-light), because
 * the drills ask for a range free of pain.
 */
export const painLight = (pain: number): PainLight => {
  if (pain <= MOST_DISCOMFORT) return 'green';
  return pain < TOO_MUCH_PAIN ? 'amber' : 'red';
};

/**
 * Whether a symptom ended a set, or it hurt too much.
 * @param set with the pain that was told after it; null: not told
 */
export const isStop = ({ ended, pain }: Pick<SetRecord, 'ended'> & Pick<AfterSet, 'pain'>): boolean =>
  isSymptom(ended) || painLight(pain ?? 0) === 'red';

export const endsToday = ({ ended, after }: Pick<SetRecord, 'ended' | 'after'>): boolean =>
  isStop({ ended, pain: after?.pain ?? null });

/** Advice on the reported pain, which is coaching, never a diagnosis; null: no answer. */
export const painAdvice = ({ pain }: AfterSet, words: AfterSetWords) => {
  if (pain === null) return null;
  return { light: painLight(pain), text: words.pain[pain === 0 ? 'none' : painLight(pain)] };
};

/** Highest effort that each goal asks for, of ten. */
const MOST_EFFORT: Readonly<Record<Goal, number>> = { prep: 3, build: 6, strength: 8 };

/** An answer that is higher by more than this is worth a word. */
const TASTE = 1;

/** From so far below the highest effort of its goal a set was easy: two in reserve twice, then more (two-for-two rule, Baechle and Earle). */
const EASY_BY = 2;

/** The highest effort that a goal asks for; null: it is none of today's. */
const askedFor = (goal: string): number | null => (Object.hasOwn(MOST_EFFORT, goal) ? MOST_EFFORT[goal as Goal] : null);

/** The effort that the goal asks for, of ten, where the reported one was clearly higher; null: it was not, or is not known. */
export function harderThanAsked(effort: number | null, goal: string): number | null {
  const asked = askedFor(goal);
  return effort === null || asked === null || effort <= asked + TASTE ? null : asked;
}

/** Whether the reported effort was clearly lower than the goal asks for. @param effort null: not told */
export function easierThanAsked(effort: number | null, goal: string): boolean {
  const asked = askedFor(goal);
  return effort !== null && asked !== null && effort <= asked - EASY_BY;
}

/** Advice on the reported effort compared with the goal; null: none needed. */
export const effortAdvice = ({ effort }: AfterSet, goal: string, words: AfterSetWords): string | null => {
  if (effort === null) return null;
  if (effort > MOST_EFFORT.strength) return words.tooHard;
  const asked = harderThanAsked(effort, goal);
  return asked === null ? null : words.harderThanAsked(asked);
};
