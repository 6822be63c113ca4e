import { describe, expect, it } from 'vitest';
import type { AppErrorCode } from '../../../src/app/app-error.ts';
import { cameraErrorCode, type CameraFailure } from '../../../src/app/sources/camera-source.ts';

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

describe('a camera that does not open', () => {
  it.each(ROWS)('gets the right error code when %s', (_what, failure, code) => {
    expect(cameraErrorCode({ message: '', permission: 'unknown', cameras: 1, ...failure })).toBe(code);
  });
});
