import type { PastSet } from '../../../src/training/planning/parts-done.ts';
import { PROGRAMMES } from './english-programmes.ts';
import { usualWeek, type WeekInput } from '../../../src/training/planning/week.ts';
import { DRILLS } from '../../../src/drills/index.ts';

export const made = (drill: string, startedAt: string, change: Partial<PastSet> = {}): PastSet => ({
  startedAt: Date.parse(startedAt),
  drill,
  side: 'both',
  goal: 'prep',
  ended: 'finished',
  ...change,
});

export const input = (change: Partial<WeekInput>): WeekInput => ({
  plan: usualWeek('every-day'),
  programmes: PROGRAMMES,
  drills: DRILLS,
  choices: {},
  sets: [],
  goal: 'prep',
  now: Date.parse('2026-11-20T12:00:00Z'),
  zone: 'Europe/Berlin',
  ...change,
});
