import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import { checkPerson, NobodyWatch, reasonsFromPersonCheck } from '../../../src/instrument/checks/person-check.ts';
import type { BodyPart } from '../../../src/instrument/output/reason.ts';
import { standingPerson } from '../../../lab/made/made-people.ts';
import { ALL_LANDMARKS, CLIP_NAMES, clipOf, landmarksOf, moved, seenAt } from '../../../lab/made/truth-landmarks.ts';

const WIDTH = 960;
const HEIGHT = 540;
const check = (landmarks: Landmarks | null) => checkPerson(landmarks, WIDTH, HEIGHT);
const sleeper = (): Landmarks => landmarksOf(clipOf('supine-sleeper-clean-far'), 0);

/** The same body scaled about its mid-hip. */
function scaled(landmarks: Landmarks, factor: number, about: readonly [number, number] = [480, 270]): Landmarks {
  return {
    ...landmarks,
    points: landmarks.points.map((v, i) => about[i % 2 === 0 ? 0 : 1] + (v - 480 + (i % 2) * 210) * factor),
  };
}

function placed(landmarks: Landmarks, which: readonly number[], x: number, y: number): Landmarks {
  const points = landmarks.points.slice();
  for (const l of which) points.set([x, y], 2 * l);
  return { ...landmarks, points };
}

function withVisibility(landmarks: Landmarks, which: readonly number[], visibility: number): Landmarks {
  return {
    ...landmarks,
    visibility: landmarks.visibility.map((v, l) => (which.includes(l) ? visibility : v)),
  };
}

describe('a person', () => {
  it.each(CLIP_NAMES)('in %s is accepted in every frame', (name) => {
    const clip = clipOf(name);
    for (let frame = 0; frame < clip.frames.length; frame += 5)
      expect(check(landmarksOf(clip, frame))).toMatchObject({ problem: null, missing: [], size: 'ok' });
  });

  it('standing upright is accepted too, because the posture is not judged here', () => {
    expect(check(seenAt(standingPerson())).problem).toBeNull();
  });
});

describe('a frame without a person', () => {
  it.each([
    ['the pose model found none', null],
    ['the score is low', { ...sleeper(), score: 0.49 }],
    ['a coordinate is NaN', moved(sleeper(), [3], NaN, 0)],
    ['a coordinate is infinite', moved(sleeper(), [31], 0, Infinity)],
    ['a visibility is NaN', withVisibility(sleeper(), [26], NaN)],
  ] as const)('is one in which %s', (_, landmarks) => {
    expect(check(landmarks)).toEqual({ missing: [], size: 'ok', extent: 0, problem: 'no-person' });
  });

  it('is one whose score is not a number', () => {
    expect(check({ ...sleeper(), score: NaN }).problem).toBe('no-person');
  });

  it('is not one with a score of exactly 0.5', () => {
    expect(check({ ...sleeper(), score: 0.5 }).problem).toBeNull();
  });
});

describe('the size of a person', () => {
  const extent = check(sleeper()).extent;
  const about = (share: number) => check(scaled(sleeper(), share / extent));

  it('is the longest side of the box, as a share of the picture’s width', () => {
    const box = seenAt(standingPerson());
    // From the shoulders at y = 120 to the ankles at y = 480.
    expect(check(box).extent).toBeCloseTo(360 / WIDTH, 6);
  });

  it('is too small below about a sixth of the picture', () => {
    expect(about(0.165)).toMatchObject({ size: 'too-far', problem: 'person-too-small' });
    expect(about(0.175)).toMatchObject({ size: 'ok', problem: null });
  });

  it('is too large if it fills the picture', () => {
    expect(about(0.96)).toMatchObject({ size: 'too-close', problem: 'person-too-large' });
    expect(about(0.94).size).toBe('ok');
  });
});

describe('a missing part', () => {
  const joints: readonly (readonly [BodyPart, readonly number[]])[] = [
    ['shoulders', [11]],
    ['shoulders', [12]],
    ['hips', [23]],
    ['hips', [24]],
    ['left knee', [25]],
    ['right knee', [26]],
    ['left foot', [27]],
    ['right foot', [28]],
  ];

  it.each(joints)(
    'is reported if it is hidden, or outside the picture whatever its visibility: the %s (%j)',
    (part, which) => {
      const [x, y] = [sleeper().points[2 * (which[0] ?? 0)] ?? 0, HEIGHT + 4];
      const out = withVisibility(placed(sleeper(), which, x, y), which, 0.93);
      for (const seen of [out, withVisibility(sleeper(), which, 0.1)])
        expect(check(seen)).toMatchObject({ missing: [part], problem: 'out-of-frame' });
    },
  );

  it('is reported for cropped shins whatever their visibility', () => {
    const standing = seenAt(standingPerson(), 0.93);
    const cropped = moved(standing, [27, 28, 29, 30, 31, 32], 0, 80);
    expect(check(cropped)).toMatchObject({ missing: ['left foot', 'right foot'], problem: 'out-of-frame' });
  });

  it('is reported without a problem if it is only the head', () => {
    expect(check(withVisibility(sleeper(), [0], 0.05))).toMatchObject({ missing: ['head'], problem: null });
  });

  it('is listed from the top of the body down', () => {
    expect(check(withVisibility(sleeper(), [0, 11, 24, 25, 26, 27, 28], 0)).missing).toEqual([
      'head',
      'shoulders',
      'hips',
      'left knee',
      'right knee',
      'left foot',
      'right foot',
    ]);
  });

  it.each([
    [WIDTH * 1.004, 300, 0],
    [WIDTH * 1.006, 300, 1],
    [-WIDTH * 0.004, 300, 0],
    [-WIDTH * 0.006, 300, 1],
    [400, HEIGHT * 1.004, 0],
    [400, HEIGHT * 1.006, 1],
    [400, -HEIGHT * 0.006, 1],
  ])('is one more than 0.5 % beyond the edge (%d, %d)', (x, y, missing) => {
    expect(check(placed(sleeper(), [28], x, y)).missing).toHaveLength(missing);
  });

  it('needs more visibility if it is a hip than if it is a far limb', () => {
    expect(check(withVisibility(sleeper(), [26, 28, 12], 0.25)).missing).toEqual([]);
    expect(check(withVisibility(sleeper(), [24], 0.25)).missing).toEqual(['hips']);
  });
});

describe('an implausible body', () => {
  it('is one that collapsed onto a head', () => {
    const head = { ...sleeper(), points: sleeper().points.slice() };
    ALL_LANDMARKS.forEach((l) => {
      const face = l < 11;
      head.points.set([480 + 150 * Math.cos(l) * (face ? 1 : 0.7), 270 + 150 * Math.sin(l) * (face ? 1 : 0.7)], 2 * l);
    });
    expect(check(head)).toMatchObject({ size: 'ok', problem: 'implausible-body' });
  });

  it.each([
    ['thigh', 25],
    ['shin', 27],
  ] as const)('is one with a %s more than twice as long as the other side’s', (_, joint) => {
    const stretched = (factor: number) => {
      const world = sleeper().world.slice();
      const parent = joint - 2;
      const y = world[3 * parent + 1] ?? 0;
      // The joints below move along, so that only this bone grows.
      const add = (factor - 1) * ((world[3 * joint + 1] ?? 0) - y);
      for (const l of [25, 27].filter((k) => k >= joint)) world[3 * l + 1] = (world[3 * l + 1] ?? 0) + add;
      return check({ ...sleeper(), world }).problem;
    };
    expect(stretched(2.1)).toBeNull();
    expect(stretched(2.3)).toBe('implausible-body');
  });

  it('is one whose 3-D landmarks are not numbers', () => {
    expect(check({ ...sleeper(), world: new Float32Array(99).fill(NaN) }).problem).toBe('implausible-body');
  });
});

describe('for any landmarks', () => {
  const odd = fc.oneof(
    fc.double({ min: -2000, max: 3000, noNaN: true }),
    fc.constantFrom(0, NaN, Infinity, -Infinity, 1e30, -1e30, 3e38),
  );
  const numbers = (count: number) =>
    fc.array(odd, { minLength: count, maxLength: count }).map((v) => Float32Array.from(v));

  it('the check gives finite numbers', () => {
    fc.assert(
      fc.property(numbers(66), numbers(33), numbers(99), odd, (points, visibility, world, score) => {
        const { extent, problem, missing } = check({ points, visibility, world, score });
        expect(Number.isFinite(extent)).toBe(true);
        if (problem === null) expect(missing.filter((part) => part !== 'head')).toEqual([]);
      }),
    );
  });
});

describe('a part that is missing', () => {
  it('is cut off beyond an edge, and hidden inside the picture', () => {
    const outside = check(placed(sleeper(), [27], WIDTH + 30, 200));
    expect(outside).toMatchObject({ problem: 'out-of-frame', isCut: true });
    expect(reasonsFromPersonCheck(outside)).toEqual(['out-of-frame']);
    const hidden = check(withVisibility(sleeper(), [27], 0.05));
    expect(hidden).toMatchObject({ problem: 'out-of-frame', isCut: false });
    expect(reasonsFromPersonCheck(hidden)).toEqual(['joints-hidden']);
  });
});

describe('nobody in the picture', () => {
  it('is told after a second without anybody, not after a frame', () => {
    const watch = new NobodyWatch();
    expect(watch.step({ problem: null }, 5)).toBeNull();
    const told = [5.1, 5.5, 5.9, 6.1, 7].map((time) => watch.step({ problem: 'no-person' }, time));
    expect(told).toEqual(['implausible-body', 'implausible-body', 'implausible-body', 'no-person', 'no-person']);
    watch.step({ problem: null }, 7.1);
    expect(watch.step({ problem: 'no-person' }, 7.2)).toBe('implausible-body');
  });

  it('is told at once before anybody was there', () => {
    expect(new NobodyWatch().step({ problem: 'no-person' }, 0)).toBe('no-person');
  });

  it('is told of an empty room in which an impossible body is found for single frames', () => {
    const watch = new NobodyWatch();
    const found = ['implausible-body', 'no-person', 'implausible-body', 'implausible-body', 'no-person'] as const;
    const told = found.map((problem, i) => watch.step({ problem }, i / 4));
    expect(told).toEqual(['implausible-body', 'no-person', 'no-person', 'no-person', 'no-person']);
  });

  it('is not told of a person who cannot be made out', () => {
    const watch = new NobodyWatch();
    for (let time = 0; time < 5; time += 0.25)
      expect(watch.step({ problem: 'implausible-body' }, time)).toBe('implausible-body');
  });

  it('leaves every other problem as it is', () => {
    expect(new NobodyWatch().step({ problem: 'person-too-small' }, 0)).toBe('person-too-small');
  });
});
