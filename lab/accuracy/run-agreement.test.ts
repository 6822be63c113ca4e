import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { SetRecord } from '../../src/coach/record/set-record.ts';
import { INSTRUMENT_VERSION } from '../../src/instrument/instrument-version.ts';
import { main, type PooledRow } from './run-agreement.ts';
import { exportOf } from '../../tests/browser/lib/fake-record.ts';
import { phoneSet, turning } from '../../tests/training/review/phone-set.ts';

const folder = mkdtempSync(join(tmpdir(), 'truehip-agreement-'));
const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);

afterEach(() => said.mockClear());
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(name: string, content: unknown): string {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const setOff = (id: string, off: number, seconds = 20, rest: Partial<SetRecord> = {}) =>
  phoneSet(id, seconds, turning(0, 1, off), rest);

const rowsOf = async (...files: readonly string[]): Promise<readonly PooledRow[]> => {
  await main([...files, '--json']);
  return JSON.parse(String(said.mock.lastCall?.[0]));
};

describe('the agreement of exported sets', () => {
  it('counts three people alike, however many sets each has', async () => {
    const files = [
      fileWith('one', exportOf([setOff('a', 1), setOff('b', 1), setOff('c', 1)])),
      fileWith('two', exportOf([setOff('d', 2)])),
      fileWith('three', exportOf([setOff('e', 6)])),
    ];
    const twist = (await rowsOf(...files)).find(({ angle }) => angle === 'twist');
    expect(twist).toMatchObject({ drill: 'supine-sleeper', people: 3, sets: 5, pairs: 200, by: 'people', bias: 3 });
  });

  it('counts by set while there are fewer than three people, and each set once', async () => {
    const first = fileWith('before', exportOf([setOff('a', 1), setOff('b', 2)]));
    const later = fileWith('after', exportOf([setOff('a', 1), setOff('b', 2), setOff('c', 3)]));
    const twist = (await rowsOf(first, later)).find(({ angle }) => angle === 'twist');
    expect(twist).toMatchObject({ people: 1, sets: 3, pairs: 120, by: 'sets', bias: 2 });
  });

  it('keeps drills and versions of the instrument apart, and reads the file of a single set', async () => {
    const other = fileWith('other', setOff('a', 1, 20, { drill: 'quadruped-band-ir' }));
    const old = fileWith('old', exportOf([setOff('b', 1, 20, { instrument: 2 }), setOff('c', 1)]));
    const rows = (await rowsOf(other, old)).filter(({ angle }) => angle === 'twist');
    expect(rows.map(({ drill, instrument, sets }) => [drill, instrument, sets])).toEqual([
      ['quadruped-band-ir', INSTRUMENT_VERSION, 1],
      ['supine-sleeper', INSTRUMENT_VERSION, 1],
      ['supine-sleeper', 2, 1],
    ]);
  });

  it('leaves out what was counted from a start that was none', async () => {
    const set = setOff('a', 1);
    const neutrals = set.neutrals.map((held) => ({ ...held, refuted: true }));
    await main([fileWith('refuted', exportOf([{ ...set, neutrals }]))]);
    expect(said).toHaveBeenCalledWith('No set has the pelvis by camera and phone.');
  });

  it('prints a table with the limits', async () => {
    await main([fileWith('table', exportOf([setOff('a', 1), setOff('b', 2), setOff('c', 3)]))]);
    const [head = '', twist = ''] = String(said.mock.lastCall?.[0]).split('\n');
    expect(head).toMatch(/^drill +version +angle +people +sets +pairs +bias/);
    // t(2) · √(1 + 1/3) = 4.97.
    expect(twist).toMatch(/^supine-sleeper +\d +twist +1 +3 +120 +\+2\.0 +2\.5 +−3\.0 to \+7\.0 +sets +–$/);
  });
});

describe('a wrong file', () => {
  it.each([
    ['no JSON', 'hello', /is not a file that Truehip exported: .*JSON/],
    ['no file of the app', { format: 'other', version: 1, sets: [] }, /is not a file that Truehip exported: .*format/],
    ['a damaged set', exportOf([{ ...setOff('a', 1), side: 'up' as 'left' }]), /sets\[0\]\.side/],
  ])('is refused with its name and its fault: %s', async (_, content, fault) => {
    const path = fileWith('wrong', content);
    await expect(main([path])).rejects.toMatchObject({ status: 2, message: expect.stringContaining(`"${path}"`) });
    await expect(main([path])).rejects.toThrow(fault);
  });

  it('that is not there has a status of its own, and no file at all is wrong use', async () => {
    await expect(main([join(folder, 'none.json')])).rejects.toMatchObject({ status: 3 });
    await expect(main([])).rejects.toMatchObject({ status: 2 });
  });
});
