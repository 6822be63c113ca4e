import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../tools/lab/run-label.mjs';
import {
  ABOUT,
  agreementTable,
  compareMarkers,
  type Label,
  type LabelFile,
  labelsText,
  meanOfMarkers,
  parseLabels,
} from '../../tools/scoring/compare-markers.mjs';

/** Each leg is 100 pixels long: 40 + 60. */
const picture = (part: Partial<Label> = {}): Label => ({
  name: 'Squat-0',
  source: '',
  commit: '',
  licence: '',
  sha256: '1f',
  group: '',
  series: '',
  left: { hip: [0, 0], knee: [0, 40], ankle: [0, 100] },
  right: { hip: [50, 0], knee: [50, 40], ankle: [50, 100] },
  guessed: [],
  note: '',
  marked: 'a',
  ...part,
});

const file = (...pictures: readonly Label[]): LabelFile => ({ about: ABOUT, pictures });

/** Both knees 3 and 4 pixels away: 5 and 5 pixels. */
const kneesOff = picture({
  left: { hip: [0, 0], knee: [3, 44], ankle: [0, 100] },
  right: { hip: [50, 0], knee: [54, 43], ankle: [50, 100] },
  marked: 'b',
});

describe('two markers', () => {
  it('agree to the pixel with themselves', () => {
    const { joints } = compareMarkers(file(picture()), file(picture()));
    for (const { seen, sameGuess } of Object.values(joints)) {
      expect(seen).toEqual({ n: 2, median: 0, p90: 0, medianOfLeg: 0, p90OfLeg: 0 });
      expect(sameGuess).toBe(1);
    }
  });

  it("differ by pixels and by % of the first marker's leg", () => {
    const { joints } = compareMarkers(file(picture()), file(kneesOff));
    expect(joints.knee.seen).toEqual({ n: 2, median: 5, p90: 5, medianOfLeg: 5, p90OfLeg: 5 });
    expect(joints.ankle.seen.median).toBe(0);
  });

  it('are judged by joints that both saw; a guess of one is counted apart', () => {
    const guessed = picture({ ...kneesOff, guessed: ['left knee'] });
    const { knee } = compareMarkers(file(picture()), file(guessed)).joints;
    expect([knee.seen.n, knee.guessed.n, knee.sameGuess]).toEqual([1, 1, 0.5]);
  });

  it('agree on a guess that both made', () => {
    const hips = { guessed: ['left hip', 'right hip'] };
    const { hip } = compareMarkers(file(picture(hips)), file(picture(hips))).joints;
    expect([hip.seen.n, hip.seen.median, hip.guessed.n, hip.sameGuess]).toEqual([0, null, 2, 1]);
  });

  it('are compared in the pictures that both marked, and never in two pictures of one name', () => {
    const [alone, other] = [picture({ name: 'Lunge-0' }), picture({ name: 'Bridge-0' })];
    const found = compareMarkers(file(picture(), alone, other), file(kneesOff, { ...other, sha256: '2e' }));
    expect(found.pictures).toBe(1);
    expect(found.otherPictures).toEqual(['Bridge-0']);
  });

  it('have pixels but no share of a leg where the first leg has no length', () => {
    const point = { hip: [5, 5], knee: [5, 5], ankle: [5, 5] } as const;
    const flat = picture({ left: point, right: point });
    const { seen } = compareMarkers(file(flat), file(picture())).joints.hip;
    expect(seen.median).toBeGreaterThan(0);
    expect([seen.medianOfLeg, seen.p90OfLeg]).toEqual([null, null]);
  });

  it('are a table with a dash where nothing was counted', () => {
    const hips = { guessed: ['left hip', 'right hip'] };
    const table = agreementTable(compareMarkers(file(picture(hips)), file(picture(hips))));
    expect(table).toContain('| hip, seen by both | 0 | – | – | – | – | 100 % |');
    expect(table).toContain('| hip, guessed by one or both | 2 | 0.0 | 0.0 | 0.0 | 0.0 |  |');
  });
});

describe('the mean of markers', () => {
  it('lies in the middle, to a tenth of a pixel', () => {
    const third = picture({ left: { hip: [1, 0], knee: [0, 40], ankle: [0, 100] } });
    const [mean] = meanOfMarkers([file(picture()), file(kneesOff), file(third)]).file.pictures;
    expect(mean?.left).toEqual({ hip: [0.3, 0], knee: [1, 41.3], ankle: [0, 100] });
  });

  it.each([
    [['left hip'], [], [], []],
    [['left hip'], ['left hip'], [], ['left hip']],
    [['left hip'], [], null, ['left hip']],
  ])('is guessed where half or more guessed: %j, %j, %j', (a, b, c, expected) => {
    const markers = [a, b, c].flatMap((guessed) => (guessed ? [file(picture({ guessed }))] : []));
    expect(meanOfMarkers(markers).file.pictures[0]?.guessed).toEqual(expected);
  });

  it('names its markers, joins their notes and takes a text from the first who wrote one', () => {
    const [a, b] = [picture({ note: 'dark' }), picture({ note: 'left is near', marked: 'b', group: 'standing' })];
    const [mean] = meanOfMarkers([file(a), file(b)]).file.pictures;
    expect(mean).toMatchObject({ marked: 'mean of a, b', note: 'dark; left is near', group: 'standing' });
  });

  it('leaves out what one marker alone has, and different pictures of one name', () => {
    const [alone, other] = [picture({ name: 'Lunge-0' }), picture({ name: 'Bridge-0' })];
    const { file: made, leftOut } = meanOfMarkers([
      file(picture(), alone, other),
      file(kneesOff, { ...other, sha256: '2e' }),
    ]);
    expect(made.pictures.map(({ name }) => name)).toEqual(['Squat-0']);
    expect(leftOut).toEqual(['Lunge-0', 'Bridge-0']);
  });
});

describe('npm run label', () => {
  const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const folders: string[] = [];

  const newFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'truehip-markers-'));
    folders.push(folder);
    return folder;
  };

  const filesOf = (folder: string, ...files: readonly LabelFile[]): string[] =>
    files.map((one, index) => {
      const path = join(folder, `${index}.json`);
      writeFileSync(path, labelsText(one));
      return path;
    });

  afterEach(() => {
    process.exitCode = 0;
    printed.mockClear();
    said.mockClear();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  it('prints the agreement of two files', async () => {
    await main(['--compare', ...filesOf(newFolder(), file(picture()), file(kneesOff))]);
    expect(printed.mock.lastCall?.[0]).toContain('| knee, seen by both | 2 | 5.0 | 5.0 | 5.0 | 5.0 | 100 % |');
  });

  it('writes a mean that it can read', async () => {
    const folder = newFolder();
    const out = join(folder, 'mean.json');
    await main(['--mean', ...filesOf(folder, file(picture()), file(kneesOff)), '--out', out]);
    expect(parseLabels(readFileSync(out, 'utf8')).pictures[0]?.left.knee).toEqual([1.5, 42]);
  });

  it.each([
    ['no folder', [], 2, 'name one folder of pictures'],
    ['a folder that is not there', ['nowhere-at-all'], 3, 'there is no folder "nowhere-at-all"'],
    ['an unknown option', ['--other'], 2, 'wrong options'],
    ['first marks to hide without a file of them', ['.', '--blind'], 2, '--blind needs --labels FILE'],
    ['one file to compare', ['--compare', 'a.json'], 2, '--compare needs two files'],
    ['a mean without a place to write', ['--mean', 'a.json', 'b.json'], 2, '--out FILE'],
    ['a file that is not there', ['--compare', 'a.json', 'b.json'], 3, 'there is no file "a.json"'],
  ])('says in one sentence what to do about %s', async (_name, args, status, sentence) => {
    await main(args);
    expect(process.exitCode).toBe(status);
    expect(said).toHaveBeenCalledTimes(1);
    expect(said.mock.lastCall?.[0]).toContain(sentence);
  });

  it('refuses a folder without pictures, a file that is none of marks, and a picture other than the marked one', async () => {
    const folder = newFolder();
    await main([folder]);
    expect(said.mock.lastCall?.[0]).toContain('there is no picture');
    const bad = join(folder, 'bad.json');
    writeFileSync(bad, '{}');
    await main([folder, '--labels', bad]);
    expect(said.mock.lastCall?.[0]).toContain('is not a file of marked joints: it needs a list "pictures".');
    writeFileSync(join(folder, 'Squat-0.jpg'), 'another');
    const [marks = ''] = filesOf(folder, file(picture()));
    await main([folder, '--labels', marks]);
    expect(said.mock.lastCall?.[0]).toContain('is not the picture that was marked as "Squat-0"');
  });
});
