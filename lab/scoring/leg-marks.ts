/** Leg joints marked by hand in photographs, as in `lab/real/labels.json`. */

export const SIDES = ['left', 'right'] as const;
export const JOINTS = ['hip', 'knee', 'ankle'] as const;

export type Joint = (typeof JOINTS)[number];

/** Pixels of the original picture, from its top left corner. */
type Point = readonly [number, number];

export type Leg = Readonly<Record<Joint, Point>>;

/** The marks of one picture. */
export interface Label {
  name: string;
  /** Repository and path. */
  source: string;
  /** Of the picture's file. */
  sha256: string;
  /** Same person, clothes and place. */
  series: string;
  /** The person's own left. */
  left: Leg;
  right: Leg;
  /** Joints that the marker could not see, as "left hip". */
  guessed: readonly string[];
}
