import { describe, expect, it } from 'vitest';
import type { SetRecord } from '../../../src/coach/record/set-record.ts';
import { MemorySets } from '../../../src/storage/memory-sets.ts';
import { filmedAt, onDay, storeVideoSet, videoId } from '../../../src/ui/video/read-video.ts';
import { sleeperRecord } from '../../browser/lib/fake-record.ts';

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

  it('replaces the one from the same video, whose answers and note stay', async () => {
    const sets = new MemorySets();
    const [after, note] = [
      { effort: 6, pain: 0 },
      { text: 'mine', at: '2026-11-20T10:00:00Z' },
    ];
    await sets.finishSet({ ...record, after, note });
    await storeVideoSet(sets, { ...record, drill: 'knee-to-knee-wall' });
    expect(await sets.list()).toHaveLength(1);
    expect(await sets.load('video-1')).toMatchObject({ drill: 'knee-to-knee-wall', after, note });
  });
});
