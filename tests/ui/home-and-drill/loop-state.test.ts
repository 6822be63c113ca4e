import { describe, expect, it } from 'vitest';
import {
  afterItsPlays,
  type LoopCircumstances,
  loopLook,
  shownLoop,
  startOfTurns,
  takesTurns,
  withoutLoop,
} from '../../../src/ui/home-and-drill/loop-state.ts';

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
  it('plays by itself on the screen and can be stopped', () => {
    expect(loopLook(onScreen)).toEqual({ video: true, playing: true, still: 'poster', button: 'Pause' });
  });

  it('is not fetched before it has been on the screen', () => {
    expect(loopLook({ ...onScreen, seen: false, inSight: false })).toMatchObject({
      video: false,
      playing: false,
    });
  });

  it('rests off the screen and in a hidden tab, and keeps its frame', () => {
    expect(loopLook({ ...onScreen, inSight: false })).toMatchObject({
      video: true,
      playing: false,
      button: 'Pause',
    });
  });

  it('stays with the frame at which it was stopped', () => {
    expect(loopLook({ ...onScreen, asked: 'pause' })).toMatchObject({
      video: true,
      playing: false,
      button: 'Play',
    });
  });

  it('is a poster for those who want less motion, until they press Play', () => {
    const still = { ...onScreen, lessMotion: true };
    expect(loopLook(still)).toEqual({ video: false, playing: false, still: 'poster', button: 'Play' });
    expect(loopLook({ ...still, asked: 'play' })).toMatchObject({
      video: true,
      playing: true,
      button: 'Pause',
    });
  });

  it('that is missing or cannot be played is its poster without a button', () => {
    const poster = { video: false, playing: false, still: 'poster', button: null };
    expect(loopLook({ ...onScreen, videoFailed: true })).toEqual(poster);
    expect(loopLook({ ...onScreen, files: { video: null, poster: 'a.webp' } })).toEqual(poster);
    expect(loopLook({ ...onScreen, videoFailed: true, asked: 'play' })).toEqual(poster);
  });

  it('without a poster is the drawing, under a video that plays all the same', () => {
    expect(loopLook({ ...onScreen, files: { video: null, poster: null } }).still).toBe('drawing');
    expect(loopLook({ ...onScreen, posterFailed: true })).toMatchObject({ video: true, still: 'drawing' });
  });
});

describe('two loops in one place', () => {
  it('take turns, the right way first', () => {
    expect(shownLoop(startOfTurns)).toBe('right');
    const second = afterItsPlays(startOfTurns, 'right');
    expect(shownLoop(second)).toBe('cheat');
    expect(shownLoop(afterItsPlays(second, 'cheat'))).toBe('right');
  });

  it('do not listen to the one that is not shown', () => {
    expect(shownLoop(afterItsPlays(startOfTurns, 'cheat'))).toBe('right');
  });

  it('stay with what was picked by hand', () => {
    const picked = { ...startOfTurns, chosen: 'cheat' as const };
    expect(takesTurns(picked)).toBe(false);
    expect(shownLoop(afterItsPlays(picked, 'cheat'))).toBe('cheat');
  });

  it('go back to the right way for good when one of them cannot be played', () => {
    const broken = withoutLoop(afterItsPlays(startOfTurns, 'right'), 'cheat');
    expect(takesTurns(broken)).toBe(false);
    expect(shownLoop(broken)).toBe('right');
    expect(shownLoop({ ...broken, chosen: 'cheat' })).toBe('cheat');
  });
});
