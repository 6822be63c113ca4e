/** One clip of the set that ships with the tests: which performance, by whom it is done and how it is seen comes from the seed. */
export interface SetClip {
  readonly recipe: string;
  readonly seed: number;
}

/**
 * At least one clean and two compensated performances of a drill, each by another person in another room; all at 15 frames a
 * second, none in the dark. The seeds were chosen for their variety, before anything was measured with them.
 */
export const CLIP_SET: readonly SetClip[] = [
  { recipe: 'supine-sleeper-clean', seed: 8 },
  { recipe: 'supine-sleeper-twist-chase', seed: 18 },
  { recipe: 'supine-sleeper-lift', seed: 2 },
  { recipe: 'quadruped-band-ir-clean', seed: 5 },
  { recipe: 'quadruped-band-ir-list', seed: 12 },
  { recipe: 'quadruped-band-ir-yaw', seed: 1 },
  { recipe: 'ninety-ninety-pails-rails-clean', seed: 3 },
  { recipe: 'ninety-ninety-pails-rails-lean', seed: 7 },
  { recipe: 'ninety-ninety-pails-rails-sit-bone-lift', seed: 7 },
];
