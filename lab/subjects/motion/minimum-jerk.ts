import type { Keys } from '../contract.ts';

/** Minimum-jerk movement from 0 to 1 in unit time, at rest at both ends (Flash and Hogan 1985). */
export function minimumJerk(share: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return 1;
  return share ** 3 * (10 - 15 * share + 6 * share ** 2);
}

/** Value of a channel with keys: constant before the first and after the last key, 0 without keys. */
export function valueAt(keys: Keys | undefined, time: number): number {
  const next = keys?.findIndex(([at]) => time <= at) ?? -1;
  const to = keys?.at(next);
  const from = next > 0 ? keys?.[next - 1] : undefined;
  if (!to) return 0;
  if (!from) return to[1];
  return from[1] + (to[1] - from[1]) * minimumJerk((time - from[0]) / (to[0] - from[0]));
}
