import { describe, expect, it, test } from 'vitest';
import type { AppErrorCode } from '../../../src/app/app-error.ts';
import {
  cameraErrorCode,
  type CameraFailure,
  isVirtualCamera,
  sameCamera,
  steadyCamera,
} from '../../../src/app/sources/camera-source.ts';

type Row = readonly [what: string, failure: Partial<CameraFailure> & { name: string }, code: AppErrorCode];

const ROWS: readonly Row[] = [
  [
    'the person says no',
    { name: 'NotAllowedError', message: 'Permission denied', permission: 'denied' },
    'camera-denied',
  ],
  [
    'the person closes the question',
    { name: 'NotAllowedError', message: 'Permission dismissed', permission: 'prompt' },
    'camera-denied',
  ],
  ['an old Chrome is told no', { name: 'PermissionDeniedError' }, 'camera-denied'],
  [
    'macOS forbids it to Chrome',
    { name: 'NotAllowedError', message: 'Permission denied by system', permission: 'granted' },
    'camera-denied-by-system',
  ],
  [
    'the page is allowed but the system is not asked',
    { name: 'NotAllowedError', message: 'The request is not allowed', permission: 'granted' },
    'camera-denied-by-system',
  ],
  [
    'macOS hides it from Firefox',
    { name: 'NotFoundError', message: 'The object can not be found here.', cameras: 1 },
    'camera-denied-by-system',
  ],
  ['there is none', { name: 'NotFoundError', message: 'Requested device not found', cameras: 0 }, 'camera-absent'],
  ['there is none and none can be listed', { name: 'DevicesNotFoundError', cameras: null }, 'camera-absent'],
  ['another program has it (Chrome)', { name: 'NotReadableError', message: 'Device in use' }, 'camera-busy'],
  ['another program has it (old Chrome)', { name: 'TrackStartError' }, 'camera-busy'],
  ['another program has it (Firefox)', { name: 'AbortError', message: 'Starting videoinput failed' }, 'camera-busy'],
  ['a frame without permission policy asks', { name: 'SecurityError' }, 'camera-denied'],
  ['the camera can do none of it', { name: 'OverconstrainedError' }, 'camera-failed'],
  ['something else happens', { name: 'TypeError' }, 'camera-failed'],
];

it.each(ROWS)('a camera that does not open gets the right error code when %s', (_what, failure, code) => {
  expect(cameraErrorCode({ message: '', permission: 'unknown', cameras: 1, ...failure })).toBe(code);
});

const lost = { deviceId: 'a', label: 'Webcam (046d:0825)' };
const builtIn = { deviceId: 'b', label: 'Built-in camera' };

test('a lost camera is recognised by its id', () => {
  expect(sameCamera(lost, [builtIn, lost], [])).toBe('a');
  expect(sameCamera(lost, [builtIn], [])).toBeNull();
  expect(sameCamera(lost, [], [])).toBeNull();
});

test('a camera with a new id in another socket is recognised by its label', () => {
  const replugged = { deviceId: 'c', label: lost.label };
  expect(sameCamera(lost, [builtIn, replugged], ['b'])).toBe('c');
});

test('another camera of the same label that was there all the time is not the lost one', () => {
  const twin = { deviceId: 'c', label: lost.label };
  expect(sameCamera(lost, [builtIn, twin], ['b', 'c'])).toBeNull();
});

test('cameras without a label are not recognised by it', () => {
  expect(sameCamera({ deviceId: null, label: '' }, [{ deviceId: 'c', label: '' }], [])).toBeNull();
});

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

it('the label of a camera tells that of a program from that of a device', () => {
  const programs =
    'OBS Virtual Camera|Snap Camera|ManyCam Virtual Webcam|mmhmm Camera|Camo|XSplit VCam|NVIDIA Broadcast|DroidCam Source 3|OBS-Camera';
  const devices = 'FaceTime HD Camera|Integrated Camera (0408:5365)|Logitech BRIO|HD Pro Webcam C920|fake_device_0|';
  for (const label of programs.split('|')) expect(isVirtualCamera(label), label).toBe(true);
  for (const label of devices.split('|')) expect(isVirtualCamera(label), label).toBe(false);
});
