import type { Keys } from '../contract.ts';

/** Minimum-jerk way from 0 to 1 in unit time (Flash & Hogan): at rest at both ends. */
export function minimumJerk(share: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return 1;
  return share ** 3 * (10 - 15 * share + 6 * share ** 2);
}

/** Value of a keyed channel: held before the first and after the last key, 0 without keys. */
export function valueAt(keys: Keys | undefined, time: number): number {
  const next = keys?.findIndex(([at]) => time <= at) ?? -1;
  const to = keys?.at(next);
  const from = next > 0 ? keys?.[next - 1] : undefined;
  if (!to) return 0;
  if (!from) return to[1];
  return from[1] + (to[1] - from[1]) * minimumJerk((time - from[0]) / (to[0] - from[0]));
}
