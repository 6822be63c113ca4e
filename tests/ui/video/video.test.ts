import { describe, expect, it } from 'vitest';
import type { SetRecord } from '../../../src/coach/record/set-record.ts';
import { MemorySets } from '../../../src/storage/memory-sets.ts';
import { headerOf, overviewOf } from '../../../src/storage/set-header.ts';
import { filmedAt, onDay, videoId } from '../../../src/ui/video/chosen-video.ts';
import { progressOf } from '../../../src/ui/video/read-video.ts';
import { holdUnkept, keepUnkept, unkeptSet, withUnkept } from '../../../src/ui/video/unkept-set.ts';
import { sleeperRecord } from '../../browser/lib/fake-record.ts';

const overview = (record: SetRecord) => overviewOf(headerOf(record), record.frames.length, true);
const record: SetRecord = { ...sleeperRecord, id: 'video-1', source: { ...sleeperRecord.source, kind: 'file' } };

describe('a set from a video', () => {
  it('has the same id whenever the same bytes are read, and another one for other bytes', async () => {
    const file = (end: string) => new File(['x'.repeat(3_000_000), end], `${Math.random()}.mp4`);
    const id = await videoId(file('a'));
    expect(await videoId(file('a'))).toBe(id);
    expect(await videoId(file('b'))).not.toBe(id);
    expect(await videoId(new File(['short'], 'a.mp4'))).toMatch(/^video-[0-9a-f]{16}-5$/);
  });

  it('is of the day of the file, or of today where the file’s date cannot be right', () => {
    const now = Date.parse('2026-11-29T12:00:00Z');
    const at = Date.parse('2026-11-20T18:30:00Z');
    expect(Date.parse(filmedAt({ lastModified: at }, now))).toBe(at);
    expect(Date.parse(filmedAt({ lastModified: 0 }, now))).toBe(now);
    expect(Date.parse(filmedAt({ lastModified: now + 86_400_000 }, now))).toBe(now);
    expect(onDay(filmedAt({ lastModified: at }, now), '2026-11-03').slice(0, 10)).toBe('2026-11-03');
  });

  it('is stored only once it is kept, and replaces the one from the same video', async () => {
    const sets = new MemorySets();
    await sets.finishSet({ ...record, note: { text: 'mine', at: '2026-11-20T10:00:00Z' } });
    holdUnkept({ ...record, drill: 'knee-to-knee-wall' });
    const seen = withUnkept({ sets, overviewOf: overview });
    await seen.keepAfter('video-1', { effort: 6, pain: 0 });
    expect((await seen.list()).map(({ drill }) => drill)).toEqual(['knee-to-knee-wall']);
    expect((await sets.load('video-1'))?.drill).toBe(record.drill);
    expect(await keepUnkept(sets)).toBe('video-1');
    expect(await sets.list()).toHaveLength(1);
    expect(await sets.load('video-1')).toMatchObject({
      drill: 'knee-to-knee-wall',
      after: { effort: 6 },
      note: { text: 'mine' },
    });
    expect(unkeptSet()).toBeNull();
  });

  it('is told how long it still takes after the first seconds, and never without the length of the file', () => {
    expect(progressOf(10, 100, 60_000)).toEqual({ read: 0.1, left: null });
    expect(progressOf(20, 100, 1000)).toEqual({ read: 0.2, left: null });
    expect(progressOf(60, 110, 10_000).left).toBe(10);
    expect(progressOf(120, 100, 10_000)).toEqual({ read: 1, left: 0 });
    expect(progressOf(25, 0, 10_000).left).toBeNull();
  });
});
