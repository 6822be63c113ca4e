import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { drillStill, loopOwner, STILL_SIZE } from '../../src/app/stills.ts';
import { DRILLS, drillById, WATCHED_DRILLS } from '../../src/drills/index.ts';

const folder = fileURLToPath(new URL('../../src/app/assets/stills/', import.meta.url));

/** Width and height in the header of a lossy WebP file, px. */
const sizeOf = (file: Buffer) => ({ width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff });

describe('the still of a drill', () => {
  it('exists for every drill that uses the camera, and is its own', () => {
    const stills = WATCHED_DRILLS.map((drill) => drillStill(loopOwner(drill)));
    expect(stills).not.toContain(null);
    const owners = new Set(WATCHED_DRILLS.map(loopOwner));
    expect(new Set(stills).size).toBe(owners.size);
  });

  it('is null for a drill without a camera, so that the drawing is shown', () => {
    for (const { id } of DRILLS.filter(({ camera }) => camera === 'none')) expect(drillStill(id)).toBeNull();
  });

  it.each(readdirSync(folder).filter((name) => name.endsWith('.webp')))(
    '%s is small and of the stated size',
    (name) => {
      expect(drillById(name.replace('.webp', ''))).not.toBeNull();
      expect(statSync(folder + name).size).toBeLessThan(20_000);
      expect(sizeOf(readFileSync(folder + name))).toEqual(STILL_SIZE);
    },
  );
});
