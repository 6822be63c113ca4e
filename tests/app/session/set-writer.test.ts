import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/app/app-error.ts';
import { completeRecord, SetWriter } from '../../../src/app/session/set-writer.ts';
import { MemorySets } from '../../../src/storage/memory-sets.ts';
import { softTissueBall } from '../../../src/drills/soft-tissue/soft-tissue-ball.ts';
import { planFor, running, SetRun } from '../../../lab/made/run-set.ts';

const HEAD = {
  id: 'test',
  startedAt: null,
  source: { kind: 'camera', fps: 12, frames: 0, width: 1280, height: 720 },
  engine: { model: 'full', backend: 'wasm', why: 'test', version: '0' },
} as const;

/** A running set with its writer and the store. */
function written(run: SetRun) {
  const sets = new MemorySets();
  const writer = new SetWriter({
    sets,
    recorder: run.recorder,
    head: () => HEAD,
    pageNow: () => 0,
    onTrouble: (error) => {
      throw error;
    },
  });
  writer.begin();
  const stored = async () => {
    const record = await sets.load(HEAD.id);
    if (record === null) throw new Error('nothing was stored');
    return record;
  };
  return { run, writer, stored, list: () => sets.list() };
}

/** Waits until rejections have been handled. */
const settled = () => new Promise((done) => setTimeout(done));

/** The hip rotates to 15°; from 5 s on the pelvis contributes another 20°. */
const cheat = (run: SetRun, from: number, to: number) =>
  run.readFor(from, to, (time) => ({
    referencePoseAt: 1,
    internalRotation: time > 5 ? 35 : 15,
    twist: time > 5 ? 20 : 0,
  }));

describe('a tab that closes during a flag', () => {
  it('leaves the same record as the Stop button, so that range with a flag never becomes clean range', async () => {
    const { run, writer, stored } = written(running());
    cheat(run, 1.1, 9);
    writer.flush();
    const left = await completeRecord(await stored());
    run.send({ kind: 'stop', time: run.state.now, why: 'stopped' });
    const { flags, summary } = run.record();
    expect(summary.sets[0]).toMatchObject({ clean: 15, gross: 35, borrowed: 20 });
    expect(left.flags).toEqual(flags);
    expect(left.summary.sets).toEqual(summary.sets);
  });

  it('stores each flag once, although it is written several times while it is active', async () => {
    const { run, writer, stored } = written(running());
    for (let second = 2; second < 10; second += 1) {
      cheat(run, second, second + 1);
      writer.flush();
    }
    expect((await stored()).flags).toHaveLength(1);
    run.readFor(10, 13, () => ({ referencePoseAt: 1, internalRotation: 15 }));
    writer.flush();
    expect((await stored()).flags).toEqual(run.record().flags);
    expect((await stored()).flags).toHaveLength(1);
  });

  it('keeps when the position was left', async () => {
    const { run, writer, stored } = written(running());
    run.readFor(1.1, 20, () => ({ referencePoseAt: 1, internalRotation: 30 }));
    run.readFor(20, 26, () => ({ referencePoseAt: 1, left: { kind: 'trunk-up', since: 20 } }));
    writer.flush();
    const left = await completeRecord(await stored());
    const { away, summary } = run.record();
    expect(away).toMatchObject([{ kind: 'trunk-up' }]);
    expect(left.away).toEqual(away);
    expect(left.summary.muted).toEqual(summary.muted);
  });

  it('stores every reference pose so far', async () => {
    const { run, writer, stored } = written(running());
    cheat(run, 1.1, 3);
    run.read({ time: 3, referencePoseAt: 1, cameraMoved: true });
    run.readFor(6, 7, () => ({ referencePoseAt: 6 }));
    writer.flush();
    expect((await stored()).neutrals).toMatchObject([
      { at: 1, side: 'left' },
      { at: 6, side: 'left' },
    ]);
  });
});

describe('a set that is closed before anything was measured', () => {
  it('leaves no empty set behind', async () => {
    const { run, writer, list } = written(new SetRun(planFor()));
    run.tick(0.2);
    writer.tick();
    writer.flush();
    expect(await list()).toEqual([]);
  });

  it('is there from its first frame on', async () => {
    const { run, writer, list } = written(new SetRun(planFor()));
    run.read({ time: 0.1, referencePoseAt: 'holding' });
    writer.tick();
    expect(await list()).toMatchObject([{ id: HEAD.id, ended: 'running', frames: 1 }]);
  });

  it('is kept without a frame once its work has begun', async () => {
    const { run, writer, list } = written(new SetRun(planFor(softTissueBall)));
    run.tick(1);
    writer.tick();
    expect(await list()).toMatchObject([{ id: HEAD.id, ended: 'running', frames: 0 }]);
  });

  it('is kept when it ends without a frame', async () => {
    const { run, writer, list } = written(new SetRun(planFor()));
    run.send({ kind: 'stop', time: 0.5, why: 'stopped' });
    await writer.finish();
    expect(await list()).toMatchObject([{ id: HEAD.id, ended: 'stopped', frames: 0 }]);
  });
});

it('a store that is full when the set begins is asked again with the next frames, and the trouble is told by its first cause only', async () => {
  const run = running();
  const sets = new MemorySets();
  const troubles: string[] = [];
  let room = false;
  let now = 0;
  const writer = new SetWriter({
    sets: {
      beginSet: (header) =>
        room ? sets.beginSet(header) : Promise.reject(new AppError('storage-full', 'no room on purpose')),
      appendChunk: (id, frames, rest) => sets.appendChunk(id, frames, rest),
      finishSet: (record) => sets.finishSet(record),
    },
    recorder: run.recorder,
    head: () => HEAD,
    pageNow: () => now,
    onTrouble: ({ name }) => troubles.push(name),
  });
  writer.begin();
  cheat(run, 1.1, 2);
  writer.tick();
  await settled();
  expect(troubles).toEqual(['storage-full']);
  room = true;
  now = 400;
  cheat(run, 2, 3);
  writer.tick();
  await settled();
  expect(troubles).toEqual(['storage-full']);
  expect(await sets.list()).toMatchObject([{ id: HEAD.id, ended: 'running', frames: 12 }]);
});

/** A set as a closed tab leaves it: everything except the summary. */
const leftBehind = () => {
  const run = running();
  run.readFor(1.1, 8, () => ({ referencePoseAt: 1, internalRotation: 21 }));
  const record = run.record();
  return { record, bare: { ...record, summary: { ...record.summary, sets: [], phases: [] } } };
};

describe('completeRecord', () => {
  it('computes the summary of a set that a closed tab left unfinished', async () => {
    const { record, bare } = leftBehind();
    expect((await completeRecord(bare)).summary.sets).toEqual(record.summary.sets);
  });

  it('counts nothing that was measured from a reference pose that was found invalid', async () => {
    const { bare } = leftBehind();
    const neutrals = bare.neutrals.map((held) => ({ ...held, refuted: true }));
    const { sets } = (await completeRecord({ ...bare, neutrals })).summary;
    expect(sets.map(({ clean }) => clean)).toEqual(sets.map(() => null));
  });

  it('finds no range in a set without a camera, whatever its drill', async () => {
    const { bare } = leftBehind();
    const left = { ...bare, source: { ...bare.source, kind: 'none' as const }, frames: [], flags: [], neutrals: [] };
    expect((await completeRecord(left)).summary).toMatchObject({ sets: [], phases: [], muted: [], watched: null });
  });

  it('does not change a set of an unknown drill', async () => {
    const { bare } = leftBehind();
    const foreign = { ...bare, drill: 'a-drill-of-tomorrow' };
    expect(await completeRecord(foreign)).toBe(foreign);
  });
});
