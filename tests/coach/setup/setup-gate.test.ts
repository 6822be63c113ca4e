import { coach as english } from '../../../src/i18n/en/coach.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PeopleCount, Reading, ReferencePoseState } from '../../../src/instrument/output/reading.ts';
import {
  gateAt,
  type GateState,
  type GateStep,
  gateView,
  openGate,
  stepGate,
} from '../../../src/coach/setup/setup-gate.ts';
import { ninetyNinetyPailsRails } from '../../../src/drills/ninety-ninety/ninety-ninety-pails-rails.ts';
import { hipTestSeated } from '../../../src/drills/hip-test/hip-test-seated.ts';
import { supineSleeper } from '../../../src/drills/supine-sleeper/supine-sleeper.ts';
import { makeReading } from '../../../lab/made/make-reading.ts';

const PLAN = { drill: supineSleeper, side: 'left', handsFree: true, words: english.gate } as const;
const FPS = 10;
const INTRO = 12;

const HOLDING = (progress: number): ReferencePoseState => ({ kind: 'holding', progress, problem: null });

interface Change {
  readonly framing?: Partial<Reading['framing']>;
  readonly referencePose?: ReferencePoseState;
  readonly light?: Reading['light'];
  readonly person?: Reading['person'];
  readonly people?: PeopleCount | null;
}

let state: GateState;
let now: number;
let said: string[];
let tones: string[];
let asked: number[];

const readingAt = (time: number, change: Change): Reading => {
  const reading = makeReading({ time, referencePoseAt: null });
  return { ...reading, ...change, framing: { ...reading.framing, ...change.framing } };
};

/** The same reading for this many seconds. */
function show(seconds: number, change: Change | ((into: number) => Change) = {}): GateStep | null {
  let step: GateStep | null = null;
  const from = now;
  for (let frame = 0; frame < seconds * FPS; frame++) {
    now += 1 / FPS;
    step = stepGate(state, readingAt(now, typeof change === 'function' ? change(now - from) : change), PLAN);
    state = step.state;
    if (step.say !== null) said.push(step.say.text);
    if (step.tone !== null) tones.push(step.tone);
    if (step.ask) asked.push(now);
  }
  return step;
}

const MISSING = { framing: { missing: ['left foot'], ready: false, problem: 'out-of-frame' } } as const;
const NOBODY = { person: { seen: false, reason: 'no-person' } } as const;
const WRONG = { framing: { posture: 'wrong', view: 'unknown', ready: false } } as const;

beforeEach(() => {
  state = openGate;
  now = 0;
  said = [];
  tones = [];
  asked = [];
});

/** The intro is over and a check fails. */
const settled = () => {
  show(INTRO, WRONG);
  said = [];
};

describe('the checks', () => {
  const headline = (change: Change) => gateAt(readingAt(1, change), PLAN).advice;

  it('are put right in order: light, person, body, posture, view', () => {
    const dark = { light: { mean: 12, sd: 9, problem: 'too-dark', remark: null, darkClothes: false } } as const;
    expect(headline({ ...dark, ...NOBODY }).what).toBe('It is too dark.');
    expect(headline(NOBODY).what).toBe('I can’t see you.');
    expect(headline({ framing: { ...MISSING.framing, posture: 'wrong' } }).what).toBe('I can’t see your left foot.');
    expect(headline({ framing: { posture: 'wrong', view: 'poor' } }).what).toBe('That is not the start position yet.');
    expect(headline({ framing: { view: 'poor', lens: { azimuth: 310, lookingDown: 30 } } })).toEqual({
      what: 'I can’t measure well from here.',
      todo: 'Move the laptop towards your head.',
    });
  });

  it('name the place before the light if a person who is found reaches beyond the picture', () => {
    const dark = { light: { mean: 30, sd: 9, problem: 'too-dark', remark: null, darkClothes: false } } as const;
    const points = new Float32Array(66).fill(200);
    points.set([-90, 200], 2 * 27);
    const landmarks = { points, visibility: new Float32Array(33), world: new Float32Array(99), score: 1 };
    const cut = { ...readingAt(1, { ...dark, ...MISSING }), landmarks };
    expect(gateAt(cut, PLAN).advice.what).toBe('I can’t see your left foot.');
    expect(headline({ ...dark, ...MISSING }).what).toBe('It is too dark.');
  });

  it('name the other side of the person, and a mirrored picture, instead of the posture', () => {
    const otherSide = { azimuth: 105, lookingDown: 30 };
    for (const framing of [
      { posture: 'wrong', view: 'unknown', otherSide },
      { posture: 'ok', view: 'poor', lens: otherSide, otherSide },
    ] as const) {
      const { check, advice } = gateAt(readingAt(1, { framing }), PLAN);
      expect(check).toBe('view');
      expect(advice.what).toBe('I see you from the other side.');
      expect(advice.todo).toMatch(/^Put the laptop .*right.*\. .*mirrors the picture/);
    }
    const seat = { ...PLAN, drill: ninetyNinetyPailsRails };
    const legs = gateAt(readingAt(1, { framing: { posture: 'wrong', view: 'unknown', otherSide } }), seat);
    expect(legs).toMatchObject({ check: 'posture', advice: { what: 'That is the start for the other side.' } });
  });

  it('name no other side where the laptop stands in front for both', () => {
    const otherSide = { azimuth: 105, lookingDown: 5 };
    const test = { ...PLAN, drill: hipTestSeated };
    const poor = gateAt(readingAt(1, { framing: { posture: 'ok', view: 'poor', lens: otherSide, otherSide } }), test);
    expect(poor).toMatchObject({ check: 'view', advice: { what: 'I can’t measure well from here.' } });
    const wrong = gateAt(readingAt(1, { framing: { posture: 'wrong', view: 'unknown', otherSide } }), test);
    expect(wrong).toMatchObject({ check: 'posture', advice: { what: 'That is not the start position yet.' } });
  });

  it.each([
    [{ kind: 'hips-up' }, { what: 'Your hips are up.', todo: 'Lower them to the floor.' }],
    [{ kind: 'not-lying' }, { what: 'You are not lying down yet.', todo: supineSleeper.steps[0] }],
    [{ kind: 'legs-not-planted' }, { what: 'Your legs are not in place yet.', todo: supineSleeper.steps[0] }],
    [
      { kind: 'legs-not-planted', leg: 'right' },
      { what: 'Your right leg is not in place yet.', todo: 'Bend the knee and put the foot on the floor.' },
    ],
    [{ kind: 'bent-forward' }, { what: 'You are bent forward.', todo: 'Sit tall and look at the screen.' }],
    [
      { kind: 'upside-down' },
      { what: 'The picture is upside down.', todo: 'Turn the camera round, or its picture in its settings.' },
    ],
  ] as const)('name what is plainly different from the start: %j', (difference, expected) => {
    expect(headline({ framing: { posture: 'wrong', view: 'unknown', difference } })).toEqual(expected);
  });

  it('name a stretched leg, also where it makes the body look impossible', () => {
    const told = { what: 'Your left leg is stretched out.', todo: 'Bend the knee and let the shin hang.' };
    const difference = { kind: 'leg-stretched', leg: 'left' } as const;
    const person = { seen: false, reason: 'implausible-body' } as const;
    expect(headline({ framing: { posture: 'wrong', view: 'unknown', difference } })).toEqual(told);
    expect(headline({ person, framing: { posture: 'unknown', view: 'unknown', difference } })).toEqual(told);
    expect(headline({ person, framing: { posture: 'unknown', view: 'unknown' } }).what).toMatch(/can’t make you out/);
  });

  it('say in a place without a number that there is none, and where there would be one', () => {
    const framing = { view: 'fair', lens: { azimuth: 200, lookingDown: 25 }, withoutNumber: true } as const;
    const { check, checks } = gateAt(readingAt(1, { framing }), PLAN);
    expect(check).toBeNull();
    const view = checks.find(({ id }) => id === 'view');
    expect(view?.state).toBe('fair');
    expect(view?.advice?.what).toBe('From here I get no number. I watch what I can see.');
    expect(view?.advice?.todo).toMatch(/^Better: Move the laptop/);
  });

  it('let a hidden knee pass where the set goes without a number', () => {
    const framing = { kneeProblem: 'knee-hidden', withoutNumber: true } as const;
    const { check, checks } = gateAt(readingAt(1, { framing }), PLAN);
    expect(check).toBeNull();
    expect(checks.find(({ id }) => id === 'view')?.advice?.todo).toBe(
      'Better: Move the laptop a little towards your head, or put it higher.',
    );
  });

  it('name a rounded back instead of another position', () => {
    expect(headline({ framing: { posture: 'wrong', view: 'unknown', problem: 'back-rounded' } })).toEqual({
      what: 'Your back is rounded.',
      todo: 'Make it long and flat, like a table top.',
    });
  });

  it('refuse a place that looks good but hides the working knee, with its own reason', () => {
    for (const [kneeProblem, what] of [
      ['knee-hidden', 'I can’t see your far knee.'],
      ['joints-hidden', 'I can’t make out your knee.'],
    ] as const)
      expect(gateAt(readingAt(1, { framing: { kneeProblem } }), PLAN)).toMatchObject({
        check: 'view',
        advice: { what },
      });
  });

  it('never stand below a headline that still looks for a person who is found', () => {
    show(1 / FPS);
    expect(gateView(state, PLAN)).toMatchObject({ check: null, advice: english.gate.hold });
    state = openGate;
    show(1 / FPS, { framing: { laptopMoves: true } });
    expect(gateView(state, PLAN)).toMatchObject({ check: 'laptop', advice: english.gate.laptop });
  });

  it('show a missing person after a second', () => {
    settled();
    show(2);
    show(0.9, NOBODY);
    expect(gateView(state, PLAN).check).toBeNull();
    show(0.3, NOBODY);
    expect(gateView(state, PLAN).check).toBe('person');
  });

  it('distinguish a passed check from one that cannot be judged yet', () => {
    const { checks, check } = gateAt(readingAt(1, { framing: { posture: 'wrong', view: 'unknown' } }), PLAN);
    expect(checks.map(({ id, state: is }) => `${id} ${is}`)).toEqual([
      'light ok',
      'person ok',
      'laptop ok',
      'body ok',
      'posture bad',
      'view unknown',
    ]);
    expect(check).toBe('posture');
  });

  it('ignore the head, because it is not measured', () => {
    expect(gateAt(readingAt(1, { framing: { missing: ['head'] } }), PLAN).check).toBeNull();
  });

  it('do not show a problem that only passes', () => {
    settled();
    show(2, MISSING);
    show(0.3, WRONG);
    expect(gateView(state, PLAN).check).toBe('body');
  });
});

describe('the voice', () => {
  it('first says where to lie, and does not call a person who is still on the way', () => {
    show(3, NOBODY);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(supineSleeper.steps[0]);
  });

  it('says what is missing and what helps, and repeats it after twelve seconds only', () => {
    settled();
    show(11, MISSING);
    expect(said).toEqual(['I can’t see your left foot. Move the laptop back.']);
    show(8, MISSING);
    expect(said).toHaveLength(2);
  });

  it('says at once when another check fails', () => {
    settled();
    show(5, MISSING);
    show(5, { framing: { ...MISSING.framing, missing: ['right foot'] } });
    expect(said.map((text) => text.split('.')[0])).toEqual([
      'I can’t see your left foot',
      'I can’t see your right foot',
    ]);
  });

  it('is quiet while a check keeps changing', () => {
    settled();
    show(20, (into) => (Math.floor(into / 2) % 2 === 0 ? MISSING : WRONG));
    expect(said.length).toBeLessThanOrEqual(4);
  });

  it('is silent while the laptop is being moved', () => {
    settled();
    show(10, { framing: { laptopMoves: true } });
    expect(gateView(state, PLAN).advice.what).toBe('The laptop is moving.');
    expect(said).toEqual([]);
  });

  it('is silent for sources with a Start button', () => {
    for (let time = 0; time < 20; time++)
      expect(stepGate(openGate, readingAt(time, MISSING), { ...PLAN, handsFree: false }).say).toBeNull();
  });
});

describe('the hold', () => {
  it('is requested when all checks pass, accompanied by sounds, and starts the set when it is complete', () => {
    settled();
    show(1);
    expect(asked).toHaveLength(1);
    expect(said).toEqual(['Hold still.']);
    show(2.6, (into) => ({ referencePose: HOLDING(into / 2.6) }));
    expect(tones).toEqual(['count', 'count']);
    expect(gateView(state, PLAN).hold).toBeGreaterThan(0.9);
    show(0.1, { referencePose: makeReading({ time: now, referencePoseAt: now }).referencePose });
    expect(tones.at(-1)).toBe('hold');
    expect(state.referenceHeld).toBe(true);
  });

  it('returns to the checks when the person leaves, and restarts when they come back', () => {
    settled();
    show(1);
    show(2, (into) => ({ referencePose: HOLDING(into / 2.6) }));
    show(2, NOBODY);
    expect(gateView(state, PLAN)).toMatchObject({ check: 'person', hold: null });
    show(1);
    expect(asked).toHaveLength(2);
    expect(gateView(state, PLAN).hold).toBe(0);
  });

  it('is not ended by a single bad frame', () => {
    settled();
    show(1);
    show(1, { referencePose: HOLDING(0.4) });
    show(0.2, MISSING);
    show(0.2, { referencePose: HOLDING(0.5) });
    expect(asked).toHaveLength(1);
  });

  it('is not completed by an earlier reference pose', () => {
    settled();
    show(2, { referencePose: makeReading({ time: 1, referencePoseAt: 0.5 }).referencePose });
    expect(state.referenceHeld).toBe(false);
  });

  it('is requested again if a check fails just as it completes', () => {
    settled();
    show(1);
    show(0.1, { ...MISSING, referencePose: makeReading({ time: now, referencePoseAt: now }).referencePose });
    expect(state.referenceHeld).toBe(false);
    expect(asked).toHaveLength(2);
  });

  it('accepts a fair place and calls it fair', () => {
    settled();
    show(1, { framing: { view: 'fair', lens: { azimuth: 290, lookingDown: 30 } } });
    expect(gateView(state, PLAN).hold).not.toBeNull();
    expect(gateView(state, PLAN).checks.find(({ id }) => id === 'view')?.state).toBe('fair');
  });
});

describe('several people', () => {
  const stateOf = (change: Change) =>
    gateAt(readingAt(1, change), PLAN).checks.find(({ id }) => id === 'person')?.state;

  it('block the start, with their number, on the screen and by voice', () => {
    settled();
    show(8, { people: { people: 2, still: 0 } });
    expect(gateView(state, PLAN).check).toBe('person');
    expect(said).toEqual(['I see two people. Only you may be in view. Mirrors count too.']);
    expect(gateAt(readingAt(1, { people: { people: 3, still: 0 } }), PLAN).advice.what).toBe(
      'I see more than one person.',
    );
  });

  it('are forgotten when they leave, and the hold begins', () => {
    settled();
    show(4, { people: { people: 2, still: 0 } });
    show(1, { people: { people: 1, still: 0 } });
    expect(gateView(state, PLAN).check).toBeNull();
    expect(asked).not.toEqual([]);
  });

  it('are not confused with a picture of a person, which is reported but does not block the start', () => {
    const poster = { people: { people: 1, still: 1 } };
    expect(stateOf(poster)).toBe('fair');
    expect(gateAt(readingAt(1, poster), PLAN).check).toBeNull();
  });

  it('are not detected by a model that does not count people', () => {
    expect(stateOf({ people: null })).toBe('ok');
    expect(stateOf({})).toBe('ok');
    expect(stateOf({ ...NOBODY, people: null })).toBe('bad');
  });
});
