import { isSameAspect, type PictureSize } from '../../src/instrument/checks/picture-size.ts';
import { canResize, type ColourCoding, type VideoPlanes } from './video-planes.ts';

const FORMATS: readonly (string | null)[] = ['I420', 'NV12'];

/** Ways to code a colour that are read here, as a `VideoFrame` calls them. A frame that does not say has that of HD video. */
const MATRICES: Readonly<Record<string, ColourCoding['matrix']>> = {
  bt709: 'bt709',
  smpte170m: 'bt601',
  bt470bg: 'bt601',
};

/**
 * Copies the planes of video frames. That costs an eighth of drawing a frame on a canvas and reading it back, because
 * nothing is converted that nobody looks at.
 */
export class PlaneReader {
  #bytes = new Uint8Array();
  #failed = false;

  /**
   * The planes; they are overwritten by the next frame's.
   * @param smallest size in which they are to be read
   * @returns null: the frame is kept otherwise (on a GPU, in red, green and blue), is too large for that size, or would have to be turned
   * or stretched
   */
  async read(frame: ImageBitmap | VideoFrame, smallest: PictureSize): Promise<VideoPlanes | null> {
    if (this.#failed || !('format' in frame) || !FORMATS.includes(frame.format) || !isPlain(frame)) return null;
    const coding = codingOf(frame.colorSpace);
    if (!coding || !frame.visibleRect || !canResize(frame.visibleRect, smallest)) return null;
    const { width, height } = frame.visibleRect;
    try {
      const size = frame.allocationSize();
      if (this.#bytes.length < size) this.#bytes = new Uint8Array(size);
      const [luma, second, third] = await frame.copyTo(this.#bytes);
      if (!luma || !second) return null;
      const red = third ?? { ...second, offset: second.offset + 1 };
      return { width, height, bytes: this.#bytes, luma, blue: second, red, colourStep: third ? 1 : 2, coding };
    } catch {
      // A browser that cannot copy one frame of a source cannot copy the others.
      this.#failed = true;
      return null;
    }
  }
}

/** Newer browsers tell whether a frame has to be turned to be upright. */
type TurnableFrame = VideoFrame & { readonly rotation?: number; readonly flip?: boolean };

function isPlain({ visibleRect, displayWidth, displayHeight, rotation = 0, flip = false }: TurnableFrame): boolean {
  // A browser that was asked for a smaller picture may leave the frame as it is and only tell how large to show it.
  const shown = { width: displayWidth, height: displayHeight };
  return !flip && rotation === 0 && visibleRect !== null && isSameAspect(visibleRect, shown);
}

function codingOf({ matrix, fullRange }: VideoColorSpace): ColourCoding | null {
  const known = MATRICES[matrix ?? 'bt709'];
  return known ? { matrix: known, fullRange: fullRange === true } : null;
}
