import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { countedOnce, pooledChecks } from '../../src/coach/self-check/pooled-checks.ts';
import { validateValidationRecord } from '../../src/storage/validate-self-check.ts';
import { main, selfCheckReport } from '../../tools/accuracy/self-checks.mjs';
import { root } from '../../tools/shared/paths.mjs';

const DOCUMENT = join(root, 'docs', 'validation', 'self-check-record.md');

/** The example of the document. */
const documented = (): unknown => {
  const [, text = ''] = /```json\n([\s\S]*?)\n```/.exec(readFileSync(DOCUMENT, 'utf8')) ?? [];
  return JSON.parse(text);
};

const exampleRecord = () => {
  const result = validateValidationRecord(documented());
  if (!result.ok) throw new Error(result.faults.join('; '));
  return result.value;
};

describe('the documented record', () => {
  it('is one that the importer takes, with every field and no other', () => {
    expect(validateValidationRecord(documented())).toEqual({ ok: true, value: documented() });
  });

  it('names every field of the example in its table', () => {
    const text = readFileSync(DOCUMENT, 'utf8');
    const example = exampleRecord();
    const names = [
      ...Object.keys(example),
      ...Object.keys(example.positions[0] ?? {}),
      ...Object.keys(example.view ?? {}),
    ];
    expect(names.filter((name) => !new RegExp(`\\| \`(?:\\w+\\.)?${name}\``).test(text))).toEqual([]);
  });

  it.each([
    ['a day instead of a month', { month: '2026-11-25' }],
    ['another format', { format: 'truehip-sets' }],
    ['a version of the future', { version: 2 }],
    ['too many positions', { positions: Array.from({ length: 6 }, () => exampleRecord().positions[0]) }],
  ])('is refused with %s', (_name, part) => {
    expect(validateValidationRecord({ ...exampleRecord(), ...part }).ok).toBe(false);
  });
});

describe('the summary of records', () => {
  it('has a line for each drill and one for all, and says what it left out', () => {
    const record = exampleRecord();
    const other = { ...record, drill: 'quadruped-band-ir' };
    const text = selfCheckReport([record, record, other], { pooledChecks, countedOnce });
    expect(text).toContain('2 checks of 2 drills; 1 left out');
    expect(text.match(/^\| (supine-sleeper|quadruped-band-ir|all, leg in total|all, hip alone) \| /gm)).toHaveLength(4);
    expect(text).toContain('too few checks');
  });
});

describe('the command', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const folders: string[] = [];

  afterEach(() => {
    process.exitCode = 0;
    said.mockClear();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  it('asks for a file', async () => {
    await main([]);
    expect(process.exitCode).toBe(2);
    expect(said.mock.lastCall?.[0]).toContain('no file was given');
  });

  it('reads the documented record, and names a file that is none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'truehip-checks-'));
    folders.push(folder);
    const [good, bad] = [join(folder, 'good.json'), join(folder, 'bad.json')];
    writeFileSync(good, JSON.stringify(documented()));
    writeFileSync(bad, '{"format":"other"}');
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    await main([good]);
    expect(log.mock.lastCall?.[0]).toContain('1 checks of 1 drills');
    log.mockRestore();
    await main([bad]);
    expect(process.exitCode).toBe(3);
    expect(said.mock.lastCall?.[0]).toContain('is no record of a check');
  });
});
