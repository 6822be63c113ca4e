import type { Goal } from './drill-definition.ts';
import type { AfterSet } from './set-record.ts';

export type PainLight = 'green' | 'amber' | 'red';

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

const PAIN: Readonly<Record<PainLight, string>> = {
  green: 'A little is fine if it is gone by tomorrow. Aim for none: stay where nothing hurts.',
  amber:
    'Too much to go on like this. Next time less depth, less effort and fewer rounds. It should be gone by tomorrow; if it is not, rest first.',
  red: 'Stop for today. Come back with much less depth once it is gone. If it is still there tomorrow, or comes back, have it checked.',
};

const NO_PAIN = 'No pain: go on as you are.';

/** Advice on the pain that was named, or null without an answer. */
export const painAdvice = ({ pain }: AfterSet): AfterAdvice | null => {
  if (pain === null) return null;
  return { light: painLight(pain), text: pain === 0 ? NO_PAIN : PAIN[painLight(pain)] };
};

/** What each goal asks for at most, of ten; the method never asks for more than eight. */
const MOST_EFFORT: Readonly<Record<Goal, number>> = { prep: 3, build: 6, strength: 8 };

/** Points over which an answer is more than a matter of taste. */
const TASTE = 1;

/** Advice on the effort that was named, against what the goal asked for; null where there is nothing to say. */
export const effortAdvice = ({ effort }: AfterSet, goal: string): string | null => {
  if (effort === null) return null;
  if (effort > MOST_EFFORT.strength)
    return 'That was more than eight of ten. Never push harder than that: build up slower next time.';
  const known = Object.hasOwn(MOST_EFFORT, goal) ? MOST_EFFORT[goal as Goal] : null;
  if (known === null || effort <= known + TASTE) return null;
  return `More than this goal asks for: about ${known} of ten is enough.`;
};
