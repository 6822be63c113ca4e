import { lessons as english } from '../../i18n/en/lessons.ts';
import type { Words } from '../../i18n/words.ts';
import type { Goal } from '../drill-definition.ts';
import type { AfterSet } from '../record/set-record.ts';

export type PainLight = 'green' | 'amber' | 'red';

type AfterWords = Words['lessons']['after'];

/** What to make of an answer: coaching, never diagnosis. */
export interface AfterAdvice {
  readonly light: PainLight;
  readonly text: string;
}

/**
 * The traffic light that physiotherapists give out for pain with exercise: 0–3 go on, 4–5 less of it, from 6 stop
 * (providephysiotherapy.org.uk/pain-traffic-light).
 */
export const painLight = (pain: number): PainLight => {
  if (pain <= 3) return 'green';
  return pain <= 5 ? 'amber' : 'red';
};

/** Advice on the pain that was named, or null without an answer. */
export const painAdvice = ({ pain }: AfterSet, words: AfterWords = english.after): AfterAdvice | null => {
  if (pain === null) return null;
  return { light: painLight(pain), text: words.pain[pain === 0 ? 'none' : painLight(pain)] };
};

/** What each goal asks for at most, of ten; the method never asks for more than eight. */
const MOST_EFFORT: Readonly<Record<Goal, number>> = { prep: 3, build: 6, strength: 8 };

/** Points over which an answer is more than a matter of taste. */
const TASTE = 1;

/** Advice on the effort that was named, against what the goal asked for; null where there is nothing to say. */
export const effortAdvice = ({ effort }: AfterSet, goal: string, words: AfterWords = english.after): string | null => {
  if (effort === null) return null;
  if (effort > MOST_EFFORT.strength) return words.tooHard;
  const known = Object.hasOwn(MOST_EFFORT, goal) ? MOST_EFFORT[goal as Goal] : null;
  if (known === null || effort <= known + TASTE) return null;
  return words.harderThanAsked(known);
};
