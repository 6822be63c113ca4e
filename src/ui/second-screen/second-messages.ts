import type { SessionSnapshot } from '../../app/session/session-contract.ts';
import type { GateView } from '../../coach/setup/setup-gate.ts';
import { type Language, LANGUAGES } from '../../i18n/language.ts';
import type { ThemeChoice } from '../../storage/storage-contract.ts';
import type { SetView, ShownPlan } from '../live-set/set-view.ts';
import { SET_KEYS, type SetAction } from '../shell/key-map.ts';

// What the two screens say to each other, as JSON: a television gets nothing else. Not a word of another set or person.

export interface Look {
  readonly language: Language;
  readonly theme: ThemeChoice;
  /** Whether keys of a single character act. */
  readonly singleKeys: boolean;
}

/** One line of the end of a set, and how it is written there. */
export interface ToldLine {
  readonly kind: string;
  readonly text: string;
}

export type Shown =
  /** Between two sets. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'placing'; readonly gate: GateView; readonly source: SessionSnapshot['source'] }
  | { readonly kind: 'set'; readonly view: SetView }
  | { readonly kind: 'ending'; readonly lines: readonly ToldLine[] };

export type FromFirst =
  /** The first screen is there: whoever listens says hello. */
  | { readonly kind: 'here' }
  | { readonly kind: 'plan'; readonly plan: ShownPlan }
  | { readonly kind: 'show'; readonly look: Look; readonly shown: Shown }
  /** It is closed. */
  | { readonly kind: 'bye' };

/** A key of the set, or the start. */
export type PassedAction = SetAction | 'start';

export type FromSecond =
  /** It has been opened and wants to know all. */
  | { readonly kind: 'hello' }
  | { readonly kind: 'key'; readonly action: PassedAction }
  /** It is closed, or loads anew. */
  | { readonly kind: 'gone' };

/** Of the language that the screens speak with each other. Another version is not understood. */
const VERSION = 1;
/** Characters of a message. No plan has as many. */
const LONGEST = 500_000;

/** Of which first screen the second is: the last part of its address. */
const HASH = /^#\/second-screen\/([\w-]{1,64})$/;
export const secondHash = (id: string): string => `#/second-screen/${id}`;
/** Null: the address of another screen. */
export const secondIdOf = (hash: string): string | null => HASH.exec(hash)?.[1] ?? null;
/** The name of the channel between two windows. */
export const channelOf = (id: string): string => `truehip-second-screen-${id}`;

export const messageText = (message: FromFirst | FromSecond): string =>
  JSON.stringify({ ...message, truehip: VERSION });

type Unchecked = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Unchecked =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumberOrNull = (value: unknown): boolean => value === null || Number.isFinite(value);
const hasTexts = (value: unknown, ...names: readonly string[]): value is Unchecked =>
  isObject(value) && names.every((name) => typeof value[name] === 'string');

/** Null: it is no message of this version. */
function parsed(text: unknown): Unchecked | null {
  if (typeof text !== 'string' || text.length > LONGEST) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && value['truehip'] === VERSION ? value : null;
  } catch {
    return null;
  }
}

const isLook = (value: unknown): value is Look =>
  isObject(value) &&
  LANGUAGES.some((language) => language === value['language']) &&
  ['auto', 'light', 'dark'].some((theme) => theme === value['theme']) &&
  typeof value['singleKeys'] === 'boolean';

const isPhase = (value: unknown): boolean => value === null || hasTexts(value, 'kind', 'title', 'instruction', 'side');

const isGauge = (value: unknown): boolean =>
  hasTexts(value, 'word') &&
  isPhase(value['phase']) &&
  isPhase(value['next']) &&
  isNumberOrNull(value['left']) &&
  Number.isFinite(value['progress']) &&
  typeof value['paused'] === 'boolean' &&
  (value['angle'] === null ||
    (isObject(value['angle']) && Number.isFinite(value['angle']['value']) && Number.isFinite(value['angle']['sd']))) &&
  [value['repsDone'], value['repsGoal']].every(Number.isFinite);

const isSetView = (value: unknown): boolean =>
  hasTexts(value, 'text', 'feedback') &&
  isGauge(value['gauge']) &&
  (value['phrase'] === null || hasTexts(value['phrase'], 'severity', 'text')) &&
  isNumberOrNull(value['ring']) &&
  isNumberOrNull(value['target']);

const isGate = (value: unknown): boolean =>
  isObject(value) &&
  Array.isArray(value['checks']) &&
  value['checks'].every((check) => hasTexts(check, 'id', 'state')) &&
  hasTexts(value['advice'], 'what', 'todo') &&
  isNumberOrNull(value['hold']);

const isShown = (value: unknown): value is Shown => {
  if (!isObject(value)) return false;
  const { kind, gate, view, lines } = value;
  if (kind === 'placing') return isGate(gate);
  if (kind === 'set') return isSetView(view);
  if (kind === 'ending') return Array.isArray(lines) && lines.every((line) => hasTexts(line, 'kind', 'text'));
  return kind === 'waiting';
};

const isPlan = (value: unknown): value is ShownPlan =>
  isObject(value) &&
  Array.isArray(value['sides']) &&
  isObject(value['preset']) &&
  hasTexts(value['drill'], 'id', 'title') &&
  ['demonstration', 'measure', 'placement'].every((part) => isObject((value['drill'] as Unchecked)[part]));

/** What the first screen says. Null: nothing that can be shown; the second then stays as it is. */
export function readFromFirst(text: unknown): FromFirst | null {
  const message = parsed(text);
  if (message === null) return null;
  const { kind, plan, look, shown } = message;
  if (kind === 'here' || kind === 'bye') return { kind };
  if (kind === 'plan' && isPlan(plan)) return { kind, plan };
  return kind === 'show' && isLook(look) && isShown(shown) ? { kind, look, shown } : null;
}

const isAction = (value: unknown): value is PassedAction =>
  value === 'start' || SET_KEYS.some(({ action }) => action === value);

/** What the second screen says. Null: nothing that the first does. */
export function readFromSecond(text: unknown): FromSecond | null {
  const message = parsed(text);
  if (message === null) return null;
  const { kind, action } = message;
  if (kind === 'hello' || kind === 'gone') return { kind };
  return kind === 'key' && isAction(action) ? { kind, action } : null;
}
