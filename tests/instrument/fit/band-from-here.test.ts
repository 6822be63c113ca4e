import { describe, expect, it } from 'vitest';
import { viewMove } from '../../../src/coach/setup/gate-words.ts';
import { isReadable, narrowestBand } from '../../../src/instrument/fit/band-from-here.ts';
import { Measuring } from '../../../src/instrument/fit/set-measurement.ts';
import type { PersonCheck } from '../../../src/instrument/checks/person-check.ts';
import {
  ReferencePoseCapture,
  type HeldReferencePose,
} from '../../../src/instrument/reference-pose/reference-pose-capture.ts';
import { findReferencePose } from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import { ALL_CLIPS, startedPerson } from '../../../lab/made/left-positions.ts';
import { seenFrom } from '../../../lab/made/seen-from.ts';

const FINE: PersonCheck = { problem: null, missing: [], size: 'ok', extent: 0.5 };

/** A person of a clip whom the lens sees from further round. */
function seen(name: string, by: number) {
  const person = startedPerson(name);
  const still = seenFrom(person, by);
  return { plan: person.plan, still, finding: findReferencePose(person.plan, still) };
}

type Still = ReturnType<typeof seen>['still'];
const pictureOf = ({ width, height }: Still) => ({ width, height, grey: new Uint8ClampedArray(width * height) });
const landmarksOf = ({ points, visibility }: Still) => ({
  points: Float32Array.from(points),
  visibility: Float32Array.from(visibility),
  world: new Float32Array(99),
  score: 1,
});

/** What the capture says after some seconds in which nothing moves. */
function holdStill({ plan, still }: Pick<ReturnType<typeof seen>, 'plan' | 'still'>, seconds = 3.4) {
  const capture = new ReferencePoseCapture(plan, (finding, from) => isReadable(plan, finding, from));
  const [picture, landmarks] = [pictureOf(still), landmarksOf(still)];
  capture.begin();
  let held: HeldReferencePose | null = null;
  for (let frame = 0; frame < 12 * seconds && held === null; frame += 1)
    held = capture.step(picture, landmarks, FINE, frame / 12);
  return { held, isHeld: held !== null, state: capture.state, placement: capture.placement };
}

/** Places that the drill calls fair, from which the angle's band is wider than ± 20° all along the movement. */
const UNREADABLE = [
  ['supine-sleeper-clean-far', -30, 'back'],
  ['supine-sleeper-clean-far', -40, 'back'],
  ['ninety-ninety-pails-rails-clean-3', 40, 'left'],
  ['ninety-ninety-stretch-clean-5', 20, 'left'],
] as const;
const READABLE = [
  ['supine-sleeper-clean-far', 30],
  ['supine-sleeper-clean-far', 40],
  ['ninety-ninety-pails-rails-clean-3', -40],
  ['hip-movement-sequence-clean-25', -30],
] as const;

describe('the band that a place allows', () => {
  it.each(ALL_CLIPS)('never denies a start to a rendered person from the recommended place: %s', (name) => {
    const { plan, still, finding } = startedPerson(name);
    // One clip is filmed from a place that the drill refuses.
    if (finding.view === 'poor') return expect(finding.problem).toBe('bad-view');
    return expect(isReadable(plan, finding, still)).toBe(true);
  });

  it('is none where the drill reads the back alone', () => {
    const { plan, still, finding } = startedPerson('quadruped-band-ir-side-clean-4');
    expect(narrowestBand(plan, finding, still)).toBeNull();
    expect(isReadable(plan, finding, still)).toBe(true);
  });

  it.each(UNREADABLE)('is too wide in a fair view of %s, turned by %d', (name, by) => {
    const { plan, still, finding } = seen(name, by);
    expect(finding).toMatchObject({ posture: 'ok', view: 'fair' });
    expect(narrowestBand(plan, finding, still)).toBeGreaterThan(20);
  });

  it.each(READABLE)('says something in a fair view of %s, turned by %d', (name, by) => {
    const { plan, still, finding } = seen(name, by);
    expect(finding).toMatchObject({ posture: 'ok', view: 'fair' });
    expect(narrowestBand(plan, finding, still)).toBeLessThan(20);
  });
});

describe('a start from a place that allows no number', () => {
  it.each(UNREADABLE)('is refused before the set, with where to move the laptop: %s, turned by %d', (name, by, way) => {
    const { isHeld, state, placement } = holdStill(seen(name, by));
    expect(isHeld).toBe(false);
    expect(state).toMatchObject({ kind: 'holding', problem: 'bad-view' });
    expect(placement).toMatchObject({ posture: 'ok', view: 'poor' });
    const { view, side } = startedPerson(name).plan;
    expect(placement.lens && viewMove(view, side, placement.lens)).toEqual({ kind: 'step', way });
  });

  it('is taken without a number if the person stays there for 15 s more', () => {
    const [name, by] = UNREADABLE[0];
    const person = seen(name, by);
    expect(holdStill(person, 14).isHeld).toBe(false);
    const { held, placement } = holdStill(person, 18);
    expect(held?.withoutNumber).toBe(true);
    expect(placement).toMatchObject({ posture: 'ok', view: 'fair', withoutNumber: true });
  });

  it('says so in the reading, whose bands stay what they are', () => {
    const person = startedPerson('supine-sleeper-clean-far');
    const { held } = holdStill({ plan: person.plan, still: person.still });
    if (held === null) throw new Error('the start is held from the recommended place');
    const read = (withoutNumber: boolean) => {
      const measuring = new Measuring(person.plan, { ...held, withoutNumber }, () => 0);
      const { body } = measuring.step(pictureOf(person.still), landmarksOf(person.still), FINE, 4);
      return { told: measuring.quality.withoutNumber, sd: body.leg.left.internalRotation?.sd };
    };
    expect(read(true)).toEqual({ ...read(false), told: true });
  });

  it.each(READABLE)('is taken where there would be one: %s, turned by %d', (name, by) => {
    const { held, placement } = holdStill(seen(name, by));
    expect(held?.withoutNumber).toBe(false);
    expect(placement.withoutNumber).toBe(false);
  });
});
