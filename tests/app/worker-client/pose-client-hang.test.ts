import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Behaviour, forEver, readingAt } from './fake-worker.ts';
import { arrive, AUTO, clientOf, fakeTime, frame, pass, silent, STALL } from './pose-client-rig.ts';

describe('a pose client whose worker hangs', () => {
  beforeEach(fakeTime);
  afterEach(() => {
    vi.useRealTimers();
  });

  it('restarts after a frame without a reply for four seconds', async () => {
    const { client, restarts } = clientOf({ analyse: () => forEver() }, {});
    await client.load(AUTO, silent);
    const hanging = client.analyse(frame(), 1).catch((error: unknown) => error);
    await pass(3900);
    expect(restarts).toHaveLength(0);
    await pass(200);
    expect(await hanging).toMatchObject(STALL);
    expect(restarts[0]?.cause).toMatchObject(STALL);
    await expect(client.analyse(frame(), 2)).resolves.toEqual(readingAt(2));
  });

  it('waits eight times the usual reply time on a slow computer', async () => {
    const slow: Behaviour['analyse'] = async (_frame, time) => {
      await new Promise((resolve) => setTimeout(resolve, time < 10 ? 1000 : 7000));
      return readingAt(time);
    };
    const { client, restarts } = clientOf({ analyse: slow });
    await client.load(AUTO, silent);
    for (let time = 1; time <= 3; time++) {
      const reading = client.analyse(frame(), time);
      await arrive();
      await pass(1000);
      await reading;
    }
    const late = client.analyse(frame(), 10);
    await arrive();
    await pass(7000);
    await expect(late).resolves.toEqual(readingAt(10));
    expect(restarts).toHaveLength(0);
  });

  it('ignores a late answer of an ended worker', async () => {
    let answer: (() => void) | null = null;
    const late: Behaviour['analyse'] = (_frame, time) =>
      new Promise((resolve) => {
        answer = () => resolve(readingAt(time));
      });
    const { client } = clientOf({ analyse: late }, {});
    await client.load(AUTO, silent);
    const given = client.analyse(frame(), 1).catch((error: unknown) => error);
    await arrive();
    await pass(4100);
    expect(await given).toMatchObject(STALL);
    expect(answer).not.toBeNull();
    (answer as unknown as () => void)();
    await arrive();
    await expect(client.analyse(frame(), 2)).resolves.toEqual(readingAt(2));
  });

  it('does not restart the worker when the computer slept', async () => {
    const { client, restarts } = clientOf({ analyse: () => forEver() });
    await client.load(AUTO, silent);
    client.analyse(frame(), 1).catch(silent);
    await arrive();
    // The clock jumps by an hour without the timers having run.
    const before = performance.now();
    vi.spyOn(performance, 'now').mockReturnValue(before + 3_600_000);
    await pass(4100);
    expect(restarts).toHaveLength(0);
    await pass(4100);
    expect(restarts).toHaveLength(1);
    vi.restoreAllMocks();
  });
});
