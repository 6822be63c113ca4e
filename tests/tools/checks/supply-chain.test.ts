import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface LockEntry {
  readonly name?: string;
  readonly dev?: boolean;
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, LockEntry> };
const places = Object.entries(lock.packages).filter(([place]) => place !== '');

describe('the packages of the lockfile', () => {
  it('keep the tree of the shipped app small', () => {
    // 53 now; room for a package with a few of its own, not for a tool's whole tree.
    expect(places.filter(([, { dev }]) => !dev).length).toBeLessThanOrEqual(45);
  });

  it('hold no linter and no cloud storage client for the sake of the weights', () => {
    const unwanted = /node_modules\/(eslint|@google-cloud\/.*|@vladmandic\/human)$/;
    const found = places.filter(([place, { name }]) => unwanted.test(place) && name !== 'concat-map');
    expect(found).toEqual([]);
  });
});
