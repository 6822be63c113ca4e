import { describe, expect, it } from 'vitest';
import { isVirtualCamera, steadyCamera } from '../../../src/app/sources/camera-source.ts';

type Values = Record<string, unknown>;

/** A track that keeps what it is asked for, unless it refuses. */
function aTrack(label: string, capabilities: Values | null, settings: Values, refuses: readonly string[] = []) {
  const now = { ...settings };
  const asked: Values[] = [];
  const track = {
    label,
    getSettings: () => now as MediaTrackSettings,
    applyConstraints: async ({ advanced = [] }: MediaTrackConstraints = {}) => {
      for (const constraint of advanced as Values[]) {
        asked.push(constraint);
        const [name = ''] = Object.keys(constraint);
        if (refuses.includes(name)) throw new Error('OverconstrainedError');
        Object.assign(now, constraint);
      }
    },
    ...(capabilities ? { getCapabilities: () => capabilities as MediaTrackCapabilities } : {}),
  };
  return { track, asked };
}

describe('a camera that frames, blurs or zooms', () => {
  const able = { faceFraming: [false, true], backgroundBlur: [false, true], zoom: { min: 100, max: 400, step: 10 } };

  it('is asked to leave its picture alone, and then has no remark', async () => {
    const { track, asked } = aTrack('Integrated Camera', able, { faceFraming: true, backgroundBlur: true, zoom: 150 });
    expect(await steadyCamera(track)).toEqual([]);
    expect(asked).toEqual([{ faceFraming: false }, { backgroundBlur: false }, { zoom: 100 }]);
  });

  it('is named if it refuses, and is asked for the rest all the same', async () => {
    const { track, asked } = aTrack('Integrated Camera', able, { faceFraming: true, backgroundBlur: true }, [
      'faceFraming',
    ]);
    expect(await steadyCamera(track)).toEqual(['framing']);
    expect(asked).toHaveLength(3);
  });

  it('is named without being asked if the system does not let pages switch it off', async () => {
    const { track, asked } = aTrack('Camera', { backgroundBlur: [true] }, { backgroundBlur: true });
    expect(await steadyCamera(track)).toEqual(['blur']);
    expect(asked).toEqual([]);
  });

  it('is left alone where the browser knows none of it', async () => {
    expect(await steadyCamera(aTrack('Camera', {}, {}).track)).toEqual([]);
    expect(await steadyCamera(aTrack('Camera', null, {}).track)).toEqual([]);
  });

  it('is a remark if a program offers it', async () => {
    expect(await steadyCamera(aTrack('OBS Virtual Camera', null, {}).track)).toEqual(['virtual']);
  });
});

describe('the label of a camera', () => {
  it.each([
    'OBS Virtual Camera',
    'Snap Camera',
    'ManyCam Virtual Webcam',
    'mmhmm Camera',
    'Camo',
    'XSplit VCam',
    'NVIDIA Broadcast',
    'DroidCam Source 3',
    'OBS-Camera',
  ])('is that of a program: %s', (label) => {
    expect(isVirtualCamera(label)).toBe(true);
  });

  it.each([
    'FaceTime HD Camera',
    'Integrated Camera (0408:5365)',
    'Logitech BRIO',
    'HD Pro Webcam C920',
    'fake_device_0',
    '',
  ])('is that of a device: %s', (label) => {
    expect(isVirtualCamera(label)).toBe(false);
  });
});
