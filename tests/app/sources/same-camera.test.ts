import { expect, test } from 'vitest';
import { sameCamera } from '../../../src/app/sources/same-camera.ts';

const lost = { deviceId: 'a', label: 'Webcam (046d:0825)' };
const builtIn = { deviceId: 'b', label: 'Built-in camera' };

test('a camera is known by its id', () => {
  expect(sameCamera(lost, [builtIn, lost], [])).toBe('a');
  expect(sameCamera(lost, [builtIn], [])).toBeNull();
  expect(sameCamera(lost, [], [])).toBeNull();
});

test('a camera that got another id in another socket is known by its name', () => {
  const replugged = { deviceId: 'c', label: lost.label };
  expect(sameCamera(lost, [builtIn, replugged], ['b'])).toBe('c');
});

test('a twin that was there all the time is not the lost one', () => {
  const twin = { deviceId: 'c', label: lost.label };
  expect(sameCamera(lost, [builtIn, twin], ['b', 'c'])).toBeNull();
});

test('cameras without a name are not alike because of that', () => {
  expect(sameCamera({ deviceId: null, label: '' }, [{ deviceId: 'c', label: '' }], [])).toBeNull();
});
