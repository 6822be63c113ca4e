import { describe, expect, it } from 'vitest';
import { HOLD_TIME } from '../../../../src/instrument/reference-pose/stillness.ts';
import { readGivenTimeline } from '../../../../src/coach/timeline/given-timeline.ts';
import { DRILLS } from '../../../../src/drills/index.ts';
import { checkKeys } from '../../motion/channels.ts';
import { valueAt } from '../../motion/minimum-jerk.ts';
import { hasPoses, posesOf, REFERENCE, studyClip } from './study-poses.ts';

const studied = DRILLS.filter(({ id }) => hasPoses(id));
const names = studied.map(({ id }) => id);

describe('the poses of the placement study', () => {
  it.each(names)('of %s: four steps of rotation, and the pelvis and the back', (drill) => {
    const poses = posesOf(drill);
    const pure = poses.filter(({ keys }) => Object.keys(keys).every((name) => name === 'rotation'));
    expect(new Set(pure.map(({ keys }) => keys.rotation ?? 0)).size).toBe(4);
    for (const id of ['twist', 'obliquity', 'arch', REFERENCE]) {
      expect(poses.map((pose) => pose.id)).toContain(id);
    }
  });

  it.each(names)('of %s: compensations share the rotation of their reference', (drill) => {
    const poses = posesOf(drill);
    const reference = poses.find(({ id }) => id === REFERENCE)?.keys.rotation;
    for (const { keys } of poses.slice(poses.findIndex(({ id }) => id === REFERENCE))) {
      expect(keys.rotation).toBe(reference);
    }
  });

  it('exist for the first drills of the app', () => {
    expect(names).toEqual(expect.arrayContaining(['supine-sleeper', 'ninety-ninety-pails-rails', 'quadruped-band-ir']));
  });

  it('are refused for an unknown drill', () => {
    expect(() => posesOf('yoga')).toThrow('no poses for the drill "yoga"');
  });
});

describe.each(studied)('the clip of $id', (drill) => {
  const clip = studyClip(drill.id);

  it('holds the reference pose for longer than the app requires', () => {
    const [referencePose] = clip.holds;
    expect((referencePose?.until ?? 0) / clip.fps).toBeGreaterThan(HOLD_TIME + 0.5);
    expect(clip.frames.slice(0, referencePose?.until)).toEqual(
      Array.from({ length: referencePose?.until ?? 0 }, () => 0),
    );
  });

  it('shows each held pose in its counted frames, and each picture at least once', () => {
    for (const { picture, from, until } of clip.holds) {
      expect(clip.frames.slice(from, until).every((shown) => shown === picture)).toBe(true);
    }
    const pictures = clip.recipe.phases.at(-1)?.end ?? 0;
    expect(new Set(clip.frames).size).toBe(pictures);
  });

  it('has no jump: from frame to frame the leg rotates by at most 11°, the pelvis by 5° or 1.5 cm', () => {
    const most = { rotation: 11, twist: 5, obliquity: 5, arch: 5, lift: 0.015 };
    for (const [name, line] of Object.entries(clip.recipe.keys)) {
      const values = clip.frames.map((picture) => valueAt(line, picture));
      const steps = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? 0)));
      expect(Math.max(...steps)).toBeLessThanOrEqual(most[name as keyof typeof most]);
    }
  });

  it('starts every compensation from its reference pose, so that none depends on the one before', () => {
    const reference = clip.holds.find(({ id }) => id === REFERENCE);
    const after = clip.holds.slice(clip.holds.findIndex(({ id }) => id === REFERENCE) + 1);
    for (const { from, id } of after) {
      const before = clip.frames.slice(0, from).lastIndexOf(reference?.picture ?? -1);
      expect(from - before, id).toBeLessThanOrEqual(clip.fps);
    }
  });

  it('has the keys of a pose at its picture', () => {
    checkKeys(clip.recipe.id, clip.recipe.keys);
    const poses = posesOf(drill.id);
    for (const { id, picture } of clip.holds) {
      const keys = poses.find((pose) => pose.id === id)?.keys ?? {};
      for (const [name, line] of Object.entries(clip.recipe.keys)) {
        expect(valueAt(line, picture)).toBeCloseTo(keys[name as keyof typeof keys] ?? 0, 9);
      }
    }
  });

  it('has a timeline that the app accepts', () => {
    expect(readGivenTimeline({ phases: clip.phases }, drill)).toMatchObject({ ok: true });
  });
});
