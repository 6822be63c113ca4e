import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { differencesOf, main } from './compare-records.ts';

const folders: string[] = [];

const folderWith = (records: Readonly<Record<string, unknown>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'truehip-records-'));
  folders.push(folder);
  for (const [name, record] of Object.entries(records))
    writeFileSync(join(folder, `${name}.record.json`), JSON.stringify(record));
  return folder;
};

describe('two folders of records', () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);

  afterEach(() => {
    said.mockClear();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  it('are identical when only the fields of the run differ', async () => {
    const before = folderWith({ clip: { id: 'a', startedAt: null, frames: [{ t: 1, lent: null }] } });
    await main([before, folderWith({ clip: { id: 'b', startedAt: null, frames: [{ t: 1, lent: null }] } })]);
    expect(said).toHaveBeenCalledWith('1 records are identical.');
  });

  it('differ by a number in its last digit, and say where', async () => {
    const before = folderWith({ clip: { frames: [{ t: 0.1 + 0.2 }] } });
    expect(await main([before, folderWith({ clip: { frames: [{ t: 0.3 }] } })])).toBe(14);
    expect(said.mock.lastCall?.[0]).toContain('/frames/0/t: 0.30000000000000004 / 0.3');
  });

  it('differ when a record is missing', async () => {
    expect(await main([folderWith({ clip: {} }), folderWith({})])).toBe(14);
  });
});

describe('differences', () => {
  it('are a field that one side lacks, and null against nothing', () => {
    expect(differencesOf({ a: null }, {})).toEqual(['/a: null / nothing']);
  });
});
