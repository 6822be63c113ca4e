import { expect, it, test } from 'vitest';
import { type LoopCircumstances, loopView } from '../../../src/ui/home-and-drill/th-loop.ts';
import type { LoopKind } from '../../../src/app/loops.ts';
import { DRILLS_AND_TESTS, WATCHED_DRILLS } from '../../../src/drills/index.ts';
import { drawFromTheSide } from '../../../src/ui/home-and-drill/th-placement-drawing.ts';

const onScreen: LoopCircumstances = {
  files: { video: 'a.webm', poster: 'a.webp' },
  videoFailed: false,
  posterFailed: false,
  seen: true,
  inSight: true,
  lessMotion: false,
  asked: null,
};

const files = (video: string | null, poster: string | null) => ({ files: { video, poster } });
const still = { lessMotion: true } as const;
const POSTER = { video: false, playing: false, still: 'poster', button: null };

it.each<[string, Partial<LoopCircumstances>, object]>([
  [
    'plays by itself while it is on the screen, and can be paused',
    {},
    { video: true, playing: true, still: 'poster', button: 'Pause' },
  ],
  ['is not fetched before it is on the screen', { seen: false, inSight: false }, { video: false, playing: false }],
  ['pauses off the screen, and keeps its frame', { inSight: false }, { video: true, playing: false, button: 'Pause' }],
  ['keeps its frame when the person pauses it', { asked: 'pause' }, { video: true, playing: false, button: 'Play' }],
  ['shows its poster for less motion', still, { video: false, playing: false, still: 'poster', button: 'Play' }],
  [
    'plays all the same once Play is pressed',
    { ...still, asked: 'play' },
    { video: true, playing: true, button: 'Pause' },
  ],
  ['has no button when the video cannot be played', { videoFailed: true }, POSTER],
  ['has none then whatever was asked', { videoFailed: true, asked: 'play' }, POSTER],
  ['has no button when the video is missing', files(null, 'a.webp'), POSTER],
  ['shows the drawing in place of a missing poster', files(null, null), { still: 'drawing' }],
  ['shows the drawing also under a video', { posterFailed: true }, { video: true, still: 'drawing' }],
])('a loop %s', (_, part, view) => {
  expect(loopView({ ...onScreen, ...part })).toMatchObject(view);
});

const KINDS: readonly LoopKind[] = ['right', 'cheat'];

it('every loop shows where to look', () => {
  for (const drill of WATCHED_DRILLS)
    for (const kind of KINDS) expect([drill.id, kind, (drill.loopMarks?.[kind] ?? []).length > 0]).toContain(true);
});

it('every mark lies inside the picture', () => {
  const marks = WATCHED_DRILLS.flatMap((drill) => KINDS.flatMap((kind) => drill.loopMarks?.[kind] ?? []));
  for (const mark of marks) {
    const points = 'ring' in mark ? [mark.ring] : [mark.from, mark.to];
    const room = 'ring' in mark ? mark.size : 0;
    for (const [x, y] of points) {
      expect(x - room).toBeGreaterThanOrEqual(1);
      expect(x + room).toBeLessThanOrEqual(99);
      // The radius is a share of the width, and the picture is 16 : 9.
      expect(y - (room * 16) / 9).toBeGreaterThanOrEqual(1);
      expect(y + (room * 16) / 9).toBeLessThanOrEqual(99);
    }
  }
});

/** The `d` of every nested path that is drawn with the lines of furniture. */
const furniture = (content: unknown): number => JSON.stringify(content).split('class=\\"stand\\"').length - 1;

test('a seat is drawn under a person who sits on one, and under nobody else', () => {
  for (const drill of DRILLS_AND_TESTS) {
    // The table of the laptop is always there.
    expect(furniture(drawFromTheSide(drill, 'left').content), drill.id).toBe(drill.hipTest === 'seated' ? 2 : 1);
  }
});
