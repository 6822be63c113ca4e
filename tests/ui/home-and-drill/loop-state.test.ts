import { describe, expect, it, test } from 'vitest';
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

describe('a loop', () => {
  it('plays by itself while it is on the screen, and can be paused', () => {
    expect(loopView(onScreen)).toEqual({ video: true, playing: true, still: 'poster', button: 'Pause' });
  });

  it('is not fetched before it is on the screen', () => {
    expect(loopView({ ...onScreen, seen: false, inSight: false })).toMatchObject({
      video: false,
      playing: false,
    });
  });

  it('pauses off the screen and in a hidden tab, and keeps its frame', () => {
    expect(loopView({ ...onScreen, inSight: false })).toMatchObject({
      video: true,
      playing: false,
      button: 'Pause',
    });
  });

  it('keeps its frame when the person pauses it', () => {
    expect(loopView({ ...onScreen, asked: 'pause' })).toMatchObject({
      video: true,
      playing: false,
      button: 'Play',
    });
  });

  it('shows its poster until Play is pressed when the person wants less motion', () => {
    const still = { ...onScreen, lessMotion: true };
    expect(loopView(still)).toEqual({ video: false, playing: false, still: 'poster', button: 'Play' });
    expect(loopView({ ...still, asked: 'play' })).toMatchObject({
      video: true,
      playing: true,
      button: 'Pause',
    });
  });

  it('shows its poster without a button when the video is missing or cannot be played', () => {
    const poster = { video: false, playing: false, still: 'poster', button: null };
    expect(loopView({ ...onScreen, videoFailed: true })).toEqual(poster);
    expect(loopView({ ...onScreen, files: { video: null, poster: 'a.webp' } })).toEqual(poster);
    expect(loopView({ ...onScreen, videoFailed: true, asked: 'play' })).toEqual(poster);
  });

  it('shows the drawing in place of a missing poster, also under a video', () => {
    expect(loopView({ ...onScreen, files: { video: null, poster: null } }).still).toBe('drawing');
    expect(loopView({ ...onScreen, posterFailed: true })).toMatchObject({ video: true, still: 'drawing' });
  });
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
