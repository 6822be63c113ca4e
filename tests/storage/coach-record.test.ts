import { beforeEach, expect, test } from 'vitest';
import { Connection } from '../../src/storage/connection.ts';
import { SetRepository } from '../../src/storage/set-repository.ts';
import { validateRecord } from '../../src/storage/validate-record.ts';
import { running } from '../coach/run-set.ts';
import { freshProfile } from './fake-browser.ts';

beforeEach(freshProfile);

test('what the coach writes, second by second, comes back as it was', async () => {
  const run = running();
  const repository = new SetRepository(new Connection());
  const { frames: _first, ...begun } = run.record();
  await repository.beginSet(begun);
  const flags: unknown[] = [];
  for (let second = 1; second < 56; second += 1) {
    // The pelvis twists from the tenth second to the fifteenth.
    const twist = second >= 10 && second < 15 ? 20 : 0;
    run.readFor(second, second + 1, (time) => ({
      neutralAt: 1,
      internalRotation: 20 + Math.sin(time),
      twist,
    }));
    const { frames, flags: raised, phases, neutral } = run.recorder.takeChunk();
    flags.push(...raised);
    await repository.appendChunk(begun.id, frames, { phases, neutral });
    expect(validateRecord(run.record()), `after ${second} s`).toMatchObject({ ok: true });
  }
  const record = run.record();
  await repository.finishSet(record);
  expect([record.ended, flags.length > 0]).toEqual(['finished', true]);
  expect(await repository.load(record.id)).toEqual(record);
});
