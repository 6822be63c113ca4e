import { describe, expect, it } from 'vitest';
import { BODIES, BODY_IDS } from './bodies.ts';
import type { CameraPlace } from '../contract.ts';
import { OUTFIT_KINDS } from './garments.ts';
import { COMPANY, drawCamera, drawFrameRate, drawScene, LIGHT_NAMES, ROOM_NAMES } from './variety.ts';

const SEEDS = Array.from({ length: 400 }, (_, i) => `seed ${i}`);
const scenes = SEEDS.map((seed) => drawScene(seed));
const PLACE: CameraPlace = {
  azimuth: 250,
  height: 1.4,
  distance: 2.4,
  fieldOfView: 66,
  placement: 'chest high',
};

describe('the person and room of a seed', () => {
  it('are the same for the same seed', () => {
    expect(drawScene('one')).toEqual(drawScene('one'));
    expect(drawCamera('one', PLACE)).toEqual(drawCamera('one', PLACE));
  });

  it('include every body, room, light, company and kind of clothes over many seeds', () => {
    expect(new Set(scenes.map(({ body }) => body))).toEqual(new Set(BODY_IDS));
    expect(new Set(scenes.map(({ room }) => room))).toEqual(new Set(ROOM_NAMES));
    expect(new Set(scenes.map(({ light }) => light))).toEqual(new Set(LIGHT_NAMES));
    expect(new Set(scenes.map(({ company }) => company))).toEqual(new Set(COMPANY));
    const kinds = new Set(scenes.map(({ outfit }) => outfit.word.replace(/ .*/, '')));
    expect(kinds).toEqual(new Set(OUTFIT_KINDS));
  });

  it('include every pattern and tone of cloth, rooms with and without mat and clutter, firm and shaking laptops', () => {
    const patterns = scenes.flatMap(({ outfit }) => outfit.garments.map(({ pattern }) => pattern));
    expect(new Set(patterns)).toEqual(new Set(['plain', 'heather', 'stripes', 'checks', 'dots']));
    const words = scenes.map(({ outfit }) => outfit.word).join();
    for (const tone of ['dark', 'light', 'bright']) expect(words).toContain(tone);
    expect(new Set(scenes.map(({ mat }) => mat !== null))).toEqual(new Set([true, false]));
    expect(new Set(scenes.map(({ clutter }) => clutter))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]));
    expect(new Set(scenes.map(({ webcam }) => webcam.shake > 0))).toEqual(new Set([true, false]));
  });

  it('have loose cloth that slips by 10 to 40 % of a rotation and tight cloth that does not slip', () => {
    for (const { outfit } of scenes) {
      const loose = /^(loose|bare-legs)/.test(outfit.word);
      if (loose) expect(outfit.slip).toBeGreaterThanOrEqual(0.1);
      expect(outfit.slip).toBeLessThanOrEqual(loose ? 0.4 : 0);
    }
  });

  it('have webcam flaws within limits that still allow a measurement', () => {
    for (const { webcam } of scenes) {
      expect(webcam.blur).toBeGreaterThanOrEqual(0.1);
      expect(webcam.blur).toBeLessThanOrEqual(0.7);
      expect(webcam.noise).toBeLessThanOrEqual(7);
      expect(webcam.drift).toBeLessThanOrEqual(0.06);
      expect(webcam.shake).toBeLessThanOrEqual(1.6);
      expect(webcam.crf).toBeGreaterThanOrEqual(27);
      expect(webcam.crf).toBeLessThanOrEqual(36);
    }
  });

  it('never show the same body as working person and bystander', () => {
    for (const { body, bystander } of scenes) expect(bystander).not.toBe(body);
  });

  it('keep the parts that a recipe fixes and draw the rest as before', () => {
    const free = drawScene('fixed');
    const fixed = drawScene('fixed', { body: 'male-tall', light: 'dim', mat: false });
    expect(fixed).toEqual({
      ...free,
      body: 'male-tall',
      light: 'dim',
      mat: null,
      bystander: fixed.bystander,
    });
  });

  it('refuse an unknown body, room, light or kind of clothes and list the known ones', () => {
    expect(() => drawScene('x', { body: 'giant' })).toThrow(/"giant".*female-average/);
    expect(() => drawScene('x', { room: 'cave' })).toThrow(/"cave".*studio/);
    expect(() => drawScene('x', { light: 'disco' })).toThrow(/"disco".*dim/);
    expect(() => drawScene('x', { clothes: 'armour' })).toThrow(/"armour".*loose/);
  });
});

describe('the camera', () => {
  const cameras = SEEDS.map((seed) => drawCamera(seed, PLACE));

  it('has a lens of 55 to 90 degrees and stands near the given place', () => {
    for (const camera of cameras) {
      expect(camera.fieldOfView).toBeGreaterThanOrEqual(55);
      expect(camera.fieldOfView).toBeLessThanOrEqual(90);
      // Two standard deviations: 5° each, and 6 % of the height.
      expect(Math.abs(camera.azimuth - PLACE.azimuth)).toBeLessThanOrEqual(10);
      expect(Math.abs(camera.height / PLACE.height - 1)).toBeLessThanOrEqual(0.1201);
    }
    const lenses = cameras.map(({ fieldOfView }) => fieldOfView);
    expect(Math.min(...lenses)).toBeLessThan(60);
    expect(Math.max(...lenses)).toBeGreaterThan(85);
  });

  it('stands closer with a wider lens', () => {
    const far = cameras.filter(({ fieldOfView }) => fieldOfView < 62);
    const near = cameras.filter(({ fieldOfView }) => fieldOfView > 83);
    const mean = (list: readonly CameraPlace[]) => list.reduce((sum, c) => sum + c.distance, 0) / list.length;
    expect(mean(near)).toBeLessThan(mean(far) - 0.4);
  });

  it('sends 15 to 30 frames a second', () => {
    const rates = new Set(SEEDS.map(drawFrameRate));
    expect(rates).toEqual(new Set([15, 20, 24, 25, 30]));
  });
});

describe('the bodies', () => {
  it('are at least six, of both sexes, every descent and several ages', () => {
    const specs = Object.values(BODIES);
    expect(specs.length).toBeGreaterThanOrEqual(6);
    expect(new Set(specs.map(({ sex }) => sex)).size).toBe(2);
    expect(new Set(specs.map(({ descent }) => descent)).size).toBe(3);
    expect(new Set(specs.map(({ age }) => Math.round(age * 2))).size).toBe(3);
    expect(new Set(specs.map(({ hair }) => hair)).size).toBe(4);
  });
});
