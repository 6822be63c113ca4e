import type { AppError } from '../app/app-error.ts';
import type { Degrees, Metres, Seconds, WorkingSide, Share } from '../instrument/geometry/units.ts';
import type { HipPlan } from '../training/assessment/hip-programme.ts';
import type { HipTest } from '../training/assessment/hip-test.ts';
import type { HipBest } from '../training/review/compare-sets.ts';
import type { Goal, Preset, RangeChannel, RuleId } from '../coach/drill-definition.ts';
import type { OwnGoal } from '../training/planning/goals.ts';
import type { Choices } from '../training/planning/parts.ts';
import type { DoneSet } from '../training/planning/parts-done.ts';
import type { TakenPrescription } from '../training/prescription/prescription.ts';
import type { ProgrammeRun } from '../training/planning/programme-run.ts';
import type { Programme } from '../training/planning/programme.ts';
import type { WeekEntry } from '../training/planning/week.ts';
import type {
  AfterSet,
  EndReason,
  EndTime,
  FrameRecord,
  RecordSource,
  SetNote,
  SetRecord,
} from '../coach/record/set-record.ts';
import type { SafetyAnswers } from '../training/safety/answers.ts';
import type { Strictness } from '../coach/rules/rule-threshold.ts';
import type { SelfCheckRecord } from '../training/self-check/self-check-record.ts';
import type { LanguageChoice } from '../i18n/language.ts';

/** A set without its frames: small enough to be written again several times a second. */
export type SetHeader = Omit<SetRecord, 'frames'>;

/** What can change in a running set. Id, start and end cannot. */
export type SetProgress = Partial<Omit<SetHeader, 'version' | 'id' | 'startedAt' | 'ended'>> & {
  /** Why the set has ended, while its summary is still being made. Absent: it goes on. */
  readonly ending?: EndReason;
};

/** One line of the list of past sets: read without touching a frame. */
export interface SetOverview extends Pick<DoneSet, 'painSide' | 'effort' | 'morning' | 'load'> {
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
  /** Best range of the set with its standard deviation, one with the pelvis watched first. Null: nothing was clean. */
  readonly clean: Degrees | null;
  readonly sd: Degrees | null;
  /** Share of that range's time in which the pelvis was watched; null without a range. */
  readonly pelvisWatched: Share | null;
  /** The best range of each hip, for comparison with other sets. */
  readonly hips: readonly HipBest[];
  /** The hip test that it was (`hipTestOfSet`). Absent: it was none, or nothing was read. */
  readonly test?: HipTest | undefined;
  /** How long each hip was near its best clean range. Absent: not known. */
  readonly endTimes?: readonly EndTime[] | undefined;
  /** Length of a set that broke off. Absent: it did not. */
  readonly brokeOffAfter?: Seconds | undefined;
  /** Its figures cannot be right (`doubtsOf`), so `clean` is null and `hips` is empty. Absent: false. */
  readonly doubtful?: boolean | undefined;
  /** The person's note. Absent: none. */
  readonly note?: string | undefined;
  /** Pain that was told after the set, 0 to 10. Absent: not told. */
  readonly pain?: number | undefined;
  /** Share of the working time in which faults were watched. Absent or null: not known. */
  readonly watched?: Share | null | undefined;
  /** What was hidden in most of the set, blind spots of the drill included. Absent: nothing. */
  readonly muted?: readonly RuleId[] | undefined;
  readonly flags: number;
  readonly frames: number;
  /** False: only in memory, because it could not be stored. It is lost when the tab closes, unless it is exported. */
  readonly saved: boolean;
  /** A phone on the pelvis watched. Absent: the camera alone. */
  readonly phone?: true | undefined;
  /** It came from a file. Absent: it was done here. */
  readonly imported?: boolean | undefined;
}

/** A stored set that is not valid any more. It can only be removed. */
export interface DamagedSet {
  readonly id: string;
  readonly problem: string;
}

export interface StoredSize {
  readonly count: number;
  /** By the app's own counting; the browser needs somewhat more. */
  readonly bytes: number;
  /** ISO 8601 time of the oldest. Null: none has a date. */
  readonly since: string | null;
}

export interface ImportCount {
  readonly added: number;
  /** Stored already under the same id, not changed. */
  readonly skipped: number;
  /** Stored already; the file had a newer note or a missing answer. */
  readonly updated: number;
  /** Checks against your own instrument that were added. */
  readonly selfChecks: number;
}

/** A finished set from a file. */
export interface ImportedSet {
  readonly head: SetHeader;
  /** Its frames in order: as they are, or packed (`packed-frames.ts`), so that many sets are small. */
  readonly parts: readonly (readonly FrameRecord[] | Uint8Array<ArrayBuffer>)[];
  readonly frames: number;
  /** Time of the last frame; null: there is none. */
  readonly lastTime: Seconds | null;
}

export interface ImportedSets {
  readonly sets: readonly ImportedSet[];
  readonly checks: readonly SelfCheckRecord[];
}

export interface ImportOptions {
  /** Cancels the import; then nothing of it is stored. */
  readonly signal?: AbortSignal | undefined;
  /** Called with the share of the file that has been read. */
  readonly progress?: ((share: Share) => void) | undefined;
  /** Asked before anything is stored where the file says whose it is. False cancels the import. */
  readonly isFor?: ((person: string) => Promise<boolean>) | undefined;
}

/** Result of an import. The settings of the file are not applied by the import. */
export interface Imported extends ImportCount {
  /** The valid settings of the file; null: none. */
  readonly settings: Partial<Settings> | null;
}

/**
 * Past and running sets. Every rejection is an `AppError`: `storage-full`, `storage-unavailable` or `unexpected`. After
 * a rejection everything that was stored before is still stored.
 *
 * A running set is written by `beginSet`, `appendChunk` and `finishSet`, without awaiting one call before the next. The
 * caller must not change frames that it has passed, and handles rejections, because a failed write must not stop a set.
 */
export interface SetStore {
  /** Ids of the person's own sets that were done in this tab and are in memory only: lost when it closes. Without demos. */
  readonly unsaved: readonly string[];
  /** Stores the beginning; `header.ended` is `running`. */
  beginSet(header: SetHeader): Promise<void>;
  /** Adds the frames since the last call (about 0.4 s) and everything else that has changed. */
  appendChunk(setId: string, frames: readonly FrameRecord[], rest: SetProgress): Promise<void>;
  /**
   * Stores the end, and the frames that earlier calls could not store. When this fails, the set stays in memory: `list`
   * and `load` return it until the tab closes, and storing is tried again after another set was removed.
   */
  finishSet(record: SetRecord): Promise<void>;
  /** All sets except damaged ones, newest first, sets without a date last. */
  list(): Promise<readonly SetOverview[]>;
  damaged(): Promise<readonly DamagedSet[]>;
  /** All sets together, damaged ones included. */
  size(): Promise<StoredSize>;
  /** The whole set, or null when no set has this id. Rejects for a damaged set with its faults. */
  load(id: string): Promise<SetRecord | null>;
  /** Stores answers of the person after the set; the others stay. Rejects with `unexpected` when no set has this id. */
  keepAfter(id: string, answers: Partial<AfterSet>): Promise<void>;
  /** Stores the person's note. Rejects with `unexpected` when no set has this id. */
  keepNote(id: string, note: SetNote): Promise<void>;
  /** Resolves with what brings it back, as it was. */
  remove(id: string): Promise<() => Promise<void>>;
  removeAll(): Promise<void>;
  /**
   * Adds finished sets, and checks against your own instrument, all or none. Of a set that is stored already only a newer note and
   * missing answers are taken; a check that is stored already stays as it is.
   */
  addImported(imported: ImportedSets): Promise<ImportCount>;
}

/** Checks of the app against the person's own instrument. Rejects as `SetStore` does. */
export interface SelfCheckStore {
  /** Newest first. */
  list(): Promise<readonly SelfCheckRecord[]>;
  /** Null: there is none, or it is damaged. */
  load(id: string): Promise<SelfCheckRecord | null>;
  /** Stores a check, or replaces it. */
  keep(check: SelfCheckRecord): Promise<void>;
  remove(id: string): Promise<void>;
  removeAll(): Promise<void>;
}

/** Limits of the speed of speech, as multiples of the usual speed. Faster speech is not understood from the floor. */
export const VOICE_RATES = { min: 0.8, max: 1.3 } as const;

/** `auto`: light or dark as the system is set. */
export type ThemeChoice = 'auto' | 'light' | 'dark';

export type ModelChoice = 'auto' | 'lite' | 'full' | 'heavy';

export type Units = 'cm' | 'in';

/** What the person sees in a set: the camera's picture with the drawn body, the drawn body alone, or neither. */
export type Shown = 'camera' | 'body' | 'nothing';

export interface Settings {
  readonly theme: ThemeChoice;
  readonly subjectHeight: Metres;
  /** Count-in before the reference pose. */
  readonly countIn: Seconds;
  readonly muted: boolean;
  /** Cues and phases are spoken. Beeps do not depend on it. */
  readonly voice: boolean;
  /** Volume of voice and beeps, 0 to 1, relative to the machine's own. */
  readonly volume: Share;
  /** Multiple of the voice's usual speed, within `VOICE_RATES`. */
  readonly voiceRate: number;
  /** False: only Space, Escape and the arrow keys act (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  readonly language: LanguageChoice;
  /** `voiceURI` of the chosen voice. Null, or not on this machine: the best voice of the language. */
  readonly voiceName: string | null;
  /** The person has agreed to voices that get each phrase over the internet. Never imported: the person is asked on each device. */
  readonly remoteVoices: boolean;
  /** Units of heights and lifts on the screen; records are in metres. */
  readonly units: Units;
  /** How soon a compensation is flagged. */
  readonly strictness: Strictness;
  /** Ids of the drills for which the person was told what the camera cannot see. */
  readonly blindSpotsTold: readonly string[];
  readonly shown: Shown;
  /** The number of a set is followed by its error in figures. The bar below it draws the error in any case. */
  readonly errorFigures: boolean;
  readonly goal: Goal;
  readonly side: WorkingSide | 'each';
  /** `deviceId` of the camera chosen last. */
  readonly cameraId: string | null;
  /** Name on the report for a physiotherapist; empty: none. It is never exported. */
  readonly reportName: string;
  readonly model: ModelChoice;
  /** Edited presets by `drill/goal`. */
  readonly presets: Readonly<Record<string, Preset>>;
  /** By drill id: ISO 8601 time at which the person confirmed that a repeated symptom has been checked. */
  readonly symptomChecked: Readonly<Record<string, string>>;
  /** What each person answered to the safety questions, by person. One person uses the app today: `ME`. */
  readonly safety: Readonly<Record<string, SafetyAnswers>>;
  readonly programmes: readonly Programme[];
  /** The chosen drill where a programme offers several, by the item's key. */
  readonly programmeChoices: Choices;
  /** How far the person is in each programme, by its id. */
  readonly programmeRuns: Readonly<Record<string, ProgrammeRun>>;
  readonly hipGoals: readonly OwnGoal[];
  /** Minutes from a reminder to the planned time; null: no reminder. */
  readonly remindBefore: number | null;
  /** The browser reminds while the app is open. Never imported: the person is asked on each device. */
  readonly notify: boolean;
  /** The plan of the week; empty: nothing is planned. */
  readonly week: readonly WeekEntry[];
  /** What was accepted last from the hip passport; null: nothing. */
  readonly hipPlan: HipPlan | null;
  /** The prescription that the person has taken; null: none. It may be over (`holdsNow`). An imported file never removes it. */
  readonly prescription: TakenPrescription | null;
}

export interface SettingsStore {
  readonly current: Settings;
  /**
   * `current` changes at once. Rejects with an `AppError` when the change is not stored. Invalid values are ignored.
   * @param whole true: lists are replaced as a whole. Absent: what another tab has added to them stays
   */
  change(part: Partial<Settings>, whole?: boolean): Promise<void>;
  /** Sets everything to its default. Rejects as `change` does. */
  reset(): Promise<void>;
}

export interface ExportFile {
  readonly name: string;
  readonly content: string | Blob;
}

export interface StorageReport {
  /** False: sets are kept in memory only. */
  readonly available: boolean;
  /** True: the browser promised not to clear the data. Null: it does not say. */
  readonly persisted: boolean | null;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
}

/**
 * Sets limited a hip, or may have, and cannot be read any more. `lost`: the browser made the database anew. `damaged`: they cannot be
 * read. `late`: the database is not open (yet).
 */
export interface LimitsUnknown {
  readonly why: 'lost' | 'damaged' | 'late';
}

/** What is stored of one person, in the database or in memory. */
export interface Stores {
  readonly sets: SetStore;
  readonly selfChecks: SelfCheckStore;
  readonly settings: SettingsStore;
}

/**
 * Everything that the app stores; opened once at the start. A database that opens late is taken when no set is open: the stores are
 * other ones from then on.
 */
export interface AppStorage extends Stores {
  /** `memory`: everything is lost when the tab closes; `trouble` says why. */
  readonly kind: 'database' | 'memory';
  /** What went wrong while opening, or that the sets are gone (found out by `sets.list()`), for a notice; null: nothing. */
  readonly trouble: AppError | null;
  /** The person has read that the sets are gone: it is not said again. */
  endTrouble(): void;
  /** To be asked after `sets.list()`, which finds it out. It ends by itself when the limits would have. Null: all limits are known. */
  readonly limitsUnknown: LimitsUnknown | null;
  /** The person says that it was checked, or has been calm since: `limitsUnknown` ends. */
  confirmLimits(): void;
  /**
   * Exports one set, by its id or as it is, or all of them (null) with the settings and the checks against your own instrument.
   * @param person whose they are, for the file of all
   */
  exportFile(of: string | SetRecord | null, person?: string): Promise<ExportFile>;
  /**
   * Imports an exported file or one of `npm run analyze -- --json`, all of it or nothing. Rejects with `import-invalid`.
   * @returns null: it was cancelled
   */
  importFile(file: Blob, options?: ImportOptions): Promise<Imported | null>;
  report(): Promise<StorageReport>;
  /** Bytes of a part of what is stored, counted as in `StoredSize`. */
  bytesOf(part: unknown): number;
}
