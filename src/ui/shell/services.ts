import { LitElement, type ReactiveControllerHost } from 'lit';
import type { AppErrorCode } from '../../app/app-error.ts';
import type { MeasuringOff } from '../../app/measuring-off.ts';
import type { PhoneLink } from '../../app/phone/phone-link.ts';
import type { Session } from '../../app/session/session-contract.ts';
import type { SetPlan } from '../../coach/coach-contract.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import type { DrillDefinition, Goal, Preset } from '../../coach/drill-definition.ts';
import type { PresetNumber, PresetRange } from '../../drills/presets.ts';
import type {
  AppStorage,
  SelfCheckStore,
  SetOverview,
  Settings,
  SetStore,
  SettingsStore,
} from '../../storage/storage-contract.ts';
import type { OldPictures } from '../../storage/people/old-pictures.ts';
import type { People } from '../../storage/people/people.ts';
import type { SetsOfPerson } from '../../storage/people/sets-of.ts';
import type * as PrescriptionFiles from '../../storage/prescription/prescription-files.ts';
import type { Route } from './router.ts';

/** Past sets, as far as the screens need them. */
export type PastSets = Pick<
  SetStore,
  'unsaved' | 'list' | 'damaged' | 'size' | 'load' | 'keepAfter' | 'keepNote' | 'finishSet' | 'remove' | 'removeAll'
>;

/** Everything the screens get from outside; wired in `main.ts`, handed down as one property. */
export interface Services {
  readonly drills: readonly DrillDefinition[];
  /** What the demo of a drill runs. Of a drill without a demo, and absent: the sleeper's. */
  readonly demoPlan: (drill?: string) => SetPlan;
  readonly presets: PresetRules;
  readonly session: Session;
  readonly sets: PastSets;
  /** What the list of sets says of a set that is not stored. */
  overviewOf(record: SetRecord): SetOverview;
  /** Who trains in this browser. Sets, checks and settings are those of the person here. */
  readonly people: People;
  readonly selfChecks: SelfCheckStore;
  readonly settings: SettingsStore;
  /** Pictures that earlier versions kept. Loaded late: most people have none. */
  oldPictures(): Promise<Pick<OldPictures, 'stored' | 'removeOfSet' | 'removeAll'>>;
  /** Files of prescriptions. Loaded late. */
  prescriptions(): Promise<typeof PrescriptionFiles>;
  /** The phone on the pelvis. Loaded late: most people use none. */
  phone(): Promise<PhoneLink>;
  /** The same, once it was loaded; null: nobody has asked for it in this visit. */
  readonly phoneNow: PhoneLink | null;
  /** How many sets another person has. Loaded late. */
  setsOf(id: string): Promise<SetsOfPerson | null>;
  /** Export and import of files, how full the storage is, what a part of it takes, and limits that cannot be read any more. */
  readonly storage: Pick<
    AppStorage,
    'exportFile' | 'importFile' | 'report' | 'bytesOf' | 'endTrouble' | 'limitsUnknown' | 'confirmLimits'
  >;
  readonly appVersion: string;
  /** A hash of what the app was built from (`tools/build/build-identity.ts`). */
  readonly build: string;
  /** What measuring needs and this browser lacks, for a banner; null: nothing. */
  readonly measuringOff: MeasuringOff | null;
  /** Trouble with the storage since the start, for a banner; null when all is well. */
  readonly storageTrouble: AppErrorCode | null;
}

/** An element that works with the services; whoever draws it hands them down. */
export abstract class Served extends LitElement {
  // Without a decorator: browser tests read functions beside it in Node, where Lit's decorators do not work.
  static override readonly properties = { services: { attribute: false } };
  declare services: Services;
}

/** What the preset editor must know; comes with the drills. */
export interface PresetRules {
  readonly limits: Readonly<Record<PresetNumber, PresetRange>>;
  readonly effort: PresetRange;
  /** How often a week each goal may be repeated. */
  readonly advice: Readonly<Record<Goal, string>>;
  clamp(preset: Preset): Preset;
}

/** Changes settings and draws the screen again. A setting that cannot be stored still holds until the page is closed. */
export const changeSettings = (
  screen: Pick<ReactiveControllerHost, 'requestUpdate'> & { readonly services: Pick<Services, 'settings'> },
  part: Partial<Settings>,
): void => {
  screen.services.settings.change(part).catch(() => undefined);
  screen.requestUpdate();
};

export const presetKey = (drill: string, goal: Goal): string => `${drill}/${goal}`;

/** Fires an event that reaches the app through all elements around this one. */
export const fire = (from: EventTarget, name: string, detail?: unknown): void => {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
};

/** Moves the focus once the screen is drawn again, because what had it is gone. */
export const focusLater = (screen: LitElement, selector = 'h1'): void => {
  screen.updateComplete
    .then(() => screen.renderRoot.querySelector<HTMLElement>(selector)?.focus())
    .catch(() => undefined);
};

/** For a part of a screen that is loaded late: where that fails, the app says so (`th-missing`). */
export const loadPart = (from: EventTarget, part: Promise<unknown>): void => {
  part.catch((error: unknown) => fire(from, 'th-missing', error));
};

/** A part of a screen whose code is loaded late. */
export const latePart = <T>(from: EventTarget, part: Promise<unknown>, drawn: T): T => {
  loadPart(from, part);
  return drawn;
};

export const goTo = (from: EventTarget, route: Route): void => fire(from, 'th-go', route);
