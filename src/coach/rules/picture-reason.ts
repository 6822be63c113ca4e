import type { CameraChange, Reading } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';

/** A change of the picture that needs a new reference pose. */
export type CameraReason = Extract<
  Reason,
  'camera-moved' | 'picture-slid' | 'camera-tilted' | 'picture-zoomed' | 'picture-turned' | 'picture-resized'
>;

export const CAMERA_REASONS: Readonly<Record<CameraChange, CameraReason>> = {
  moved: 'camera-moved',
  slid: 'picture-slid',
  tilted: 'camera-tilted',
  zoomed: 'picture-zoomed',
  turned: 'picture-turned',
  resized: 'picture-resized',
};

/** What has happened to the picture since the reference pose; null: nothing that is certain. */
export const cameraReason = ({ cameraMoved, cameraChange }: Reading): CameraReason | null =>
  cameraMoved ? reasonOf(cameraChange) : null;

const reasonOf = (change: Reading['cameraChange']): CameraReason => CAMERA_REASONS[change ?? 'moved'];

export const isCameraReason = (reason: Reason | null): reason is CameraReason =>
  reason !== null && Object.values<Reason>(CAMERA_REASONS).includes(reason);

/** Why nothing may be read from a picture whose camera has moved, or may have; null: it may. */
export function pictureReason(reading: Reading): Reason | null {
  // While it is uncertain whether the camera has moved, frames do not count either.
  return cameraReason(reading) ?? (reading.cameraUnsure ? reasonOf(reading.cameraChange) : null);
}
