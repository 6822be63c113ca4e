import { spokenDrills } from '../../../src/app/session/set-plans.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { coach as english, coachWords } from '../../../src/i18n/en/coach.ts';

/** Pairs of texts at the same place of two catalogues of the same shape. */
const pairs = (one: unknown, other: unknown): readonly (readonly [string, string])[] => {
  if (typeof one === 'string' && typeof other === 'string') return [[one, other]];
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return [];
  return Object.entries(one).flatMap(([key, inner]) => pairs(inner, (other as Record<string, unknown>)[key]));
};

/**
 * The value with every English text of the drills and of the coach in the app's language, so that a state of the fake session, which
 * is told in English, can be looked at in German.
 */
export function inGerman<T>(value: T): T {
  const told = new Map([...pairs(DRILLS, spokenDrills()), ...pairs(english, coachWords())]);
  const retell = (part: unknown): unknown => {
    if (typeof part === 'string') return told.get(part) ?? part;
    if (Array.isArray(part)) return part.map(retell);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, retell(inner)]));
  };
  return retell(value) as T;
}
