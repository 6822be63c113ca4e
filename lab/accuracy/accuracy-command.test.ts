import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../tools/shared/paths.mjs';
import { runCommand } from '../../tools/shared/run-command.mjs';
import { aFlag, aRecord, aTruth, type RecordOptions } from './fixtures.ts';

/** Runs the whole command on stored records, so that no browser is needed. */
let folder: string;
const at = (...names: string[]) => join(folder, ...names);

const keep = (records: string, options: RecordOptions) => {
  mkdirSync(at(records), { recursive: true });
  writeFileSync(at(records, 'one.record.json'), JSON.stringify(aRecord(aTruth(), options)));
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'truehip-accuracy-'));
  for (const clips of ['clips', 'more']) {
    mkdirSync(at(clips));
    writeFileSync(at(clips, 'one.truth.json'), JSON.stringify(aTruth()));
    writeFileSync(at(clips, 'one.webm'), '');
  }
  keep('good', { rotationShift: 2 });
  keep('bad', { rotationShift: 4 });
  keep('loud', { rotationShift: 2, flags: [aFlag('hips-shift', 4, 5)] });
  writeFileSync(at('good', 'more_one.record.json'), JSON.stringify(aRecord(aTruth())));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A reference without figures. */
const emptyReference = (name: string) => {
  const { tolerances } = JSON.parse(readFileSync(join(root, 'lab', 'accuracy', 'reference.json'), 'utf8'));
  writeFileSync(at(name), JSON.stringify({ version: 1, tolerances, groups: {} }));
  return ['--reference', at(name)];
};

const accuracy = (...args: string[]) =>
  runCommand(process.execPath, [join(root, 'tools', 'run.mjs'), 'accuracy', '--clips', at('clips'), ...args], {
    cwd: root,
  });

describe('npm run accuracy on kept records', () => {
  it('prints the clips, the goals and the rules', async () => {
    const { status, output } = await accuracy('--records', at('good'));
    expect(status).toBe(0);
    const places = ['  one', '| drill, clips read |', 'rules by drill', 'All flags: F1'].map((text) =>
      output.indexOf(text),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    // The committed reference is of other clips.
    expect(output).toContain('Not compared with lab/accuracy/reference.json');
  });

  it('writes a reference, compares a run with it, and ends with status 9 if a figure is worse', async () => {
    const reference = emptyReference('reference.json');
    expect((await accuracy('--records', at('good'), ...reference, '--write-reference')).status).toBe(0);
    const same = await accuracy('--records', at('good'), ...reference);
    expect(same.status).toBe(0);
    expect(same.output).toContain('0 worse by more than the tolerance');
    const worse = await accuracy('--records', at('bad'), ...reference);
    expect(worse.status).toBe(9);
    expect(worse.output).toContain('mean-error of hip-internal-rotation is 4 and was 2');
  });

  it('compares every rule of every drill: one more wrong cue ends with status 9', async () => {
    const reference = emptyReference('rules.json');
    await accuracy('--records', at('good'), ...reference, '--write-reference');
    const loud = await accuracy('--records', at('loud'), ...reference);
    expect(loud.status).toBe(9);
    expect(loud.output).toContain('rules of supine-sleeper: wrong-cues of hips-shift is 1 and was 0');
  });

  it('keeps tolerances that were edited in the reference file', async () => {
    const file = at('own.json');
    const reference = ['--records', at('good'), ...emptyReference('own.json'), '--write-reference'];
    await accuracy(...reference);
    const written = JSON.parse(readFileSync(file, 'utf8'));
    written.tolerances.bias.allowed = 3;
    writeFileSync(file, JSON.stringify(written));
    await accuracy(...reference);
    expect(JSON.parse(readFileSync(file, 'utf8')).tolerances.bias.allowed).toBe(3);
  });

  it('reads clips from several folders and distinguishes equal names by the folder', async () => {
    const { status, output } = await accuracy('--clips', at('more'), '--records', at('good'));
    expect(status).toBe(0);
    expect(output).toContain('  more/one');
    expect(output).toContain('2 clips');
  });

  it.each([
    ['a missing reference', ['--reference', 'gone.json'], 3, 'the reference "gone.json" cannot be read'],
    ['tables of only some drills', ['--drills', 'x', '--readme'], 2, 'every drill'],
    ['a new reference of only some drills', ['--drills', 'x', '--write-reference'], 2, 'every drill'],
    ['missing records', ['--records', 'gone'], 3, 'no folder "gone" with records'],
    ['a reference of held-back clips', ['--held-back', '--write-reference'], 2, 'compared with nothing'],
    ['storing records without a run', ['--records', 'tests', '--keep-records', 'b'], 2, 'nothing to keep'],
  ])('refuses %s in one sentence', async (_name, args, status, sentence) => {
    const result = await accuracy(...args);
    expect(result.status).toBe(status);
    expect(result.output).toContain(sentence);
    expect(result.output.trim().split('\n')).toHaveLength(1);
  });

  it('compares held-back clips with no reference', async () => {
    const { status, output } = await accuracy('--held-back', '--records', at('bad'));
    expect(status).toBe(0);
    expect(output).not.toMatch(/ompared with/);
  });

  it('refuses a reference that cannot be read before any clip is run', async () => {
    writeFileSync(at('wrong.json'), '{"version"');
    const { status, output } = await accuracy('--reference', at('wrong.json'));
    expect(status).toBe(3);
    expect(output).toContain('cannot be read');
  });

  it('lists its exit statuses in the help text', async () => {
    const { status, output } = await accuracy('--help');
    expect(status).toBe(0);
    for (const code of [0, 1, 2, 3, 8, 9]) expect(output).toMatch(new RegExp(`\\b${code} \\w`));
  });
});
