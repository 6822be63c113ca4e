import { expect, test } from 'vitest';
import { sameCamera } from '../../../src/app/sources/camera-source.ts';

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
