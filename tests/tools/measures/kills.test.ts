import { describe, expect, it } from 'vitest';
import { judgeKills, type Kill, killOf, type Stored } from '../../../tools/soak/kills-report.ts';

/** A kill 5 s into a set that lost 0.3 s. */
const kill = (changes: Partial<Kill> = {}): Kill => ({
  person: 'Ann',
  after: 5,
  readings: 40,
  gone: 3,
  lastSeen: 4.8,
  lastKept: 4.5,
  opened: true,
  kept: true,
  damaged: 0,
  empty: 0,
  elsewhere: 0,
  ...changes,
});

const complaintsOf = (...kills: readonly Kill[]) => judgeKills(kills).complaints;

describe('what a kill of the browser may do', () => {
  it('lets less than a second go', () => {
    expect(complaintsOf(kill(), kill({ lastKept: 4 }))).toEqual([]);
  });

  it('does not count a single reading on its way to the disk, where readings are over a second apart', () => {
    const slow = kill({ readings: 4, gone: 1, lastSeen: 4.8, lastKept: 3.6 });
    expect(complaintsOf(slow)).toEqual([]);
    expect(complaintsOf({ ...slow, gone: 2 })).toEqual(['1 of 1 kills lost more than 1 s']);
  });

  it('lets one kill of a hundred lose more than a second, but not two, and not one of a few', () => {
    const many = Array.from({ length: 98 }, () => kill());
    const bad = kill({ lastKept: 3 });
    expect(complaintsOf(...many, kill(), bad)).toEqual([]);
    expect(complaintsOf(...many, bad, bad)).toEqual(['2 of 100 kills lost more than 1 s']);
    expect(complaintsOf(kill(), bad)).toEqual(['1 of 2 kills lost more than 1 s']);
  });

  it('names a database that cannot be read, damaged sets, sets that are gone and empty ones', () => {
    expect(complaintsOf(kill({ opened: false }))).toEqual(['1 times the database could not be read']);
    expect(complaintsOf(kill({ damaged: 2 }))).toEqual(['2 sets cannot be read any more']);
    expect(complaintsOf(kill({ empty: 1 }))).toEqual(['1 empty sets are in the list']);
    expect(complaintsOf(kill({ kept: false, lastKept: null }))).toContain('1 sets are gone');
    expect(complaintsOf(kill({ elsewhere: 2 }))).toEqual(['2 sets changed the list of another person']);
  });
});

describe('what a kill has done', () => {
  const newest = { readable: true, ended: 'interrupted', frames: 38, last: 4.6 };
  const stored = (ids: readonly string[]): Stored => ({ opened: true, damaged: 0, ids, empty: 0, newest });
  const running = { person: 'Bob', after: 5, readings: 40, lastSeen: 4.8 };
  const listsOf = (ann: readonly string[], bob: readonly string[], cem: readonly string[]) =>
    new Map([
      ['Ann', stored(ann)],
      ['Bob', stored(bob)],
      ['Cem', stored(cem)],
    ]);
  const before = listsOf(['a'], ['b'], ['c']);

  it('is told of the person who did the set', () => {
    const told = { kept: true, gone: 2, lastKept: 4.6, elsewhere: 0, opened: true };
    expect(killOf(running, before, listsOf(['a'], ['new', 'b'], ['c']))).toMatchObject(told);
  });

  it('counts what came into the list of somebody else, or went out of it', () => {
    const moved = killOf(running, before, listsOf(['new', 'a'], ['b'], []));
    expect(moved).toMatchObject({ kept: false, lastKept: null, gone: 40, elsewhere: 2 });
  });
});
