import { beforeEach, expect, test } from 'vitest';
import { Connection } from '../../src/storage/connection.ts';
import { FramePacker } from '../../src/storage/frames/frame-packer.ts';
import { SetRepository } from '../../src/storage/set-repository.ts';
import { freshProfile, withFullDisk } from './fake-browser.ts';
import { makeFrames, makeRecord } from './make-record.ts';

beforeEach(freshProfile);

test('the size of the sets counts all of them, and is smaller once their frames are packed', async () => {
  const connection = new Connection();
  const sets = new SetRepository(connection);
  expect(await sets.size()).toEqual({ count: 0, bytes: 0, since: null });
  const frames = makeFrames(400);
  await sets.finishSet(makeRecord({ id: 'new', startedAt: '2026-11-20T07:00:00.000Z', frames }));
  await sets.finishSet(makeRecord({ id: 'old', startedAt: '2026-03-02T07:00:00.000Z', frames }));
  await sets.finishSet(makeRecord({ id: 'undated', startedAt: null, frames }));
  const before = await sets.size();
  expect(before).toMatchObject({ count: 3, since: '2026-03-02T07:00:00.000Z' });
  expect(before.bytes).toBeGreaterThan(3 * 400 * 900);
  while (await new FramePacker(connection).packNext());
  const after = await sets.size();
  expect(after).toMatchObject({ count: 3, since: '2026-03-02T07:00:00.000Z' });
  expect(after.bytes).toBeLessThan(before.bytes / 4);
});

test('a set that could not be stored counts as well', async () => {
  const sets = new SetRepository(new Connection());
  await withFullDisk(0, 'call', async () => {
    await sets.finishSet(makeRecord({ id: 'a' })).catch(() => undefined);
  });
  expect(await sets.size()).toMatchObject({ count: 1 });
});
