import { describe, expect, it } from 'vitest';
import type { SetPlan } from '../../../src/coach/coach-contract.ts';
import { startCoach, stepCoach } from '../../../src/coach/coach.ts';
import { asSelfCheck } from '../../../src/training/self-check/self-check-record.ts';
import {
  canBeChecked,
  checkPosture,
  instrumentsFor,
  sampleOf,
  sideToMeasure,
} from '../../../src/training/self-check/self-check-plan.ts';
import { DRILLS, drillById } from '../../../src/drills/index.ts';
import { coach as words } from '../../../src/i18n/en/coach.ts';
import { makeReading } from '../../../lab/made/make-reading.ts';

const drillOf = (id: string) => {
  const drill = drillById(id);
  if (!drill) throw new Error(`no drill ${id}`);
  return drill;
};

const sleeper = drillOf('supine-sleeper');

const plan: SetPlan = {
  drill: sleeper,
  sides: ['left'],
  goal: 'prep',
  preset: sleeper.presets.prep,
  countIn: 0,
  words,
};

/** Where gravity shows the turn, and where it does not. */
const BY_GRAVITY = ['inclinometer', 'paired-phone', 'goniometer'];
const BY_HAND = ['goniometer'];

const CHECK = { title: 'Check', instruction: 'Go a third in.', over: 'Thank you.' };

describe('the drills that can be checked', () => {
  it('are those that measure hip rotation with a camera, with a shin that turns along', () => {
    expect(DRILLS.filter(canBeChecked).map(({ id }) => id)).toEqual([
      'supine-sleeper',
      'supine-ir-pulses-feet-lifted',
      'supine-ir-pulses-feet-flat',
      'knee-to-knee-wall',
      'knee-to-knee-floor',
      'ninety-ninety-lift-off',
      'ninety-ninety-lift-off-hinge',
      'quadruped-band-ir',
    ]);
  });

  it.each([
    ['supine-sleeper', BY_GRAVITY],
    ['supine-ir-pulses-feet-lifted', BY_HAND],
    ['knee-to-knee-wall', BY_HAND],
    ['ninety-ninety-lift-off', BY_GRAVITY],
    ['quadruped-band-ir', BY_HAND],
    ['hip-test-seated', BY_GRAVITY],
  ])('%s is checked with %s', (id, instruments) => {
    expect(instrumentsFor(drillOf(id), 'left')).toEqual(instruments);
    expect(instrumentsFor(drillOf(id), 'right')).toEqual(instruments);
  });

  it.each([
    ['supine-sleeper', 'feet-planted'],
    ['knee-to-knee-floor', 'feet-planted'],
    ['ninety-ninety-lift-off', 'seat'],
    ['hip-test-seated', 'chair'],
  ])('%s with a phone is checked in the posture %s', (id, posture) => expect(checkPosture(drillOf(id))).toBe(posture));

  it('are joined by the hip test that a shin hangs in, of which nothing is tried then', () => {
    const test = drillOf('hip-test-seated');
    expect(canBeChecked(test)).toBe(true);
    expect(asSelfCheck({ ...plan, drill: test }, CHECK).drill).not.toHaveProperty('hipTest');
  });

  it('measure both legs where the drill moves both', () => {
    expect(sideToMeasure(drillOf('knee-to-knee-floor'), 'right')).toBe('both');
    expect(sideToMeasure(sleeper, 'right')).toBe('right');
  });
});

describe('the set of a check', () => {
  const check = asSelfCheck(plan, CHECK);

  it('measures for longer than anybody holds five positions, with no rule and no repetition', () => {
    const { state } = startCoach({ ...check, referenceHeld: true }, 0);
    let now = state;
    for (let time = 1; time < 1800; time += 1) now = stepCoach(now, { kind: 'tick', time }).state;
    expect(now.timeline.ended).toBeNull();
    expect(now.timeline.clock.phases.map(({ kind }) => kind)).toEqual(['ready', 'reps']);
    expect(check.drill.rules).toEqual([]);
  });
});

describe('what a reading says for the check', () => {
  const options = { drill: sleeper, side: 'left', instrument: 'inclinometer' } as const;

  it('is the hip of the leg with the instrument, the pelvis beside it, and what the instrument should show', () => {
    const reading = makeReading({ time: 3, internalRotation: 21 });
    const { body } = reading;
    if (!body) throw new Error('the reading has a body');
    const slopes = { slope: 30, tip: 28 };
    const full = {
      ...reading,
      body: {
        ...body,
        leg: { ...body.leg, left: { ...body.leg.left, pelvisContribution: 4 } },
        shin: { left: slopes, right: slopes },
      },
    };
    expect(sampleOf(full, options)).toMatchObject({ time: 3, hip: 21, pelvis: 4, expected: 30 });
    expect(sampleOf(full, { ...options, instrument: 'goniometer' })).toMatchObject({ expected: 25 });
    expect(sampleOf(full, { ...options, instrument: 'paired-phone' })).toMatchObject({ expected: 28 });
  });

  it('is nothing while the reading is not valid', () => {
    expect(sampleOf({ ...makeReading({ time: 3, internalRotation: 21 }), cameraMoved: true }, options)).toBeNull();
    expect(sampleOf({ ...makeReading({ time: 3, internalRotation: 21 }), body: null }, options)).toBeNull();
  });
});
