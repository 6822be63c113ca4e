import { beforeEach, expect, test } from 'vitest';
import { accepted } from '../../src/training/assessment/accept.ts';
import { HIP_PROGRAMME, type HipQuestions } from '../../src/training/assessment/hip-programme.ts';
import { hipTestOfSet } from '../../src/training/assessment/hip-test-of-set.ts';
import type { HipTest } from '../../src/training/assessment/hip-test.ts';
import { nextStep } from '../../src/training/assessment/next-step.ts';
import { propose } from '../../src/training/assessment/propose.ts';
import { compareTests, lastComparable, retestState } from '../../src/training/assessment/retest.ts';
import { dayInZone } from '../../src/training/planning/civil-day.ts';
import { partsHere, partsOf } from '../../src/training/planning/parts.ts';
import { todaysPlan } from '../../src/training/planning/week.ts';
import type { EndReason } from '../../src/coach/record/set-record.ts';
import { DRILLS } from '../../src/drills/index.ts';
import { doneSets as readDone } from '../../src/ui/programmes/week-input.ts';
import type { AppStorage } from '../../src/storage/storage-contract.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { makeHipRecord } from '../training/assessment/make-hip-record.ts';
import { type Four, passportOf } from '../training/assessment/make-hip-test.ts';
import { proposalInput } from '../training/assessment/make-proposal.ts';
import { PROGRAMMES } from '../training/planning/english-programmes.ts';
import { freshProfile } from './fake-browser.ts';
import { makeRecord } from './make-record.ts';

beforeEach(() => freshProfile());

const ZONE = 'Europe/Berlin';
const dayOf = dayInZone(ZONE);
const DAY = 24 * 3600 * 1000;
/** A Monday, six in the evening in Berlin. The month has no change of the clocks. */
const START = Date.parse('2026-11-02T17:00:00.000Z');
/** What each question about the next step has in common. */
const STILL = { step: 'build', earlier: [], drills: DRILLS, strength: true, dayOf, endFeel: {} } as const;
const ANSWERS: HipQuestions = { goal: 'control', pain: 0, minutes: 35 };

/** Stores a hip test as the set that it was, and reads it back. */
async function testedOn(storage: AppStorage, day: number, left: Four, right: Four): Promise<HipTest> {
  const id = `day ${day}`;
  const startedAt = new Date(START + day * DAY).toISOString();
  await storage.sets.finishSet(makeHipRecord({ id, startedAt, left, right }));
  const record = await storage.sets.load(id);
  const read = record && hipTestOfSet(record);
  if (!read) throw new Error('the test was not read');
  return read;
}

/** The stored sets as the plan reads them. */
const doneSets = async (storage: AppStorage) => readDone(await storage.sets.list());

/** Answers the questions, takes the proposal as it is, and stores it. */
async function takeProgramme(storage: AppStorage, tests: readonly HipTest[], step: 'build' | 'strength', now: number) {
  const passport = passportOf(...tests);
  const { current } = storage.settings;
  const proposal = propose({
    ...proposalInput(passport.test, ANSWERS),
    passport,
    step,
    sets: await doneSets(storage),
    plan: current.week,
    programmes: [...PROGRAMMES, ...current.programmes],
    now,
  });
  if (proposal.kind === 'none') throw new Error(proposal.why);
  const at = new Date(now).toISOString();
  const change = accepted(current, proposal, ANSWERS, passport.test, { title: 'My hips', summary: '', at });
  if (change === null) throw new Error('no room');
  await storage.settings.change(change);
  return proposal;
}

async function today(storage: AppStorage, now: number) {
  const { week, programmes, programmeChoices: choices, goal } = storage.settings.current;
  const sets = await doneSets(storage);
  return todaysPlan({ plan: week, programmes, drills: DRILLS, choices, sets, goal, now, zone: ZONE });
}

/** Does every part that is planned that day, a set for each leg, and says how it felt. */
async function train(storage: AppStorage, now: number, ended: EndReason = 'finished', pain = 1): Promise<number> {
  const { entries } = await today(storage, now);
  let made = 0;
  for (const { programme } of entries) {
    for (const part of partsHere(partsOf(programme, DRILLS, {}))) {
      const { side: asked } = part.item;
      const sides = asked === 'left' || asked === 'right' ? [asked] : (['left', 'right'] as const);
      for (const side of part.drill.bilateral ? (['both'] as const) : sides) {
        const startedAt = new Date(now + made * 60_000).toISOString();
        const id = `${startedAt} ${part.drill.id} ${side}`;
        const set = {
          ...makeRecord(),
          id,
          startedAt,
          drill: part.drill.id,
          side,
          phases: makeRecord().phases.map((phase) => ({ ...phase, side })),
          goal: part.item.goal ?? 'prep',
          ended,
        };
        await storage.sets.finishSet({ ...set, after: undefined });
        await storage.sets.keepAfter(id, { effort: 5, pain });
        made += 1;
      }
    }
  }
  return made;
}

test('a month: test, programme, sets, retest, report; and the next programme follows from it', async () => {
  const storage = await openStorage();
  const first = await testedOn(storage, 0, [38, 22, 45, 40], [40, 34, 45, 40]);
  const proposal = await takeProgramme(storage, [first], 'build', START);
  expect(proposal.why).toContainEqual({ about: 'passive', why: 'wide-gap', seconds: 60 });
  expect(proposal.why).toContainEqual({ about: 'side', side: 'left', by: 12 });

  const asked: string[] = [];
  let trained = 0;
  for (let day = 0; day < 28; day += 1) {
    const now = START + day * DAY + 3600 * 1000;
    if ((await train(storage, now)) > 0) trained += 1;
    const { entries } = await today(storage, now + 3600 * 1000);
    expect(entries.every(({ state }) => state === 'done')).toBe(true);
    const { kind } = retestState(first, await doneSets(storage), now, dayOf);
    if (asked.at(-1) !== kind) asked.push(kind);
  }
  // Three days in each of four weeks.
  expect(trained).toBe(12);
  expect(asked).toEqual(['early', 'open']);

  const now = START + 28 * DAY;
  expect(retestState(first, await doneSets(storage), now, dayOf).kind).toBe('due');
  const second = await testedOn(storage, 28, [40, 32, 46, 41], [41, 36, 45, 40]);
  const passport = passportOf(first, second);
  const before = lastComparable(passport.test, passport.earlier);
  const comparison = before && compareTests(before, passport.test);
  if (comparison?.kind !== 'compared') throw new Error('not compared');
  // The report: of eight ranges one changed beyond error.
  expect(comparison.changes).toHaveLength(8);
  expect(comparison.changes.filter(({ change }) => change.kind !== 'about-the-same')).toMatchObject([
    { side: 'left', rotation: 'internal', effort: 'active', change: { kind: 'more', by: 10 } },
  ]);

  const sets = await doneSets(storage);
  const reopened = await openStorage();
  const { hipPlan } = reopened.settings.current;
  expect(hipPlan).toMatchObject({ step: 'build', test: 'day 0', ...ANSWERS });
  const next = nextStep({ ...STILL, before: first, after: second, sets, now });
  expect(next).toEqual({ step: 'build', why: 'gained' });
  const again = await takeProgramme(reopened, [first, second], 'build', now);
  // The gap of the left hip has narrowed to 8°, so it lies longer and pulls less.
  expect(again.why).toContainEqual({ about: 'passive', why: 'gap', seconds: 90 });
  expect(reopened.settings.current.programmes.filter(({ id }) => id === HIP_PROGRAMME)).toHaveLength(1);
  expect(reopened.settings.current.week).toHaveLength(1);
});

test('a month with a pinch in the second week: that drill rests, all is gentle, and the retest does not ask for more', async () => {
  const storage = await openStorage();
  const four: Four = [38, 30, 45, 40];
  const first = await testedOn(storage, 0, four, four);
  await takeProgramme(storage, [first], 'build', START);
  for (let day = 0; day < 9; day += 1) await train(storage, START + day * DAY + 3600 * 1000);
  const pinch = START + 9 * DAY + 3600 * 1000;
  // The Wednesday of the second week.
  expect(await train(storage, pinch, 'pinch', 6)).toBeGreaterThan(0);
  const stopped = await today(storage, pinch + 3600 * 1000);
  expect(stopped.entries.map(({ state }) => state)).toEqual(['stopped']);

  const gentle = await takeProgramme(storage, [first], 'build', pinch + 2 * 3600 * 1000);
  expect(gentle.step).toBe('gentle');
  expect(gentle.presets).toEqual([]);
  expect(gentle.week.since).toBe(dayOf(pinch) + 1);
  expect(storage.settings.current.hipPlan?.step).toBe('gentle');

  const sets = await doneSets(storage);
  const again = await testedOn(storage, 28, four, four);
  const next = nextStep({
    ...STILL,
    step: 'gentle',
    before: first,
    after: again,
    sets,
    now: START + 28 * DAY,
  });
  expect(next).toEqual({ step: 'gentle', why: 'stopped' });
});
