import { describe, expect, it } from 'vitest';
import { PlaneReader } from '../../../workers/pictures/frame-pixels.ts';

const SIZE = { width: 4, height: 2 };

interface Told {
  readonly format?: string | null;
  readonly matrix?: string | null;
  readonly rotation?: number;
  readonly displayWidth?: number;
  readonly displayHeight?: number;
  readonly layouts?: readonly PlaneLayout[];
  readonly fails?: boolean;
}

/** A video frame of 4 × 2 pixels, and how often it was copied. */
function frameOf({
  format = 'I420',
  matrix = null,
  displayWidth = 4,
  displayHeight = 2,
  layouts,
  fails = false,
  ...turn
}: Told = {}) {
  const copies = { count: 0 };
  const frame = {
    format,
    displayWidth,
    displayHeight,
    visibleRect: { x: 0, y: 0, width: 4, height: 2 },
    colorSpace: { matrix, fullRange: null },
    allocationSize: () => 12,
    copyTo: async (to: Uint8Array) => {
      copies.count++;
      if (fails) throw new Error('not supported');
      to.fill(7);
      return layouts ?? [4, 2, 2].map((stride, i) => ({ offset: [0, 8, 10][i], stride }));
    },
    ...turn,
  };
  return { copies, frame: frame as unknown as VideoFrame };
}

describe('the planes of a video frame', () => {
  it('are brightness and both colours, each in its place', async () => {
    const planes = await new PlaneReader().read(frameOf().frame, SIZE);
    expect(planes).toMatchObject({ width: 4, height: 2, colourStep: 1, coding: { matrix: 'bt709', fullRange: false } });
    expect([planes?.luma, planes?.blue, planes?.red].map((plane) => plane?.offset)).toEqual([0, 8, 10]);
  });

  it('may hold both colours in turns', async () => {
    const layouts = [
      { offset: 0, stride: 4 },
      { offset: 8, stride: 4 },
    ];
    const planes = await new PlaneReader().read(frameOf({ format: 'NV12', layouts }).frame, SIZE);
    expect(planes).toMatchObject({ colourStep: 2, blue: { offset: 8 }, red: { offset: 9, stride: 4 } });
  });

  it('are coded as the frame says', async () => {
    expect(await new PlaneReader().read(frameOf({ matrix: 'smpte170m' }).frame, SIZE)).toMatchObject({
      coding: { matrix: 'bt601' },
    });
  });

  it('are read of a frame that is to be shown smaller', async () => {
    const { frame } = frameOf({ displayWidth: 2, displayHeight: 1 });
    expect(await new PlaneReader().read(frame, { width: 2, height: 1 })).toMatchObject({ width: 4, height: 2 });
  });

  it('are not read of a frame that is more than twice as large as it is needed', async () => {
    expect(await new PlaneReader().read(frameOf().frame, { width: 1, height: 1 })).toBeNull();
  });

  it.each<[string, Told]>([
    ['that lies on a graphics processor', { format: null }],
    ['in red, green and blue', { format: 'BGRA' }],
    ['whose coding is not known here', { matrix: 'bt2020-ncl' }],
    ['that has to be turned', { rotation: 90 }],
    ['whose pixels are not square', { displayWidth: 5 }],
  ])('are not read of a frame %s', async (_, told) => {
    const { frame, copies } = frameOf(told);
    expect(await new PlaneReader().read(frame, SIZE)).toBeNull();
    expect(copies.count).toBe(0);
  });

  it('are not tried again after a copy failed', async () => {
    const reader = new PlaneReader();
    expect(await reader.read(frameOf({ fails: true }).frame, SIZE)).toBeNull();
    const { frame, copies } = frameOf();
    expect(await reader.read(frame, SIZE)).toBeNull();
    expect(copies.count).toBe(0);
  });

  it('are none of an image bitmap', async () => {
    expect(await new PlaneReader().read({ width: 4, height: 2 } as ImageBitmap, SIZE)).toBeNull();
  });
});
