import type { RuleDefinition } from '../drill-definition.ts';

/** How soon a compensation is flagged; `standard` is what the drill itself asks for. */
export type Strictness = 'gentle' | 'standard' | 'strict';

/** Times the enter threshold of every rule. */
const FACTORS: Readonly<Record<Strictness, number>> = { gentle: 1.3, standard: 1, strict: 0.8 };

/**
 * The size at which a flag is asked to open, in the channel's unit. Safe limits: however gentle, what the drill calls strong is
 * flagged; however strict, the floor of noise and false motion (`rule-threshold.ts`) stands.
 */
export const wantedEnter = ({ enter, red }: Pick<RuleDefinition, 'enter' | 'red'>, how: Strictness): number =>
  FACTORS[how] <= 1 ? enter * FACTORS[how] : Math.min(enter * FACTORS[how], Math.max(enter, red));

/** The size from which a flag is red: strict means sooner, gentle never later. */
export const wantedRed = ({ red }: Pick<RuleDefinition, 'red'>, how: Strictness): number =>
  red * Math.min(1, FACTORS[how]);
