import type { AppErrorCode } from '../../app/app-error.ts';
import type { Session } from '../../app/session/session-contract.ts';
import type { Degrees, Metres, Seconds, Share, WorkingSide } from '../../instrument/geometry/units.ts';
import type { SetPlan } from '../../coach/coach-contract.ts';
import type { HipBest } from '../../coach/review/compare-sets.ts';
import type { DrillDefinition, Goal, Preset } from '../../coach/drill-definition.ts';
import type { Choices } from '../../coach/planning/parts.ts';
import type { ProgrammeRun } from '../../coach/planning/programme-run.ts';
import type { Programme } from '../../coach/planning/programme.ts';
import type { WeekEntry } from '../../coach/planning/week.ts';
import type { AfterSet, EndReason, RecordSource, SetNote, SetRecord } from '../../coach/record/set-record.ts';
import type { Strictness } from '../../coach/rules/strictness.ts';
import type { LanguageChoice } from '../../i18n/language.ts';
import type { ModelChoice, Shown, Units } from '../../storage/storage-contract.ts';

/** One line of the list of past sets. */
export interface StoredSetItem {
  readonly id: string;
  /** ISO 8601. */
  readonly startedAt: string | null;
  readonly drill: string;
  readonly side: WorkingSide;
  readonly goal: string;
  readonly ended: EndReason;
  /** Where the picture came from. Absent: it was not kept. */
  readonly source?: RecordSource['kind'];
  /** Largest clean range of the set and its standard deviation. */
  readonly clean: Degrees | null;
  readonly sd: Degrees | null;
  /** Share of the time in which the pelvis was watched in the round of `clean`; absent: not kept, so nothing is said of it. */
  readonly pelvisWatched?: Share | null;
  /** The best range of each hip, to be compared with other sets; absent: not kept, so nothing is compared. */
  readonly hips?: readonly HipBest[];
  /** What the person wrote about it. */
  readonly note?: string | undefined;
  readonly flags: number;
  /** False: kept only until the tab closes, because the disk would not take it. */
  readonly saved: boolean;
}

export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** Past sets, as the screens need them. Rejections are `AppError`s. */
export interface StoredSets {
  /** Newest first. */
  list(): Promise<readonly StoredSetItem[]>;
  /** Stored, but not to be believed any more: can only be removed. */
  damaged(): Promise<readonly { readonly id: string; readonly problem: string }[]>;
  load(id: string): Promise<SetRecord | null>;
  /** Keeps what the person answered after the set. */
  keepAfter(id: string, after: AfterSet): Promise<void>;
  /** Keeps what the person wrote about the set. */
  keepNote(id: string, note: SetNote): Promise<void>;
  remove(id: string): Promise<void>;
  removeAll(): Promise<void>;
  /** One set, or all of them (null), as files to download. */
  exportFiles(id: string | null): AsyncIterable<TextFile>;
  /** Takes in the text of an exported file; what is there already is not doubled. Its settings are only handed back. */
  importText(text: string): Promise<ImportedText>;
}

export interface ImportedText {
  readonly added: number;
  readonly skipped: number;
  /** There already, and now with a newer note or an answer that was missing. */
  readonly updated: number;
  /** The settings in the file; null: none. */
  readonly settings: Partial<UiSettings> | null;
}

/** What the person has chosen and the app remembers. */
export interface UiSettings {
  readonly subjectHeight: Metres;
  /** Count-in before the neutral hold. */
  readonly countIn: Seconds;
  readonly muted: boolean;
  /** Which voice speaks; null: the best local one of the language. */
  readonly voiceName: string | null;
  readonly units: Units;
  readonly strictness: Strictness;
  readonly shown: Shown;
  readonly model: ModelChoice;
  /** Cues and phases are spoken; beeps are not touched by this. */
  readonly voice: boolean;
  /** Of voice and beeps, 0 … 1. */
  readonly volume: Share;
  /** Times the voice's usual speed, .8 … 1.3. */
  readonly voiceRate: number;
  /** False: only Space, Escape and the arrow keys act (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  /** `auto`: as the browser is set. */
  readonly language: LanguageChoice;
  readonly goal: Goal;
  readonly side: WorkingSide | 'each';
  readonly cameraId: string | null;
  /** Edited presets by `presetKey(drill, goal)`. */
  readonly presets: Readonly<Record<string, Preset>>;
  /** Drill id → ISO 8601 moment at which the person confirmed that a repeated symptom has been checked. */
  readonly symptomChecked: Readonly<Record<string, string>>;
  /** Programmes of one's own. */
  readonly programmes: readonly Programme[];
  /** The drill that was picked where a programme offers several, by the item's key. */
  readonly programmeChoices: Choices;
  /** How far the person is in each programme, by its id. */
  readonly programmeRuns: Readonly<Record<string, ProgrammeRun>>;
  /** What is planned for which day; empty: nothing. */
  readonly week: readonly WeekEntry[];
}

export interface SettingsAccess {
  readonly current: UiSettings;
  /** The new settings are in `current` at once. Rejects when they could not be kept for the next visit. */
  change(part: Partial<UiSettings>): Promise<void>;
  /** Everything as on the first visit. */
  reset(): Promise<void>;
}

export interface StorageReport {
  readonly available: boolean;
  readonly persisted: boolean | null;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
}

/** Everything the screens get from outside; wired in `main.ts`, handed down as one property. */
export interface Services {
  readonly drills: readonly DrillDefinition[];
  /** What the built-in demo runs. */
  readonly demoPlan: SetPlan;
  readonly presets: PresetRules;
  readonly session: Session;
  readonly sets: StoredSets;
  readonly settings: SettingsAccess;
  readonly appVersion: string;
  /** Trouble met while opening the storage, for a banner; null when all is well. */
  readonly storageTrouble: AppErrorCode | null;
  storageReport(): Promise<StorageReport>;
}

/** The numbers of a preset that are edited one by one; `effort` is a pair with its own limit. */
export type PresetNumber = Exclude<keyof Preset, 'effort'>;

export interface PresetRange {
  readonly min: number;
  readonly max: number;
  /** Width of one step in the editor. */
  readonly step: number;
}

/** What the preset editor must know; comes with the drills. */
export interface PresetRules {
  readonly limits: Readonly<Record<PresetNumber, PresetRange>>;
  readonly effort: PresetRange;
  /** How often a week each goal may be repeated. */
  readonly advice: Readonly<Record<Goal, string>>;
  clamp(preset: Preset): Preset;
}

export const presetKey = (drill: string, goal: Goal): string => `${drill}/${goal}`;
