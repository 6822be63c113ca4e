import { expect, test } from 'vitest';
import {
  isField,
  type KeyPress,
  opensSettings,
  ownsKey,
  SET_KEYS,
  setActionFor,
  startsSet,
} from '../../../src/ui/shell/key-map.ts';

const press = (key: string, part: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  shiftKey: false,
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

test.each([
  ['French', { Digit1: '&', Digit2: 'é', Digit3: '"' }],
  ['Czech', { Digit1: '+', Digit2: 'ě', Digit3: 'š' }],
  ['Russian', { KeyN: 'т', KeyS: 'ы', KeyM: 'ь', KeyF: 'а' }],
  ['Greek', { KeyN: 'ν', KeyS: 'Σ', KeyM: 'μ', KeyF: 'φ' }],
  ['an input method', { KeyN: 'Process', KeyS: 'Unidentified', Digit2: 'Dead' }],
])('a key without a letter or digit of its own acts by its place: %s', (_layout, keys) => {
  const wanted = { 1: 'pinch', 2: 'pain', 3: 'numb', N: 'skip', S: 'stop', M: 'mute', F: 'full', D: 'number' };
  for (const [code, key] of Object.entries(keys))
    expect(setActionFor(press(key, { code }), true), code).toBe(wanted[code.slice(-1) as keyof typeof wanted]);
  for (const [code, key] of Object.entries(keys)) expect(setActionFor(press(key, { code }), false), code).toBeNull();
});

test('a letter acts by what is written on its key, wherever it is', () => {
  // Dvorak has "o" in the place of S, and "s" in that of the semicolon; French has "m" there.
  expect(setActionFor(press('o', { code: 'KeyS' }), true)).toBeNull();
  expect(setActionFor(press('s', { code: 'Semicolon' }), true)).toBe('stop');
  expect(setActionFor(press('m', { code: 'Semicolon' }), true)).toBe('mute');
  // French: "?" is typed in the place of M.
  expect(setActionFor(press('?', { code: 'KeyM' }), true)).toBe('keys');
  expect(setActionFor(press('!', { code: 'Digit1', shiftKey: true }), true)).toBeNull();
  expect(setActionFor(press('4', { code: 'Digit4' }), true)).toBeNull();
});

test('the comma opens the settings, by its place where the layout has a letter of another script there', () => {
  expect(opensSettings(press(',', { code: 'KeyM' }), true)).toBe(true);
  expect(opensSettings(press('б', { code: 'Comma' }), true)).toBe(true);
  expect(opensSettings(press('w', { code: 'Comma' }), true)).toBe(false);
  expect(opensSettings(press('б', { code: 'Comma' }), false)).toBe(false);
});

test('capital letters act as small ones do; other keys, keys with Ctrl, Alt or Meta, and a key held down do nothing', () => {
  expect(['N', 'S', 'M'].map((key) => setActionFor(press(key), true))).toEqual(['skip', 'stop', 'mute']);
  const other = ['a', '4', 'Tab', 'ArrowLeft', 'F5', 'Backspace', 'Shift'].map((key) => press(key));
  const held = [press('s', { ctrlKey: true }), press('n', { metaKey: true }), press('1', { altKey: true })];
  for (const one of [...other, ...held, press('Escape', { repeat: true })])
    expect(setActionFor(one, true), one.key).toBeNull();
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
