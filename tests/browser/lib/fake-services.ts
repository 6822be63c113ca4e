import { demoPlan, spokenDrills, spokenPlan } from '../../../src/app/session/set-plans.ts';
import type { AfterSet, SetNote, SetRecord } from '../../../src/coach/record/set-record.ts';
import { clampPreset, EFFORT_LIMIT, PRESET_LIMITS } from '../../../src/drills/presets.ts';
import { commonWords } from '../../../src/i18n/en/common.ts';
import { importFile } from '../../../src/storage/import-file.ts';
import { MemorySets } from '../../../src/storage/memory-sets.ts';
import { People } from '../../../src/storage/people/people.ts';
import { MemorySelfChecks } from '../../../src/storage/self-check-repository.ts';
import { DEFAULT_SETTINGS } from '../../../src/storage/validate-settings.ts';
import { answered, headerOf, hipTestIn, jsonBytes, overviewOf } from '../../../src/storage/set-header.ts';
import type { Services, PastSets } from '../../../src/ui/shell/services.ts';
import type { ImportOptions, SetOverview, Settings } from '../../../src/storage/storage-contract.ts';
import { keptTexts } from '../../storage/people/kept-texts.ts';
import { makeCheck } from '../../training/self-check/make-check.ts';
import { bandRecord, sleeperRecord } from './fake-record.ts';
import { PhoneLink } from '../../../src/app/phone/phone-link.ts';
import { packSample } from '../../../src/app/phone/phone-messages.ts';
import { FakePeer } from '../../app/phone/fake-peer.ts';
import type { FakeSession } from './fake-session.ts';

/** Past sets in memory. An import is read and merged by the app's own code. */
export class FakeSets implements PastSets {
  records: SetRecord[] = [sleeperRecord, bandRecord];
  /** Further entries of the list, without stored sets. */
  items: SetOverview[] = [];

  /** Ids of records that could not be stored. */
  unsaved: string[] = [];

  async list() {
    const saved = ({ id }: SetRecord) => !this.unsaved.includes(id);
    const stored = await Promise.all(
      this.records.map(async (record) =>
        overviewOf(headerOf(record), record.frames.length, saved(record), await hipTestIn(record)),
      ),
    );
    return [...stored, ...this.items];
  }
  async damaged() {
    return [];
  }
  async size() {
    return { count: this.records.length, bytes: 12_345 * this.records.length, since: '2026-11-20T07:00:00.000Z' };
  }
  async load(id: string) {
    return this.records.find((record) => record.id === id) ?? null;
  }
  async keepAfter(id: string, answers: Partial<AfterSet>) {
    this.records = this.records.map((record) =>
      record.id === id ? { ...record, after: answered(record.after, answers) } : record,
    );
  }
  async keepNote(id: string, note: SetNote) {
    this.records = this.records.map((record) => (record.id === id ? { ...record, note } : record));
  }
  async finishSet(record: SetRecord) {
    this.records = [...this.records, record];
  }
  async removeAll() {
    this.records = [];
    this.items = [];
  }
  async remove(id: string) {
    const removed = this.records.filter((record) => record.id === id);
    this.records = this.records.filter((record) => record.id !== id);
    return async () => {
      this.records = [...this.records, ...removed];
    };
  }
  async exportFile(of: string | SetRecord | null) {
    const id = typeof of === 'object' ? (of?.id ?? null) : of;
    return {
      name: `${id ?? 'all'}.json`,
      content: JSON.stringify(this.records.filter((r) => id === null || r.id === id)),
    };
  }
  async importFile(file: Blob, options?: ImportOptions) {
    const store = new MemorySets();
    for (const record of this.records) await store.finishSet(record);
    const imported = await importFile(store, file, options);
    const loaded = await Promise.all((await store.list()).map(({ id }) => store.load(id)));
    this.records = loaded.flatMap((record) => record ?? []);
    return imported;
  }
}

const FIRST: Settings = {
  ...DEFAULT_SETTINGS,
  subjectHeight: 1.74,
  blindSpotsTold: ['supine-sleeper'],
  goal: 'build',
  safety: { me: { askedAt: '2026-11-01T08:00:00Z', flags: [], seen: [], endFeel: {} } },
};

const settings = (): Services['settings'] => {
  let current = FIRST;
  return {
    get current() {
      return current;
    },
    async reset() {
      current = FIRST;
    },
    async change(part) {
      current = { ...current, ...part };
    },
  };
};

/** One check of the supine sleeper is stored. */
const selfChecks = (): Services['selfChecks'] => {
  const store = new MemorySelfChecks();
  void store.keep(makeCheck());
  return store;
};

/** Drills that a test has set instead of the app's. */
let ownDrills: Services['drills'] | null = null;

/** A phone without a network; a test plays it by `peer`. */
class FakePhone {
  peer: FakePeer | null = null;
  now: PhoneLink | null = null;
  /** What the link does several times a second, at a test's word. */
  tick: () => void = () => undefined;
  /** Samples so far. */
  sent = 0;

  readonly link = (): PhoneLink =>
    (this.now ??= new PhoneLink({
      open: (events) => (this.peer = new FakePeer(events)),
      now: () => performance.now(),
      every: (run) => {
        this.tick = run;
        return () => undefined;
      },
      nonce: () => '0123456789abcdef',
    }));

  /** Samples of the last seconds up to now, turned about a level axis. Its clock is the page's. */
  turned(degrees: number, seconds: number): void {
    this.tick();
    const now = performance.now();
    for (const { say, id } of this.peer?.said ?? []) if (say === 'ping') this.peer?.says({ say: 'pong', id, at: now });
    const half = (degrees * Math.PI) / 360;
    for (let at = now - 1000 * seconds; at <= now; at += 50) {
      this.sent += 1;
      this.peer?.brings(packSample({ number: this.sent, at, orientation: [Math.cos(half), Math.sin(half), 0, 0] }));
    }
  }
}

export const phone = new FakePhone();

export const fakeServices = (session: FakeSession, sets: FakeSets): Services => ({
  get drills() {
    return ownDrills ?? spokenDrills();
  },
  set drills(given: Services['drills']) {
    ownDrills = given;
  },
  demoPlan: (drill) => spokenPlan(demoPlan(drill)),
  presets: {
    limits: PRESET_LIMITS,
    effort: EFFORT_LIMIT,
    get advice() {
      return commonWords().goalAdvice;
    },
    clamp: clampPreset,
  },
  session,
  sets,
  overviewOf: (record) => overviewOf(headerOf(record), record.frames.length, true),
  people: new People(keptTexts(), keptTexts()),
  selfChecks: selfChecks(),
  settings: settings(),
  oldPictures: async () => ({
    stored: async () => ({ count: 0, bytes: 0 }),
    removeOfSet: async () => undefined,
    removeAll: async () => undefined,
  }),
  prescriptions: () => import('../../../src/storage/prescription/prescription-files.ts'),
  phone: async () => phone.link(),
  get phoneNow() {
    return phone.now;
  },
  setsOf: async () => ({ count: 5, last: Date.UTC(2026, 10, 27, 9) }),
  storage: {
    exportFile: (id) => sets.exportFile(id),
    importFile: (file, options) => sets.importFile(file, options),
    report: async () => ({ available: true, persisted: true, usedBytes: 4_210_000, quotaBytes: 12e9 }),
    bytesOf: jsonBytes,
    endTrouble: () => undefined,
    limitsUnknown: null,
    confirmLimits: () => undefined,
  },
  appVersion: '0.0.0-test',
  build: '0123456789abcdef',
  measuringOff: null,
  storageTrouble: null,
});
