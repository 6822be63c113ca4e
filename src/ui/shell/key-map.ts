import { setWords } from '../../i18n/en/set.ts';

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
  // A presenter's clicker sends Page Down for "next" and Page Up for "back"; headphones and keyboards have media keys.
  {
    keys: [' ', 'PageDown', 'MediaPlayPause', 'MediaPlay', 'MediaPause'],
    action: 'pause',
    shown: 'Space, Page Down',
    single: false,
  },
  { keys: ['ArrowRight', 'PageUp', 'MediaTrackNext'], action: 'skip', shown: '→, Page Up', single: false },
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

/** Keys as they are printed: those with names have them in each language. */
export function keyName(shown: string): string {
  const { space, escape, pageUp, pageDown } = setWords().keyNames;
  return shown.replace('Space', space).replace('Esc', escape).replace('Page Up', pageUp).replace('Page Down', pageDown);
}

/** A held key acts once. Keys with Ctrl, Alt or Meta belong to the browser. */
export const setActionFor = (press: KeyPress, singleKeys: boolean): SetAction | null => {
  if (press.ctrlKey || press.altKey || press.metaKey || press.repeat) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const row = SET_KEYS.find(({ keys }) => keys.includes(key));
  if (!row || (row.single && !singleKeys)) return null;
  return row.action;
};

/** The comma, as many programs have it; from every screen but a set's. */
export const opensSettings = (press: KeyPress, singleKeys: boolean): boolean =>
  singleKeys && press.key === ',' && !press.ctrlKey && !press.altKey && !press.metaKey && !press.repeat;

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

/** Keys that begin a set: the same that pause it. */
export const startsSet = (key: string): boolean =>
  SET_KEYS.some(({ keys, action }) => action === 'pause' && keys.includes(key));

/** Something is typed or chosen there: no key may act. */
export const isField = (target: KeyTarget | null | undefined): boolean =>
  !!target && ((TYPED.has(target.tagName ?? '') && !isPressed(target)) || target.isContentEditable === true);

/** A focused button keeps its own Space and Enter: what has the focus ring is what is pressed. */
export const ownsKey = (target: KeyTarget | null | undefined, key: string): boolean =>
  (key === ' ' || key === 'Enter') && !!target && isPressed(target);
