import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { SetRecord } from '../../src/coach/record/set-record.ts';
import { ensureFfmpeg } from '../../tools/browser/find-ffmpeg.ts';
import { pathIn } from '../../lab/real/run-real-clips.ts';
import { root } from '../../tools/shared/paths.mjs';
import { runCommand } from '../../tools/shared/run-command.mjs';

/** Photographs of real people in other postures. They stay outside the repository. */
const STILLS = join(root, '..', 'shared', 'clips', 'real', 'stills');
/** 1 px of sway and a webcam's noise, so that the picture lives. */
const HELD =
  "scale=1280:-2,crop=iw-4:ih-4:x='2+sin(n/7)':y='2+cos(n/9)',noise=alls=4:allf=t,scale=trunc(iw/2)*2:trunc(ih/2)*2";
const CODED = '-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -b:v 4M -pix_fmt yuv420p'.split(' ');

for (const { name, shows } of [
  { name: 'pex_crosslegged_front_dog', shows: 'sits cross-legged and faces the lens' },
  { name: 'fed_Standing_Hip_Circles-1', shows: 'stands and faces the lens' },
  { name: 'fed_Seated_Overhead_Stretch-0', shows: 'sits on the floor with bent knees' },
] as const) {
  test(`the hip test does not start with a real person who ${shows}`, async ({ browserName: _any }, info) => {
    const still = join(STILLS, `${name}.jpg`);
    if (!existsSync(still)) {
      console.log(`../shared/clips/real/stills/${name}.jpg is absent, so the gate was not asked.`);
      return;
    }
    const clip = info.outputPath('held.webm');
    const record = info.outputPath('record.json');
    const ffmpeg = await ensureFfmpeg();
    const made = await runCommand(
      ffmpeg,
      ['-nostdin', '-y', '-v', 'error', '-loop', '1', '-t', '6', '-r', '10', '-i', still, '-vf', HELD, ...CODED, clip],
      { timeoutSeconds: 60 },
    );
    expect(made.output).toBe('');
    const tool = join(root, 'tools', 'run.mjs');
    const analysed = await runCommand(
      process.execPath,
      [tool, 'analyze', clip, '--drill', 'hip-test-seated', '--json', record],
      {
        cwd: root,
        timeoutSeconds: 110,
      },
    );
    expect(analysed.status).toBe(0);
    const { neutrals, frames } = JSON.parse(readFileSync(record, 'utf8')) as SetRecord;
    expect(frames.length).toBeGreaterThan(20);
    expect(neutrals).toEqual([]);
  });
}

/** Where photographs of the public collection may lie: a clone of it, or the folder beside the repository. */
const COLLECTIONS = [process.env['TRUEHIP_PICTURES'], join(root, '..', 'shared', 'real', 'pictures')];
const SEATS = JSON.parse(readFileSync(join(root, 'lab', 'real', 'real-seats.json'), 'utf8')) as {
  readonly repository: string;
  readonly commit: string;
  readonly pictures: readonly { readonly file: string; readonly sha256: string; readonly says: string }[];
};

test('a real person in the seat is taken, and any other posture is told what is wrong', async () => {
  test.setTimeout(900_000);
  const folder = COLLECTIONS.find((one) => one !== undefined && existsSync(one));
  const there = SEATS.pictures.filter((one) => folder && pathIn(folder, one) !== null);
  console.log(
    `${there.length} of ${SEATS.pictures.length} photographs are there. All: clone ${SEATS.repository} (${SEATS.commit}), and name the folder in TRUEHIP_PICTURES.`,
  );
  if (folder === undefined || there.length === 0) return;
  const tool = join(root, 'tools', 'run.mjs');
  const told = await runCommand(process.execPath, [tool, 'lab', 'real-clips', folder, '--seats'], {
    cwd: root,
    timeoutSeconds: 880,
  });
  expect(told.status).toBe(0);
  for (const { file, says } of there) {
    const answer = told.output.split('\n').find((line) => line.startsWith(`${file}: `));
    expect(answer, file).toContain(says);
  }
});
