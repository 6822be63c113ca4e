import { describe, expect, test, vi } from 'vitest';
import { nextTask, whenIdle } from '../../src/storage/when-idle.ts';

describe('work for an idle browser', () => {
  test('waits for idle time before each part, until there is none left', async () => {
    const done: string[] = [];
    const idle = async () => void done.push('idle');
    await whenIdle(async () => done.push('part') < 6, idle);
    expect(done).toEqual(['idle', 'part', 'idle', 'part', 'idle', 'part']);
  });

  test('stops without an error when the database cannot be used', async () => {
    const work = vi.fn(() => Promise.reject(new Error('gone')));
    await expect(whenIdle(work, async () => undefined)).resolves.toBeUndefined();
    expect(work).toHaveBeenCalledTimes(1);
  });
});

test('the next task comes after those that wait already', async () => {
  const done: string[] = [];
  setTimeout(() => done.push('page'));
  await nextTask();
  expect(done).toEqual(['page']);
});
