import { beforeEach, expect, test } from 'vitest';
import { Connection } from '../../src/storage/connection.ts';
import { completeRecord, SetWriter } from '../../src/app/session/set-writer.ts';
import { SetRepository } from '../../src/storage/set-repository.ts';
import { validateRecord } from '../../src/storage/validate-record.ts';
import { quadrupedBandIr } from '../../src/drills/quadruped-band-ir/quadruped-band-ir.ts';
import { planFor, running } from '../../lab/made/run-set.ts';
import { freshProfile } from './fake-browser.ts';

beforeEach(freshProfile);

test('a set of the band drill is stored completely, also with a repetition after a long wait', async () => {
  const run = running(planFor(quadrupedBandIr));
  const corners = [
    [1, 0],
    [10, 0],
    [11, -20],
    [13, -20],
    [14, 4],
    [16, 4],
    [17, -6],
    [18, -6],
  ] as const;
  run.readFor(1.1, 18, (time) => {
    const next = corners.findIndex(([at]) => at > time);
    const [[from, low], [to, high]] = [corners[next - 1] ?? [0, 0], corners[next] ?? [18, -6]];
    return { referencePoseAt: 1, internalRotation: low + ((high - low) * (time - from)) / (to - from) };
  });
  run.send({ kind: 'stop', time: 18, why: 'stopped' });
  const repository = new SetRepository(new Connection());
  const record = run.record();
  expect(record.reps).toHaveLength(1);
  await repository.finishSet(record);
  expect(await repository.damaged()).toEqual([]);
  expect(await repository.load(record.id)).toEqual(record);
});

test('a set written second by second is read back unchanged', async () => {
  const run = running();
  const repository = new SetRepository(new Connection());
  const { frames: _first, ...begun } = run.record();
  await repository.beginSet(begun);
  const flags: unknown[] = [];
  for (let second = 1; second < 56; second += 1) {
    // The pelvis rotates from 10 s to 15 s.
    const twist = second >= 10 && second < 15 ? 20 : 0;
    run.readFor(second, second + 1, (time) => ({
      referencePoseAt: 1,
      internalRotation: 20 + Math.sin(time),
      twist,
    }));
    const { frames, flags: raised, phases, neutral, neutrals } = run.recorder.takeChunk();
    flags.push(...raised);
    await repository.appendChunk(begun.id, frames, { phases, neutral: neutral, neutrals: neutrals });
    expect(validateRecord(run.record()), `after ${second} s`).toMatchObject({ ok: true });
  }
  const record = run.record();
  await repository.finishSet(record);
  expect([record.ended, flags.length > 0]).toEqual(['finished', true]);
  expect(await repository.load(record.id)).toEqual(record);
});

test('what was counted from a start that turned out wrong does not count in the stored set either', async () => {
  const run = running();
  const repository = new SetRepository(new Connection());
  const { frames: _first, ...begun } = run.record();
  await repository.beginSet(begun);
  const write = () => {
    const { frames, phases, neutral, neutrals } = run.recorder.takeChunk();
    return repository.appendChunk(begun.id, frames, { phases, neutral, neutrals });
  };
  run.readFor(1.1, 6, () => ({ referencePoseAt: 1, internalRotation: 20 }));
  await write();
  run.readFor(6, 6.5, () => ({ referencePoseAt: 1, internalRotation: -9, startDoubted: true }));
  run.readFor(6.5, 9.5, () => ({ referencePoseAt: 'holding' }));
  run.readFor(9.5, 15, () => ({ referencePoseAt: 9.4, upholdsLast: false, internalRotation: 24 }));
  await write();
  const left = await repository.load(begun.id);
  expect(left?.frames.filter(({ t, valid }) => valid && t < 9)).toEqual([]);
  run.send({ kind: 'stop', time: 15, why: 'stopped' });
  const record = run.record();
  await repository.finishSet(record);
  expect(await new SetRepository(new Connection()).load(record.id)).toEqual(record);
});

test('a page that is closed while the summary is made loses neither the stop for a symptom nor the summary', async () => {
  const run = running();
  run.readFor(1.1, 12, () => ({ referencePoseAt: 1, internalRotation: 20 }));
  run.send({ kind: 'stop', time: 12, why: 'pinch' });
  const head = {
    id: 'closed',
    startedAt: '2026-11-27T04:00:00.000Z',
    source: { kind: 'camera', fps: 12, frames: 0, width: 1280, height: 720 },
    engine: { model: 'full', backend: 'wasm', why: 'test', version: '0' },
  } as const;
  const store = new SetRepository(new Connection());
  await new Promise<void>((closed) => {
    const writer = new SetWriter({
      sets: {
        beginSet: (header) => store.beginSet(header),
        appendChunk: (...chunk) => store.appendChunk(...chunk),
        // The page is closed before the end is stored.
        finishSet: () => new Promise(() => closed()),
      },
      recorder: run.recorder,
      head: () => head,
      pageNow: () => 0,
      onTrouble: (error) => {
        throw error;
      },
    });
    writer.begin();
    void writer.finish();
  });
  const next = new SetRepository(new Connection());
  await next.settleInterrupted(completeRecord);
  expect((await next.list()).map(({ id, ended }) => [id, ended])).toEqual([['closed', 'pinch']]);
  expect((await next.load('closed'))?.summary.sets).toEqual(run.record().summary.sets);
  await next.settleInterrupted();
  expect((await next.load('closed'))?.ended).toBe('pinch');
});
