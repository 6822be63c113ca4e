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

test('each key has the action that the help names', () => {
  for (const { keys, action } of SET_KEYS)
    for (const key of keys) expect(setActionFor(press(key), true), key).toBe(action);
});

test('capital letters act as small ones do', () => {
  expect(['N', 'S', 'M'].map((key) => setActionFor(press(key), true))).toEqual(['skip', 'stop', 'mute']);
});

test('other keys have no action', () => {
  for (const key of ['a', '4', 'Tab', 'ArrowLeft', 'F5', 'Backspace', 'Shift'])
    expect(setActionFor(press(key), true), key).toBeNull();
});

test('keys with Ctrl, Alt or Meta are left to the browser', () => {
  expect(setActionFor(press('s', { ctrlKey: true }), true)).toBeNull();
  expect(setActionFor(press('n', { metaKey: true }), true)).toBeNull();
  expect(setActionFor(press('1', { altKey: true }), true)).toBeNull();
});

test('a key that is held down acts only once', () => {
  expect(setActionFor(press('Escape', { repeat: true }), true)).toBeNull();
});

test('with single-character keys switched off only Space and named keys act', () => {
  const left = SET_KEYS.flatMap(({ keys }) => keys).filter((key) => setActionFor(press(key), false) !== null);
  expect(left.filter((key) => key.length === 1)).toEqual([' ']);
  expect(left).toContain('Escape');
});

test('presenters and media keys start a set, pause it, go on and skip', () => {
  expect(['PageDown', 'MediaPlayPause'].map((key) => setActionFor(press(key), false))).toEqual(['pause', 'pause']);
  expect(setActionFor(press('PageUp'), false)).toBe('skip');
  expect([' ', 'PageDown', 'MediaPlayPause', 'PageUp', 'n'].map(startsSet)).toEqual([true, true, true, false, false]);
});

test('no key acts while something is typed or chosen', () => {
  expect(isField({ tagName: 'INPUT', type: 'number' })).toBe(true);
  expect(isField({ tagName: 'TEXTAREA' })).toBe(true);
  expect(isField({ tagName: 'SELECT' })).toBe(true);
  expect(isField({ tagName: 'DIV', isContentEditable: true })).toBe(true);
  expect(isField({ tagName: 'H1' })).toBe(false);
  expect(isField(null)).toBe(false);
});

test('with the focus on a tick box a symptom key acts, and Space belongs to the box', () => {
  const box = { tagName: 'INPUT', type: 'checkbox' };
  expect(isField(box)).toBe(false);
  expect([ownsKey(box, ' '), ownsKey(box, '1')]).toEqual([true, false]);
});

test('Space and Enter belong to a focused button', () => {
  expect(ownsKey({ tagName: 'BUTTON' }, ' ')).toBe(true);
  expect(ownsKey({ tagName: 'BUTTON' }, 'Escape')).toBe(false);
  expect(ownsKey({ tagName: 'H1' }, ' ')).toBe(false);
});
