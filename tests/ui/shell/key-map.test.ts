import { expect, test } from 'vitest';
import { isField, type KeyPress, ownsKey, SET_KEYS, setActionFor, startsSet } from '../../../src/ui/shell/key-map.ts';

const press = (key: string, part: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  ...part,
});

test('each key does what the help says', () => {
  for (const { keys, action } of SET_KEYS)
    for (const key of keys) expect(setActionFor(press(key), true), key).toBe(action);
});

test('capital letters act like small ones', () => {
  expect(['N', 'S', 'M'].map((key) => setActionFor(press(key), true))).toEqual(['skip', 'stop', 'mute']);
});

test('keys that mean nothing do nothing', () => {
  for (const key of ['a', '4', 'Enter', 'Tab', 'ArrowLeft', 'F5', 'Backspace', 'Shift'])
    expect(setActionFor(press(key), true), key).toBeNull();
});

test('keys with Ctrl, Alt or Meta stay the browser’s', () => {
  expect(setActionFor(press('s', { ctrlKey: true }), true)).toBeNull();
  expect(setActionFor(press('n', { metaKey: true }), true)).toBeNull();
  expect(setActionFor(press('1', { altKey: true }), true)).toBeNull();
});

test('a key that is held down acts once', () => {
  expect(setActionFor(press('Escape', { repeat: true }), true)).toBeNull();
});

test('with single keys off only keys that write nothing act', () => {
  const left = SET_KEYS.flatMap(({ keys }) => keys).filter((key) => setActionFor(press(key), false) !== null);
  expect(left.filter((key) => key.length === 1)).toEqual([' ']);
  expect(left).toContain('Escape');
});

test('a presenter’s clicker and media keys pause, go on and skip, and begin a set', () => {
  expect(['PageDown', 'MediaPlayPause'].map((key) => setActionFor(press(key), false))).toEqual(['pause', 'pause']);
  expect(setActionFor(press('PageUp'), false)).toBe('skip');
  expect([' ', 'PageDown', 'MediaPlayPause', 'PageUp', 'n'].map(startsSet)).toEqual([true, true, true, false, false]);
});

test('nothing acts while something is typed or chosen', () => {
  expect(isField({ tagName: 'INPUT', type: 'number' })).toBe(true);
  expect(isField({ tagName: 'TEXTAREA' })).toBe(true);
  expect(isField({ tagName: 'SELECT' })).toBe(true);
  expect(isField({ tagName: 'DIV', isContentEditable: true })).toBe(true);
  expect(isField({ tagName: 'H1' })).toBe(false);
  expect(isField(null)).toBe(false);
});

test('a symptom key works with the focus on a tick box, which keeps only its own Space', () => {
  const box = { tagName: 'INPUT', type: 'checkbox' };
  expect(isField(box)).toBe(false);
  expect([ownsKey(box, ' '), ownsKey(box, '1')]).toEqual([true, false]);
});

test('a focused button keeps Space and Enter', () => {
  expect(ownsKey({ tagName: 'BUTTON' }, ' ')).toBe(true);
  expect(ownsKey({ tagName: 'BUTTON' }, 'Escape')).toBe(false);
  expect(ownsKey({ tagName: 'H1' }, ' ')).toBe(false);
});
