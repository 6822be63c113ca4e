import { dayInZone } from '../../../src/training/planning/civil-day.ts';
import type { DoneSet } from '../../../src/training/planning/parts-done.ts';

export const berlin = dayInZone('Europe/Berlin');
export const DAY = 24 * 3600 * 1000;
/** A Monday evening. */
export const START = Date.parse('2026-11-02T18:00:00.000Z');

/** A finished set of the sleeper in Build with both hips, so many days after the start. It felt as the goal asks, without pain. */
export const setOn = (day: number, changes: Partial<DoneSet> = {}): DoneSet => ({
  startedAt: START + day * DAY,
  drill: 'supine-sleeper',
  side: 'both',
  goal: 'build',
  ended: 'finished',
  pain: 0,
  effort: 6,
  ...changes,
});
