import type { AfterSetWords, PainLight } from './lesson-words.ts';
import type { Goal } from '../drill-definition.ts';
import type { AfterSet } from '../record/set-record.ts';

/** Advice on an answer. It is coaching, never a diagnosis. */
export interface AfterAdvice {
  readonly light: PainLight;
  readonly text: string;
}

/**
 * The traffic light for pain with exercise that physiotherapists use: 0–3 go on, 4–5 do less, from 6 stop
 * (providephysiotherapy.org.uk/pain-traffic-light).
 */
export const painLight = (pain: number): PainLight => {
  if (pain <= 3) return 'green';
  return pain <= 5 ? 'amber' : 'red';
};

/** Advice on the reported pain; null: no answer. */
export const painAdvice = ({ pain }: AfterSet, words: AfterSetWords): AfterAdvice | null => {
  if (pain === null) return null;
  return { light: painLight(pain), text: words.pain[pain === 0 ? 'none' : painLight(pain)] };
};

/** Highest effort that each goal asks for, of ten. */
const MOST_EFFORT: Readonly<Record<Goal, number>> = { prep: 3, build: 6, strength: 8 };

/** An answer that is higher by more than this is worth a word. */
const TASTE = 1;

/** Advice on the reported effort compared with the goal; null: none needed. */
export const effortAdvice = ({ effort }: AfterSet, goal: string, words: AfterSetWords): string | null => {
  if (effort === null) return null;
  if (effort > MOST_EFFORT.strength) return words.tooHard;
  const known = Object.hasOwn(MOST_EFFORT, goal) ? MOST_EFFORT[goal as Goal] : null;
  if (known === null || effort <= known + TASTE) return null;
  return words.harderThanAsked(known);
};
