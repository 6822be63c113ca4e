import type { AppError } from '../app/app-error.ts';
import type { Degrees, Metres, Seconds, WorkingSide, Share } from '../instrument/geometry/units.ts';
import type { HipBest } from '../coach/review/compare-sets.ts';
import type { Goal, Preset, RangeChannel } from '../coach/drill-definition.ts';
import type { Choices } from '../coach/planning/parts.ts';
import type { ProgrammeRun } from '../coach/planning/programme-run.ts';
import type { Programme } from '../coach/planning/programme.ts';
import type { WeekEntry } from '../coach/planning/week.ts';
import type { AfterSet, EndReason, FrameRecord, RecordSource, SetNote, SetRecord } from '../coach/record/set-record.ts';
import type { Strictness } from '../coach/rules/strictness.ts';
import type { LanguageChoice } from '../i18n/language.ts';

/** A set without its frames: small enough to be written again every second. */
export type SetHeader = Omit<SetRecord, 'frames'>;

/** What has changed in a running set since it began. Identity, start and end are not the recorder's to change. */
export type SetProgress = Partial<Omit<SetHeader, 'version' | 'id' | 'startedAt' | 'ended'>>;

/** One line of the list of past sets: read without touching a frame. */
export interface SetOverview {
  readonly id: string;
  /** ISO 8601, or null for a clip without a date. */
  readonly startedAt: string | null;
  readonly drill: string;
  readonly side: WorkingSide;
  readonly goal: string;
  readonly ended: EndReason;
  readonly source: RecordSource['kind'];
  /** The angle that `clean` is a range of. Absent: hip internal rotation. */
  readonly range?: RangeChannel | undefined;
  /** Best range of the set (a watched one goes first) with its standard deviation; null when nothing was clean. */
  readonly clean: Degrees | null;
  readonly sd: Degrees | null;
  /** For how much of that range's time the pelvis was watched; null without a range. */
  readonly pelvisWatched: Share | null;
  /** The best range of each hip, to be compared with other sets. */
  readonly hips: readonly HipBest[];
  /** What the person wrote about it. Absent: nothing. */
  readonly note?: string | undefined;
  /** How many flags were raised. */
  readonly flags: number;
  readonly frames: number;
  /** False: only in memory, because the disk would not take it. Gone when the tab closes unless it is exported. */
  readonly saved: boolean;
}

/** A set that is stored but cannot be believed any more: it can only be removed. */
export interface DamagedSet {
  readonly id: string;
  readonly problem: string;
}

export interface ImportCount {
  readonly added: number;
  /** Already there under the same id, left as they were. */
  readonly skipped: number;
  /** Already there; a newer note, or an answer that was missing, came with the file. */
  readonly updated: number;
}

/** What a file brought; the settings in it are not taken over by themselves. */
export interface Imported extends ImportCount {
  /** Only fields that are valid here; null: the file has none. */
  readonly settings: Partial<Settings> | null;
}

/**
 * Past and running sets. Every rejection is an `AppError`: `storage-full`, `storage-unavailable` or `unexpected`.
 * After one, everything that was stored before is still stored.
 *
 * A running set is written in this order, without waiting for one call before making the next; the caller hands over
 * frames it will not change again and attaches a `catch`, since a failed write must not stop a set.
 */
export interface SetStore {
  /** Stores the beginning; `header.ended` is `running`. */
  beginSet(header: SetHeader): Promise<void>;
  /** Adds the frames since the last call (about one second's worth) and what else has changed. */
  appendChunk(setId: string, frames: readonly FrameRecord[], rest: SetProgress): Promise<void>;
  /**
   * Stores the end. Frames that earlier calls could not store are stored now. When even this fails, the set stays in
   * memory: `list` and `load` give it until the tab closes, and it is tried again when room has been made.
   */
  finishSet(record: SetRecord): Promise<void>;
  /** Newest first; sets without a date last. Damaged sets are left out. */
  list(): Promise<readonly SetOverview[]>;
  damaged(): Promise<readonly DamagedSet[]>;
  /** The whole set, or null when there is none of that id. A damaged set rejects with what is wrong. */
  load(id: string): Promise<SetRecord | null>;
  /** Keeps what the person answered after the set. Rejects with `unexpected` when there is none of that id. */
  keepAfter(id: string, after: AfterSet): Promise<void>;
  /** Keeps what the person wrote about the set. Rejects with `unexpected` when there is none of that id. */
  keepNote(id: string, note: SetNote): Promise<void>;
  remove(id: string): Promise<void>;
  removeAll(): Promise<void>;
  /** Adds finished sets, all or none. One that is there already is not doubled: its newer note and missing answers are taken. */
  addAll(records: readonly SetRecord[]): Promise<ImportCount>;
}

/** Slower is no help to be understood; faster is not understood from the floor. */
export const VOICE_RATES = { min: 0.8, max: 1.3 } as const;

export type ModelChoice = 'auto' | 'lite' | 'full' | 'heavy';

export type Units = 'cm' | 'in';

/** What the person sees of the camera: the picture with the body over it, the drawn body alone, or nothing of either. */
export type Shown = 'camera' | 'body' | 'nothing';

export interface Settings {
  readonly subjectHeight: Metres;
  /** Count-in before the neutral hold. */
  readonly countIn: Seconds;
  /** No sound at all. */
  readonly muted: boolean;
  /** Cues and phases are spoken; beeps are not touched by this. */
  readonly voice: boolean;
  /** Of voice and beeps, 0 … 1, on top of the machine's own. */
  readonly volume: Share;
  /** Times the voice's usual speed, `VOICE_RATES`. */
  readonly voiceRate: number;
  /** False: only Space, Escape and the arrow keys act. */
  readonly singleKeys: boolean;
  readonly language: LanguageChoice;
  /** `voiceURI` of the voice that speaks; null, or one that is not on this machine: the best local one of the language. */
  readonly voiceName: string | null;
  /** Of heights and lifts on the screen; records are in metres. */
  readonly units: Units;
  /** How soon a compensation is flagged. */
  readonly strictness: Strictness;
  readonly shown: Shown;
  readonly goal: Goal;
  readonly side: WorkingSide | 'each';
  /** `deviceId` of the camera chosen last. */
  readonly cameraId: string | null;
  readonly model: ModelChoice;
  /** Edited presets by `drill/goal`. */
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

export interface SettingsStore {
  readonly current: Settings;
  /** `current` has the change at once. Rejects with an `AppError` when it is not kept; values out of range are left out. */
  change(part: Partial<Settings>): Promise<void>;
  /** Everything as on the first visit. Rejects as `change` does. */
  reset(): Promise<void>;
}

/** A file to download. */
export interface ExportFile {
  readonly name: string;
  readonly text: string;
}

export interface StorageReport {
  /** False: sets are kept in memory only. */
  readonly available: boolean;
  /** True: the browser promised not to clear the data by itself. Null: it does not say. */
  readonly persisted: boolean | null;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
}

/** Everything the app keeps, opened once at the start. */
export interface AppStorage {
  /** `memory`: nothing outlives the tab; `trouble` says why. */
  readonly kind: 'database' | 'memory';
  /** What went wrong while opening, to be shown as a notice; null when all is well. */
  readonly trouble: AppError | null;
  readonly sets: SetStore;
  readonly settings: SettingsStore;
  /**
   * One set, or all of them (null) with the settings. Several files only when one would be too large to read back; each is made
   * when it is asked for, so save it before asking for the next.
   */
  exportFiles(id: string | null): AsyncIterable<ExportFile>;
  /** Takes in the text of an exported file or of `npm run analyze -- --json`. Rejects with `import-invalid`. */
  importText(text: string): Promise<Imported>;
  report(): Promise<StorageReport>;
}
