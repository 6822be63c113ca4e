import { beforeEach, describe, expect, test } from 'vitest';
import type { SetRecord } from '../../src/coach/record/set-record.ts';
import { Connection } from '../../src/storage/connection.ts';
import { RunningSets, type Locks } from '../../src/storage/running-sets.ts';
import { headerOf } from '../../src/storage/set-header.ts';
import { SetRepository } from '../../src/storage/set-repository.ts';
import { freshProfile } from './fake-browser.ts';
import { makeRecord } from './make-record.ts';

beforeEach(freshProfile);

const RECORD = makeRecord();
const [FLAG] = RECORD.flags;

/** The locks of one browser, shared by its tabs. Closing a tab releases its locks. */
const makeLocks = () => {
  const held = new Map<string, Promise<unknown>>();
  const request = (name: string, work: () => Promise<unknown>): Promise<unknown> => {
    const done = work().finally(() => held.delete(name));
    held.set(name, done);
    return done;
  };
  const query = async () => ({ held: [...held.keys()].map((name) => ({ name })) });
  const locks: Locks = { request, query };
  return { locks, closeTab: () => held.clear() };
};

const openTab = (locks?: Locks) => new SetRepository(new Connection(), { running: new RunningSets(locks) });

const record = async (repository: SetRepository, frames = 30): Promise<void> => {
  await repository.beginSet(headerOf(makeRecord({ ended: 'running' })));
  await repository.appendChunk(RECORD.id, RECORD.frames.slice(0, frames), {});
};

describe('a set that a closed tab left running', () => {
  test('gets its summary from the stored frames, once', async () => {
    await record(openTab());
    const next = openTab();
    const seen: number[] = [];
    const complete = (left: SetRecord): SetRecord => {
      seen.push(left.frames.length);
      return { ...left, phases: left.phases.slice(0, 1), summary: { ...left.summary, repsAll: 9 } };
    };
    await next.settleInterrupted(complete);
    await openTab().settleInterrupted(complete);
    expect(await next.load(RECORD.id)).toMatchObject({
      ended: 'interrupted',
      phases: [{ kind: 'ready' }],
      summary: { repsAll: 9 },
    });
    expect(seen).toEqual([30]);
  });

  test('is kept without a summary when that cannot be computed', async () => {
    await record(openTab());
    const next = openTab();
    await next.settleInterrupted(() => {
      throw new Error('a mistake in the summary');
    });
    expect(await next.load(RECORD.id)).toMatchObject({ ended: 'interrupted', flags: [FLAG] });
  });
});

describe('a set that has ended', () => {
  test('during the completion keeps its end', async () => {
    const first = openTab();
    await record(first);
    const next = openTab();
    let end: Promise<void> | undefined;
    await next.settleInterrupted((left) => {
      end = next.finishSet(RECORD);
      return left;
    });
    await end;
    expect(await next.load(RECORD.id)).toEqual(RECORD);
  });

  test('is not changed', async () => {
    const repository = openTab();
    await repository.finishSet(makeRecord({ ended: 'pinch' }));
    await repository.settleInterrupted();
    expect(await repository.list()).toMatchObject([{ ended: 'pinch' }]);
  });
});

describe('a set that another tab is recording now', () => {
  test('is not changed', async () => {
    const { locks } = makeLocks();
    await record(openTab(locks));
    const second = openTab(locks);
    await second.settleInterrupted();
    expect(await second.list()).toMatchObject([{ ended: 'running' }]);
  });

  test('is marked when that tab is closed', async () => {
    const { locks, closeTab } = makeLocks();
    await record(openTab(locks));
    closeTab();
    const second = openTab(locks);
    await second.settleInterrupted();
    expect(await second.list()).toMatchObject([{ ended: 'interrupted' }]);
  });

  test('is unmarked by its next chunk in a browser without locks', async () => {
    const first = openTab();
    await record(first);
    await openTab().settleInterrupted();
    await first.appendChunk(RECORD.id, RECORD.frames.slice(30, 45), {});
    expect(await first.list()).toMatchObject([{ ended: 'running', frames: 45 }]);
  });
});

describe('the lock of a running set', () => {
  test('is held from the beginning to the end of the set', async () => {
    const { locks } = makeLocks();
    const watcher = new RunningSets(locks);
    const repository = openTab(locks);
    await record(repository);
    expect(await watcher.held()).toEqual(new Set([RECORD.id]));
    await repository.finishSet(RECORD);
    expect(await watcher.held()).toEqual(new Set());
  });

  test('may be refused without stopping the set', async () => {
    const refuse = () => Promise.reject(new DOMException('not active', 'InvalidStateError'));
    const repository = openTab({ request: refuse, query: refuse });
    await record(repository);
    await repository.settleInterrupted();
    expect(await repository.list()).toMatchObject([{ ended: 'interrupted' }]);
  });

  test('is distinguished from locks of other programs', async () => {
    const { locks } = makeLocks();
    const release = new Promise<void>(() => undefined);
    void locks.request('workbox', () => release);
    expect(await new RunningSets(locks).held()).toEqual(new Set());
  });
});
