import fc from 'fast-check';
import { spokenDrills } from '../../src/app/session/set-plans.ts';
import { calendarFile } from '../../src/training/planning/reminders.ts';
import { partsHere, partsOf } from '../../src/training/planning/parts.ts';
import { partStates, startRun } from '../../src/training/planning/programme-run.ts';
import { PROGRAMME_LIMITS } from '../../src/training/planning/programme.ts';
import { planAdvice } from '../../src/training/planning/rest-advice.ts';
import { equipmentList, transitionInto } from '../../src/training/planning/transition.ts';
import { weekOf } from '../../src/training/planning/week.ts';
import type { Settings } from '../../src/storage/storage-contract.ts';
import { DEFAULT_SETTINGS, mergedSettings, settingsFrom } from '../../src/storage/validate-settings.ts';
import { parseRoute, type Route, routeHash } from '../../src/ui/shell/router.ts';
import { readCalendar } from '../training/planning/read-calendar.ts';
import { shortPreset } from '../../lab/made/run-set.ts';
import { fault, type FuzzKind, kindOf } from './fuzz-run.ts';
import { hostileValue, spoilt } from './spoil.ts';
import { notFinite } from './stored-input.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const DRILLS = spokenDrills();

const drill = fc.constantFrom('supine-sleeper', 'ninety-ninety', 'quadruped-band-ir', 'knee-to-knee', 'nowhere');
const item = fc.record({
  drills: fc.array(fc.record({ drill, variant: fc.constantFrom(null, 'wall') }), { minLength: 1, maxLength: 3 }),
  goal: fc.constantFrom(null, 'prep', 'build', 'strength'),
  side: fc.constantFrom('left', 'right', 'both', 'each'),
  rounds: fc.constantFrom(null, 1, 3),
  reps: fc.constantFrom(null, 5),
  rest: fc.constantFrom(0, 60),
});
const programme = fc.record({
  id: fc.constantFrom('own-a', 'own-b', 'own-c'),
  title: fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  summary: fc.string({ unit: 'binary', maxLength: 60 }),
  blocks: fc.array(
    fc.record({ times: fc.integer({ min: 1, max: 4 }), items: fc.array(item, { minLength: 1, maxLength: 4 }) }),
    { minLength: 1, maxLength: 3 },
  ),
});
const entry = fc.record({
  programme: fc.constantFrom('own-a', 'own-b', 'daily', 'nowhere'),
  days: fc.uniqueArray(fc.nat(6), { maxLength: 7 }),
  at: fc.uniqueArray(fc.nat(1439), { minLength: 1, maxLength: 3 }),
  since: fc.nat(30_000),
});

export const settingsValue = fc.record(
  {
    symptomChecked: fc.dictionary(
      drill,
      fc.constantFrom('2026-11-16T08:00:00Z', '9999-01-01T00:00:00Z', '2026-02-31T00:00:00Z'),
    ),
    presets: fc.constant({ 'supine-sleeper/prep': shortPreset }),
    programmes: fc.array(programme, { maxLength: 3 }),
    programmeRuns: fc.constant({ 'own-a': startRun('own-a', '2026-11-16T08:00:00Z') }),
    week: fc.array(entry, { maxLength: 4 }),
    volume: fc.double({ noNaN: false }),
    subjectHeight: fc.double({ min: 0, max: 4, noNaN: true }),
    cameraId: fc.string(),
    reportName: fc.string(),
  },
  { requiredKeys: [] },
);

/** The settings within their bounds, in words of their own. */
const outOfBounds = (settings: Settings): string | null => {
  for (const path of notFinite(settings)) return `${path} is not finite`;
  const { volume, subjectHeight, symptomChecked, programmes, week, presets } = settings;
  if (volume < 0 || volume > 1) return `volume ${volume}`;
  if (subjectHeight < 0.5 || subjectHeight > 3) return `a person of ${subjectHeight} m`;
  for (const at of Object.values(symptomChecked)) if (!(Date.parse(at) < Date.UTC(2100, 0, 2))) return `checked ${at}`;
  if (programmes.length > PROGRAMME_LIMITS.programmes) return `${programmes.length} programmes`;
  for (const { days } of week) if (days.some((day) => !(day >= 0 && day <= 6))) return `days ${days.join()}`;
  for (const { rounds, effort } of Object.values(presets)) if (rounds > 100 || effort[1] > 1) return `${rounds} rounds`;
  return null;
};

const settings = kindOf('settings', 15, fc.oneof(spoilt(settingsValue), hostileValue), (value) => {
  const merged = mergedSettings(DEFAULT_SETTINGS, value);
  const problem = outOfBounds(merged);
  if (problem !== null) return fault('senseless', problem);
  const brought = settingsFrom(value);
  if ('cameraId' in brought || 'reportName' in brought)
    return fault('senseless', 'settings that stay on a device came in');
  if (JSON.stringify(mergedSettings(DEFAULT_SETTINGS, merged)) !== JSON.stringify(merged))
    return fault('senseless', 'not the same the second time');
  return Object.hasOwn(Object.prototype, 'polluted') ? fault('crash', 'a polluted prototype') : null;
});

const chosen = (value: unknown): Settings => mergedSettings(DEFAULT_SETTINGS, value);

const programmes = kindOf('programmes', 10, spoilt(settingsValue), (value) => {
  const { programmes: own, programmeChoices, programmeRuns } = chosen(value);
  for (const one of own) {
    const parts = partsOf(one, DRILLS, programmeChoices);
    const here = partsHere(parts);
    const transitions = here.flatMap((_, at) => transitionInto(here, at, [...here.keys()].slice(0, at)) ?? []);
    if (here.length > 0 && transitions.length !== here.length)
      return fault('senseless', `${here.length} parts, ${transitions.length} changes`);
    equipmentList(parts);
    const states = partStates(programmeRuns[one.id] ?? null, parts);
    if (states.length !== parts.length) return fault('senseless', `${parts.length} parts, ${states.length} states`);
    for (const path of notFinite(parts.map(({ times, item: part }) => ({ times, part }))))
      return fault('senseless', path);
  }
  return null;
});

const calendar = kindOf(
  'calendar',
  10,
  fc.tuple(
    spoilt(settingsValue),
    fc.array(fc.tuple(fc.string({ unit: 'binary', maxLength: 120 }), fc.string({ unit: 'binary', maxLength: 200 })), {
      maxLength: 3,
    }),
  ),
  ([value, texts]) => {
    const { programmes: own, programmeChoices, week: plan } = chosen(value);
    const input = {
      plan,
      programmes: own,
      drills: DRILLS,
      choices: programmeChoices,
      sets: [],
      goal: 'build',
      now: NOW,
      zone: 'Europe/Berlin',
    } as const;
    if (weekOf(input).length !== 7) return fault('senseless', 'a week without seven days');
    planAdvice(input);
    const events = plan.flatMap(({ days, at }, index) =>
      at.map((time) => ({
        uid: `${index}-${time}@truehip`,
        title: own[0]?.title ?? texts[0]?.[0] ?? '',
        text: texts[index]?.[1] ?? '',
        from: 20_777,
        days,
        at: time,
        length: 600,
      })),
    );
    const file = calendarFile(events, NOW, 15);
    const read = readCalendar(file);
    if (read.events.length > events.length)
      return fault('senseless', `${events.length} events became ${read.events.length}`);
    for (const line of file.split('\r\n'))
      if (new TextEncoder().encode(line).length > 75) return fault('senseless', 'a line is too long');
    return null;
  },
);

const id = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.constantFrom('../../x', 'a/b', '%', '%ED%A0%80', '#', '?', '.', '__proto__'),
);
const route: fc.Arbitrary<Route> = fc.oneof(
  fc.record({ screen: fc.constantFrom('drill', 'set', 'report', 'edit', 'programme', 'check', 'self-check'), id }),
  fc.record({ screen: fc.constant('part' as const), id, at: fc.nat(998) }),
  fc.constantFrom<Route>({ screen: 'home' }, { screen: 'history' }, { screen: 'self-check', id: null }),
);

const routes = kindOf(
  'routes',
  15,
  fc.tuple(
    route,
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.constantFrom('#/set/%', '#/set/%E0%A4%A', '#//', '#/part/1'),
    ),
  ),
  ([to, hash]) => {
    parseRoute(hash);
    const written = routeHash(to);
    if (/[\s"<>]/.test(written)) return fault('senseless', `an address with blanks or signs: ${written}`);
    const read = parseRoute(written);
    return JSON.stringify(read) === JSON.stringify(to)
      ? null
      : fault('senseless', `${JSON.stringify(to)} became ${JSON.stringify(read)}`);
  },
);

export const CHOSEN_INPUT: readonly FuzzKind[] = [settings, programmes, calendar, routes];
