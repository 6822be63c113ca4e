import { setWords } from '../language/en/set.ts';

/** What a key can do while a set runs. */
export type SetAction = 'pause' | 'skip' | 'stop' | 'mute' | 'pinch' | 'pain' | 'numb' | 'number' | 'keys';

/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly repeat: boolean;
}

/** One row a key, in the order in which the help shows them. `single`: one character, may be switched off (WCAG 2.1.4). */
export interface KeyRow {
  readonly keys: readonly string[];
  readonly action: SetAction;
  readonly shown: string;
  readonly single: boolean;
}

export const SET_KEYS: readonly KeyRow[] = [
  { keys: [' '], action: 'pause', shown: 'Space', single: false },
  { keys: ['ArrowRight'], action: 'skip', shown: '→', single: false },
  { keys: ['n'], action: 'skip', shown: 'N', single: true },
  { keys: ['Escape'], action: 'stop', shown: 'Esc', single: false },
  { keys: ['s'], action: 'stop', shown: 'S', single: true },
  { keys: ['m'], action: 'mute', shown: 'M', single: true },
  { keys: ['f'], action: 'number', shown: 'F', single: true },
  { keys: ['1'], action: 'pinch', shown: '1', single: true },
  { keys: ['2'], action: 'pain', shown: '2', single: true },
  { keys: ['3'], action: 'numb', shown: '3', single: true },
  { keys: ['?'], action: 'keys', shown: '?', single: true },
];

/** A key as it is printed: the two with names have one in each language. */
export function keyName(shown: string): string {
  const { space, escape } = setWords().keyNames;
  return shown === 'Space' ? space : shown === 'Esc' ? escape : shown;
}

/** A held key acts once. Keys with Ctrl, Alt or Meta belong to the browser. */
export const setActionFor = (press: KeyPress, singleKeys: boolean): SetAction | null => {
  if (press.ctrlKey || press.altKey || press.metaKey || press.repeat) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const row = SET_KEYS.find(({ keys }) => keys.includes(key));
  if (!row || (row.single && !singleKeys)) return null;
  return row.action;
};

/** What an event's innermost target tells; an `Element` fits. */
export interface KeyTarget {
  readonly tagName?: string;
  readonly isContentEditable?: boolean;
  readonly type?: string;
}

const TYPED = new Set(['INPUT', 'TEXTAREA', 'SELECT']);
const PRESSED = new Set(['BUTTON', 'A', 'SUMMARY']);
const PRESSED_INPUTS = new Set(['checkbox', 'radio', 'button', 'submit', 'file']);

const isPressed = ({ tagName = '', type = '' }: KeyTarget): boolean =>
  PRESSED.has(tagName) || (tagName === 'INPUT' && PRESSED_INPUTS.has(type));

/** Something is typed or chosen there: no key may act. */
export const isField = (target: KeyTarget | null | undefined): boolean =>
  !!target && ((TYPED.has(target.tagName ?? '') && !isPressed(target)) || target.isContentEditable === true);

/** A focused button keeps its own Space and Enter: what has the focus ring is what is pressed. */
export const ownsKey = (target: KeyTarget | null | undefined, key: string): boolean =>
  (key === ' ' || key === 'Enter') && !!target && isPressed(target);
