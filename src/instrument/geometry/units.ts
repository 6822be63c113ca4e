/**
 * Numbers that carry their unit in the type. A bare number may be given where a unit is wanted, but degrees
 * cannot be given where metres are wanted: the mark is only there for the compiler.
 */
declare const unit: unique symbol;
type Marked<Name extends string> = number & { readonly [unit]?: Name };

export type Degrees = Marked<'degrees'>;
export type Metres = Marked<'metres'>;
export type Seconds = Marked<'seconds'>;
export type Milliseconds = Marked<'milliseconds'>;
export type Pixels = Marked<'pixels'>;
/** A share between 0 and 1. */
export type Share = Marked<'share'>;

/** A measured value with its standard deviation, both in the same unit. */
export interface Estimate<U extends number> {
  readonly value: U;
  readonly sd: U;
}

/** The person's own left and right, never the picture's. */
export type Side = 'left' | 'right';
export type WorkingSide = Side | 'both';

export interface BySide<T> {
  readonly left: T;
  readonly right: T;
}

export const otherSide = (side: Side): Side => (side === 'left' ? 'right' : 'left');

/** The legs that work. */
export const sidesOf = (side: WorkingSide): readonly Side[] => (side === 'both' ? ['left', 'right'] : [side]);

/** The side that carries the number on the screen; bilateral drills show the left first. */
export const leadingSide = (side: WorkingSide): Side => (side === 'right' ? 'right' : 'left');

/**
 * The working hip's value: that of one side, or the mean of both where both work at once. A pelvis that lists lends to one hip
 * what it takes from the other, so the mean is free of it. Their spread is taken as if both erred independently: in 21 rendered sets the
 * errors were as often alike as opposite (likeness −.87 to .80, 0 in the mean), and the mean's band held .97 of the truth as if they were one.
 */
export function workingEstimate<U extends number>(
  sides: BySide<Estimate<U> | null>,
  side: WorkingSide,
): Estimate<number> | null {
  if (side !== 'both') return sides[side];
  const { left, right } = sides;
  if (left === null || right === null) return null;
  return { value: (left.value + right.value) / 2, sd: Math.hypot(left.sd, right.sd) / 2 };
}

/** A value that may be off by this share of itself as well, independently of what it is off by anyway. */
export const lessSure = <U extends number>({ value, sd }: Estimate<U>, share: Share): Estimate<number> => ({
  value,
  sd: Math.hypot(sd, share * value),
});

/** Half-width of the 90 % band of a normal error. */
export const band90 = (sd: number): number => 1.645 * sd;

/** Difference of two directions on the circle, 0…180. */
export const turnBetween = (a: Degrees, b: Degrees): Degrees => Math.abs(((((a - b + 180) % 360) + 360) % 360) - 180);

/** True within a wait; a clock that was set back ends every wait. */
export const isWithin = (elapsed: Seconds, wait: Seconds): boolean => elapsed >= 0 && elapsed < wait;
