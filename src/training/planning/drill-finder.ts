export const WISHES = ['looser', 'stronger', 'ready'] as const;
export type Wish = (typeof WISHES)[number];

/** How the person can be placed: on the back, sitting on the floor, on hands and knees, or not on the floor at all. */
export const STANCES = ['lying', 'sitting', 'kneeling', 'standing'] as const;
export type Stance = (typeof STANCES)[number];

/** What the person has at hand. */
export const EQUIPMENT = ['nothing', 'wall', 'block', 'band', 'box'] as const;
export type Equipment = (typeof EQUIPMENT)[number];

export interface DrillWish {
  /** A hip hurts, pinches or was stopped. Absent: none does. */
  readonly sore?: boolean;
  readonly wish: Wish;
  readonly stance: Stance;
  readonly has: Equipment;
}

/** Ids of the drills that the finder can name. */
export type FoundDrill =
  | 'supine-sleeper'
  | 'supine-ir-pulses-feet-lifted'
  | 'supine-ir-pulses-feet-flat'
  | 'knee-to-knee-wall'
  | 'knee-to-knee-floor'
  | 'ninety-ninety-stretch'
  | 'ninety-ninety-contract-relax'
  | 'ninety-ninety-pails-rails'
  | 'ninety-ninety-lift-off'
  | 'quadruped-band-ir'
  | 'standing-hamstring'
  | 'hip-movement-sequence';

/** The answer: the first drill is the better one. */
export interface DrillAnswer {
  readonly drills: readonly [FoundDrill] | readonly [FoundDrill, FoundDrill];
  /** What the stance would need for a drill of its own; null: nothing is missing. */
  readonly missing: 'band' | 'box' | null;
}

const answer = (...drills: DrillAnswer['drills']): DrillAnswer => ({ drills, missing: null });

/** On the back: a wall or a block opens the drill made for it; with empty hands there is always one. Feet on the floor bend a sore hip less. */
function lying({ wish, has, sore = false }: DrillWish): DrillAnswer {
  const knees = has === 'wall' && !sore ? 'knee-to-knee-wall' : 'knee-to-knee-floor';
  if (wish === 'looser')
    return has === 'wall' || sore ? answer(knees, 'supine-sleeper') : answer('supine-sleeper', knees);
  if (wish === 'stronger')
    return has === 'block' ? answer('supine-ir-pulses-feet-lifted', 'supine-sleeper') : answer('supine-sleeper');
  return has === 'block' ? answer('supine-ir-pulses-feet-flat', knees) : answer(knees);
}

/** The 90/90 drills need nothing. Before training the pushes are short and gentle: neither a long stretch nor strength work makes ready. */
function sitting({ wish }: DrillWish): DrillAnswer {
  if (wish === 'looser') return answer('ninety-ninety-stretch', 'ninety-ninety-contract-relax');
  if (wish === 'stronger') return answer('ninety-ninety-pails-rails', 'ninety-ninety-lift-off');
  return answer('ninety-ninety-contract-relax');
}

/** The only drill on hands and knees needs a band. */
const kneeling = ({ has }: DrillWish): DrillAnswer =>
  has === 'band' ? answer('quadruped-band-ir') : { drills: ['hip-movement-sequence'], missing: 'band' };

/** The hamstring drill needs a box; before training the sequence is better than a long push. */
function standing({ wish, has }: DrillWish): DrillAnswer {
  if (wish === 'ready') return answer('hip-movement-sequence');
  if (has === 'box') return answer('standing-hamstring', 'hip-movement-sequence');
  return { drills: ['hip-movement-sequence'], missing: 'box' };
}

const BY_STANCE: Readonly<Record<Stance, (wish: DrillWish) => DrillAnswer>> = { lying, sitting, kneeling, standing };

/** One or two drills for the three answers. There is an answer to every combination. */
export const findDrills = (wish: DrillWish): DrillAnswer => BY_STANCE[wish.stance](wish);
