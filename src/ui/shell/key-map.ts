export type SetAction =
  | 'pause'
  | 'skip'
  | 'stop'
  | 'mute'
  | 'louder'
  | 'quieter'
  | 'full'
  | 'pinch'
  | 'pain'
  | 'numb'
  | 'number'
  | 'keys'
  | 'count';

/** What is read of a keyboard event. `code` is the place of the key, whatever the layout writes on it. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat'>;

export interface KeyRow {
  readonly keys: readonly string[];
  readonly action: SetAction;
  /** The keys as the help shows them; `keyName` translates it. */
  readonly shown: string;
  /** A key of one character, which the person can switch off (WCAG 2.1.4). */
  readonly single: boolean;
}

export const SET_KEYS: readonly KeyRow[] = [
  // A presenter sends Page Down for "next" and Page Up for "back"; headphones and keyboards send media keys.
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
  { keys: ['+'], action: 'louder', shown: '+', single: true },
  { keys: ['-'], action: 'quieter', shown: '−', single: true },
  { keys: ['f'], action: 'full', shown: 'F', single: true },
  { keys: ['d'], action: 'number', shown: 'D', single: true },
  { keys: ['Enter'], action: 'count', shown: 'Enter', single: false },
  { keys: ['1'], action: 'pinch', shown: '1', single: true },
  { keys: ['2'], action: 'pain', shown: '2', single: true },
  { keys: ['3'], action: 'numb', shown: '3', single: true },
  { keys: ['?'], action: 'keys', shown: '?', single: true },
];

/** What is typed by a key that is neither a letter from a to z nor a digit. An input method may write a name instead. */
const TYPES_OTHER = /^([^a-z0-9]|Dead|Process|Unidentified)$/iu;

/**
 * The letter or digit of a key. Where a layout has none on it (digits with Shift, another script), that of its place on a
 * keyboard of the United States. There "!" is typed in the place of a digit with Shift, and stays "!".
 */
const letterOf = ({ key, code, shiftKey }: KeyPress): string => {
  const place = (shiftKey ? /^Key(.)$/ : /^(?:Key|Digit)(.)$/).exec(code)?.[1];
  return (place !== undefined && TYPES_OTHER.test(key) ? place : key).toLowerCase();
};

/** A key that is held acts once. Keys with Ctrl, Alt or Meta are left to the browser. */
const isAlone = ({ ctrlKey, altKey, metaKey, repeat }: KeyPress): boolean => !ctrlKey && !altKey && !metaKey && !repeat;

/** The action of a key; null: none. */
export const setActionFor = (press: KeyPress, singleKeys: boolean): SetAction | null => {
  if (!isAlone(press)) return null;
  const [byKey, byPlace] = [press.key, letterOf(press)].map((key) => SET_KEYS.find(({ keys }) => keys.includes(key)));
  // A Czech keyboard has "+" in the place of 1, which ends a set.
  const isDigit = !press.shiftKey && press.code.startsWith('Digit');
  const row = isDigit ? (byPlace ?? byKey) : (byKey ?? byPlace);
  if (!row || (row.single && !singleKeys)) return null;
  return row.action;
};

/** The comma opens the settings, as in many programs, on every screen except the session's. */
export const opensSettings = (press: KeyPress, singleKeys: boolean): boolean =>
  singleKeys && isAlone(press) && (press.key === ',' || (press.code === 'Comma' && TYPES_OTHER.test(press.key)));

/** What is read of an event's innermost target. An `Element` fits. */
export type KeyTarget = Partial<Pick<HTMLInputElement, 'tagName' | 'isContentEditable' | 'type'>>;

const FIELDS = new Set(['INPUT', 'TEXTAREA', 'SELECT']);
const BUTTONS = new Set(['BUTTON', 'A', 'SUMMARY']);
const BUTTON_INPUTS = new Set(['checkbox', 'radio', 'button', 'submit', 'file']);

const isPressed = ({ tagName = '', type = '' }: KeyTarget): boolean =>
  BUTTONS.has(tagName) || (tagName === 'INPUT' && BUTTON_INPUTS.has(type));

/** Whether a key starts a set. The keys that pause it do. */
export const startsSet = (key: string): boolean =>
  SET_KEYS.some(({ keys, action }) => action === 'pause' && keys.includes(key));

/** Whether something is typed or chosen in the target; then no key acts. */
export const isField = (target: KeyTarget | null | undefined): boolean =>
  !!target && ((FIELDS.has(target.tagName ?? '') && !isPressed(target)) || target.isContentEditable === true);

/** Whether the browser presses the focused element with this key: Space and Enter on a button. */
export const ownsKey = (target: KeyTarget | null | undefined, key: string): boolean =>
  (key === ' ' || key === 'Enter') && !!target && isPressed(target);
