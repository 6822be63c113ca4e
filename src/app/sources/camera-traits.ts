/** What a camera does to its picture by itself, and the person should know before a set. */
export type CameraRemark =
  /** The camera or the system keeps the person in the middle by zooming and sliding: the picture is no fixed view. */
  | 'framing'
  /** The background is blurred, so that a moved camera cannot be told. */
  | 'blur'
  /** The picture comes from a program that may change or freeze it. */
  | 'virtual';

/** Names under which programs offer a camera of their own. */
const VIRTUAL =
  /\b(obs|virtual|snap ?camera|manycam|mmhmm|camo|xsplit|vcam|droidcam|epoccam|iriun|ndi|e2esoft|chromacam|nvidia broadcast|splitcam|youcam|webcamoid|v4l2loopback|dummy video)\b/i;

/** Whether a camera's label is that of a program and not of a device. */
export const isVirtualCamera = (label: string): boolean => VIRTUAL.test(label);

/** What `MediaStreamTrack` says of framing, blur and zoom; not all browsers know these words, nor does TypeScript. */
interface FramingFeatures {
  readonly faceFraming?: unknown;
  readonly backgroundBlur?: unknown;
  readonly zoom?: unknown;
}

type Track = Pick<MediaStreamTrack, 'label' | 'getSettings' | 'applyConstraints'> & {
  readonly getCapabilities?: MediaStreamTrack['getCapabilities'];
};

/**
 * Asks a camera to leave its picture alone: no framing, no blur, the smallest zoom. Each is asked for by itself, because
 * one that is refused would undo the others.
 * @returns what it does all the same
 */
export async function steadyCamera(track: Track): Promise<readonly CameraRemark[]> {
  const can = (track.getCapabilities?.() ?? {}) as FramingFeatures;
  if (offersOff(can.faceFraming)) await ask(track, { faceFraming: false });
  if (offersOff(can.backgroundBlur)) await ask(track, { backgroundBlur: false });
  const least = leastOf(can.zoom);
  if (least !== null) await ask(track, { zoom: least });
  const now = track.getSettings() as FramingFeatures;
  return [
    ...(now.faceFraming === true ? (['framing'] as const) : []),
    ...(now.backgroundBlur === true ? (['blur'] as const) : []),
    ...(isVirtualCamera(track.label) ? (['virtual'] as const) : []),
  ];
}

/** A feature that can be switched off: the browser lists the values that it may have. */
const offersOff = (values: unknown): boolean => Array.isArray(values) && values.includes(false);

const leastOf = (range: unknown): number | null => {
  const least: unknown = Object(range).min;
  return typeof least === 'number' && Number.isFinite(least) ? least : null;
};

/** A camera may refuse what it offers; the settings say what came of it. */
const ask = (track: Track, constraint: Record<string, boolean | number>): Promise<void> =>
  track.applyConstraints({ advanced: [constraint as MediaTrackConstraintSet] }).catch(() => undefined);
