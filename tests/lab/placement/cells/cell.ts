import type { Degrees, Metres, Share } from '../../../../src/instrument/geometry/units.ts';
import type { ViewGrade } from '../../../../src/instrument/checks/view-check.ts';

/** One person in one drill with the lens in one place. */
export interface CellPlace {
  readonly drill: string;
  readonly body: string;
  /** As in the clips: 0 the feet or the front, 90 the working side, 180 the head or behind. */
  readonly azimuth: Degrees;
  readonly height: Metres;
  /** Asked for, from lens to mid-hip; a person who does not fit the picture is filmed from farther away. */
  readonly distance: Metres;
}

/** What the study compares: the working hip's rotation and the pelvis, each as change from the reference pose. */
export const STUDY_CHANNELS = ['rotation', 'twist', 'obliquity', 'lift'] as const;
export type StudyChannel = (typeof STUDY_CHANNELS)[number];

/** Degrees; the lift in metres. */
export type ChannelValues = Readonly<Record<StudyChannel, number>>;
export type ChannelReadings = Readonly<Record<StudyChannel, number | null>>;

/** A pose that was held: what was true, and what the app read (mean over the hold; null: no number). */
export interface HeldPose {
  readonly id: string;
  readonly truth: ChannelValues;
  readonly reading: ChannelReadings;
  /** Frames of the hold that count, and how many of them had a valid rotation. */
  readonly frames: number;
  readonly valid: number;
}

/** Of the person's outline, from a mask of the body. */
export interface BackOutline {
  /** Share of the lumbar spine's length whose skin lies on the outline, free against the background. */
  readonly free: Share;
  /** Pixels of the picture that the free outline of the lower back sweeps over for the study's arch. */
  readonly sweptPixels: number;
  /** The same per pixel of outline: how far it moves. */
  readonly shiftPixels: number;
}

export type Outcome = 'measured' | 'no-neutral' | 'no-person';

/** What came of one place: one line of the log. */
export interface Cell extends CellPlace {
  readonly seed: number;
  readonly outcome: Outcome;
  /** The app's own words for why nothing was measured. */
  readonly why: string | null;
  /** How the app as it is now grades the view it found; refused where it would not measure at all. */
  readonly grade: ViewGrade | 'refused';
  /** Lens to mid-hip when the whole person fits. */
  readonly actualDistance: Metres;
  /** Downward angle of the line of sight to the hips. */
  readonly lookingDown: Degrees;
  /** Azimuth that the app found minus the true one; null without a reference pose. */
  readonly azimuthError: Degrees | null;
  /** Share of all frames in which the app saw a person. */
  readonly detected: Share;
  readonly poses: readonly HeldPose[];
  readonly outline: BackOutline;
  /** Wall-clock seconds: painting, encoding, the app's pipeline, the masks. */
  readonly seconds: {
    readonly paint: number;
    readonly encode: number;
    readonly measure: number;
    readonly outline: number;
  };
}

/** The same place has the same key; another seed is another cell. */
export const keyOf = ({ drill, body, azimuth, height, distance }: CellPlace, seed: number): string =>
  [drill, body, azimuth, height, distance, seed].join('/');
