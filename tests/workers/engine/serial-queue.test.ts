import { describe, expect, it } from 'vitest';
import { SerialQueue } from '../../../workers/engine/serial-queue.ts';

const turns = async (count: number) => {
  for (let i = 0; i < count; i++) await Promise.resolve();
};

describe('the queue', () => {
  it('starts a job only when the one before has ended', async () => {
    const queue = new SerialQueue();
    const log: string[] = [];
    const job = (name: string, length: number) => async () => {
      log.push(`${name} starts`);
      await turns(length);
      log.push(`${name} ends`);
    };
    await Promise.all([queue.run(job('first', 20)), queue.run(job('second', 1))]);
    expect(log).toEqual(['first starts', 'first ends', 'second starts', 'second ends']);
  });

  it('goes on after a job that failed, and rejects only that job’s promise', async () => {
    const queue = new SerialQueue();
    const failed = queue.run(() => Promise.reject(new Error('no')));
    const after = queue.run(() => 'yes');
    await expect(failed).rejects.toThrow('no');
    await expect(after).resolves.toBe('yes');
  });
});
