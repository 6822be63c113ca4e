import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SetRecord } from '../../src/coach/record/set-record.ts';
import { Connection } from '../../src/storage/connection.ts';
import { exportAll, exportSet } from '../../src/storage/export-json.ts';
import { MemorySets } from '../../src/storage/memory-sets.ts';
import { SetRepository } from '../../src/storage/set-repository.ts';
import { MemorySelfChecks } from '../../src/storage/self-check-repository.ts';
import { SettingsRepository } from '../../src/storage/settings-repository.ts';
import type { ExportFile, SetStore } from '../../src/storage/storage-contract.ts';
import { freshProfile } from './fake-browser.ts';
import { makeRecord, makeRecords } from './make-record.ts';
import { recordArbitrary } from './record-arbitrary.ts';
import { importText, readExport, storeAll, textIn } from './transfer.ts';

beforeEach(freshProfile);

const NOW = new Date(2026, 10, 21, 7, 5);
const RECORD = makeRecord();

const storeWith = async (...records: readonly SetRecord[]): Promise<SetStore> => {
  const store = new MemorySets();
  await storeAll(store, records);
  return store;
};

const fileOf = (store: SetStore, id: string | null): Promise<ExportFile> =>
  id === null
    ? exportAll({ sets: store, selfChecks: new MemorySelfChecks(), settings: new SettingsRepository(null) }, NOW)
    : exportSet(store, id);

const exportText = async (store: SetStore, id: string | null): Promise<string> => textIn(await fileOf(store, id));

const everything = async (store: SetStore): Promise<readonly (SetRecord | null)[]> =>
  Promise.all((await store.list()).map(({ id }) => store.load(id)));

/** Code and message of a rejected import. */
const refusal = async (text: string): Promise<string> => {
  try {
    await readExport(text);
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : 'not an error';
  }
  return 'taken';
};

describe('export and import', () => {
  test('gives back one set exactly, through a database', async () => {
    const from = new SetRepository(new Connection());
    await from.finishSet(RECORD);
    const text = await exportText(from, RECORD.id);
    freshProfile();
    const into = new SetRepository(new Connection());
    expect(await importText(into, text)).toMatchObject({ added: 1, skipped: 0 });
    expect(await into.load(RECORD.id)).toEqual(RECORD);
  });

  test('gives back every valid set exactly', async () => {
    const several = fc.uniqueArray(recordArbitrary, { maxLength: 4, selector: ({ id }) => id });
    await fc.assert(
      fc.asyncProperty(several, async (records) => {
        const from = await storeWith(...records);
        const into = await storeWith();
        const count = await importText(into, await exportText(from, null));
        expect(count).toMatchObject({ added: records.length, skipped: 0 });
        expect(await everything(into)).toEqual(await everything(from));
      }),
      { numRuns: 60 },
    );
  });

  test('exports one set as the bare record, as `analyze` writes it', async () => {
    expect(JSON.parse(await exportText(await storeWith(RECORD), RECORD.id))).toEqual(RECORD);
    expect((await readExport(JSON.stringify(makeRecord({ startedAt: null }), null, 2))).sets).toHaveLength(1);
  });

  test('exports a file without sets when there are none', async () => {
    const text = await exportText(await storeWith(), null);
    expect(await importText(await storeWith(), text)).toMatchObject({ added: 0, skipped: 0 });
  });

  test('lists a damaged set in the file and exports the others', async () => {
    const store = await storeWith(...makeRecords(2));
    const load = store.load.bind(store);
    store.load = (id) => (id === 'set-0' ? Promise.reject(new Error('frames are gone')) : load(id));
    const text = await exportText(store, null);
    expect((await readExport(text)).sets.map(({ id }) => id)).toEqual(['set-1']);
    expect(JSON.parse(text)).toMatchObject({ leftOut: [{ id: 'set-0', problem: 'frames are gone' }] });
  });

  test('imports a set that was exported while running as interrupted', async () => {
    const { sets } = await readExport(JSON.stringify(makeRecord({ ended: 'running' })));
    expect(sets).toMatchObject([{ ended: 'interrupted' }]);
  });

  test('rejects the export of a missing set', async () => {
    await expect(exportText(await storeWith(), 'gone')).rejects.toMatchObject({ name: 'unexpected' });
  });
});

describe('file names', () => {
  test.each([
    [RECORD, /^truehip-2026-11-\d\d-\d{4}-supine-sleeper-left\.json$/],
    [makeRecord({ startedAt: null }), /^truehip-undated-supine-sleeper-left\.json$/],
    [makeRecord({ drill: '../../etc/passwd\u0000' }), /^truehip-2026-11-\d\d-\d{4}-etc-passwd-left\.json$/],
  ])('have date and drill, and only characters that every file system allows', async (record, name) => {
    const file = await fileOf(await storeWith(record), record.id);
    expect(file.name).toMatch(name);
  });

  test('of all sets have the date', async () => {
    const file = await fileOf(await storeWith(RECORD), null);
    expect(file.name).toBe('truehip-all-sets-2026-11-21.json');
  });
});

describe('whose file it is', () => {
  const exported = async (person?: string) => {
    const stores = { sets: await storeWith(RECORD), selfChecks: new MemorySelfChecks() };
    return exportAll({ ...stores, settings: new SettingsRepository(null) }, NOW, person);
  };

  test('is in its name and told to whoever imports it, who may refuse: then nothing is stored', async () => {
    const file = await exported('Jörg & Ben/..');
    expect(file.name).toBe('truehip-Jörg-Ben-sets-2026-11-21.json');
    const asked: string[] = [];
    const answer = (yes: boolean) => async (person: string) => {
      asked.push(person);
      return yes;
    };
    const into = new MemorySets();
    await expect(importText(into, await textIn(file), { isFor: answer(false) })).rejects.toThrow('cancelled');
    expect(await into.list()).toEqual([]);
    expect(await importText(into, await textIn(file), { isFor: answer(true) })).toMatchObject({ added: 1 });
    expect(asked).toEqual(['Jörg & Ben/..', 'Jörg & Ben/..']);
  });

  test('is not asked where the file does not say it, as an older one, or a set alone', async () => {
    const isFor = () => Promise.reject(new Error('asked'));
    for (const text of [await textIn(await exported()), JSON.stringify({ ...RECORD, person: 7 })])
      expect(await importText(new MemorySets(), text, { isFor })).toMatchObject({ added: 1 });
    expect(await textIn(await exported('B\u202een'))).not.toContain('person');
  });

  test.each([7, '', '   ', 'x'.repeat(31), 'Ben\u202e', 'Ben\nAnna', { name: 'Ben' }, null])(
    'is refused if it is %j',
    async (person) => {
      const text = JSON.stringify({ format: 'truehip-sets', version: 1, person, sets: [RECORD] });
      expect(await refusal(text)).toContain('import-invalid: Nothing was imported: person ');
      const late = JSON.stringify({ format: 'truehip-sets', version: 1, sets: [RECORD], person });
      expect(await refusal(late)).toContain('import-invalid: Nothing was imported: person ');
    },
  );
});

describe('import', () => {
  test.each([
    ['an empty file', ' \n', 'the file is empty'],
    ['a video', '\u0000\u0000ftypmp42', 'the file is not JSON'],
    ['half a file', JSON.stringify(RECORD).slice(0, 5000), 'the file is not JSON'],
    [
      'a file of another program',
      '{"format":"gpx","version":1,"sets":[]}',
      'format must be one of truehip-sets, but is "gpx"',
    ],
    [
      'sets that are no list',
      '{"format":"truehip-sets","version":1,"sets":{"0":1}}',
      'sets must be a list, but is an object',
    ],
    [
      'a file of a newer version',
      '{"format":"truehip-sets","version":2,"sets":[]}',
      'version is 2: written by a newer Truehip',
    ],
    ['a record of a newer version', '{"version":3}', 'version is 3: written by a newer Truehip'],
    ['a prototype in place of fields', '{"__proto__":{"version":1,"id":"x"}}', 'version must be 1, but is missing'],
    [
      'a number beyond all numbers',
      JSON.stringify(RECORD).replace('"t":0,', '"t":1e999,'),
      'frames[0].t must be a number, but is Infinity',
    ],
  ])('refuses %s and says why', async (_, text, why) => {
    expect(await refusal(text)).toContain(`import-invalid: Nothing was imported: ${why}`);
  });

  test('refuses a file nested a hundred thousand levels deep', async () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(await refusal(deep)).toContain('import-invalid: ');
    expect(await refusal(`{"version":1,"frames":${deep}}`)).toContain('import-invalid: ');
    expect(await refusal(`{"sets":${deep}}`)).toContain('import-invalid: ');
  });

  test('of any text either works or is refused with a reason', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json({ maxDepth: 6 })), async (text) => {
        expect(await refusal(text)).toMatch(/^import-invalid: Nothing was imported: ./);
      }),
      { numRuns: 500 },
    );
  });

  test('of a set with one changed value either works or is refused with a reason', async () => {
    const text = JSON.stringify(makeRecord({ frames: RECORD.frames.slice(0, 2) }));
    const places = [...text.matchAll(/(?<=:)("[^"]*"|-?[\d.]+|true|false|null)(?=[,}])/g)];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), fc.json({ maxDepth: 3 }), async (place, wrong) => {
        const spoilt = text.slice(0, place.index) + wrong + text.slice(place.index + place[0].length);
        expect(await refusal(spoilt)).toMatch(/^(taken|import-invalid: Nothing was imported: .)/);
      }),
      { numRuns: 500 },
    );
  });

  test('drops entries that could change a prototype', async () => {
    const text = JSON.stringify(RECORD).replace('"version":1', '"version":1,"__proto__":{"polluted":true}');
    const [record] = (await readExport(text)).sets;
    expect(record).toEqual(RECORD);
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
