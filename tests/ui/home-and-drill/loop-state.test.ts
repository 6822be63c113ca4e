import { describe, expect, it } from 'vitest';
import { type LoopCircumstances, loopView } from '../../../src/ui/home-and-drill/th-loop.ts';

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
