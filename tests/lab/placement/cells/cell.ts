import type { Degrees, Metres, Share } from '../../../../src/instrument/geometry/units.ts';
import type { ViewGrade } from '../../../../src/instrument/checks/view-check.ts';

/** One person in one drill, filmed from one place. */
export interface CellPlace {
  readonly drill: string;
  readonly body: string;
  /** 0 at the feet or in front, 90 at the working side, 180 at the head or behind. */
  readonly azimuth: Degrees;
  readonly height: Metres;
  /** Intended distance from lens to mid-hip. The camera moves back if the person does not fit into the picture. */
  readonly distance: Metres;
}

/**
 * Channels that the study compares, as changes since the reference pose: rotation of the working hip and pelvic motion.
 */
export const STUDY_CHANNELS = ['rotation', 'twist', 'obliquity', 'lift'] as const;
export type StudyChannel = (typeof STUDY_CHANNELS)[number];

/** Degrees; the lift in metres. */
export type ChannelValues = Readonly<Record<StudyChannel, number>>;
export type ChannelReadings = Readonly<Record<StudyChannel, number | null>>;

/** A held pose: true values and the app's readings (mean over the hold; null: no reading). */
export interface HeldPose {
  readonly id: string;
  readonly truth: ChannelValues;
  readonly reading: ChannelReadings;
  /** Number of counted frames, and number of these with a valid rotation. */
  readonly frames: number;
  readonly valid: number;
}

/** Figures of the back's outline, from a mask of the body. */
export interface BackOutline {
  /** Share of the lumbar spine's length that lies on the outline against the background. */
  readonly free: Share;
  /** Area that the free outline of the lower back sweeps in the study's arch, pixels. */
  readonly sweptPixels: number;
  /** Mean shift of this outline: swept area per pixel of length. */
  readonly shiftPixels: number;
}

export type Outcome = 'measured' | 'no-neutral' | 'no-person';

/** The result for one place: one line of the log. */
export interface Cell extends CellPlace {
  readonly seed: number;
  readonly outcome: Outcome;
  /** The app's reason for measuring nothing; null if it measured. */
  readonly why: string | null;
  /** The app's grade for the view that it found; `refused` if it would not measure. */
  readonly grade: ViewGrade | 'refused';
  /** Distance from lens to mid-hip at which the whole person fits. */
  readonly actualDistance: Metres;
  /** Downward angle of the line of sight to the hips. */
  readonly lookingDown: Degrees;
  /** Azimuth found by the app minus the true one; null without a reference pose. */
  readonly azimuthError: Degrees | null;
  /** Share of all frames in which the app saw a person. */
  readonly detected: Share;
  readonly poses: readonly HeldPose[];
  readonly outline: BackOutline;
  /** Run time in seconds: rendering, encoding, the app's pipeline, masks. */
  readonly seconds: {
    readonly paint: number;
    readonly encode: number;
    readonly measure: number;
    readonly outline: number;
  };
}

/** Key of a place and a seed. */
export const keyOf = ({ drill, body, azimuth, height, distance }: CellPlace, seed: number): string =>
  [drill, body, azimuth, height, distance, seed].join('/');
