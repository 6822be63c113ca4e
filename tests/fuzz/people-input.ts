import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { peopleWords } from '../../src/i18n/en/settings.ts';
import { withPrescription } from '../../src/training/prescription/prescription.ts';
import { DRILLS } from '../../src/drills/index.ts';
import { Connection } from '../../src/storage/connection.ts';
import { databasesOf, People } from '../../src/storage/people/people.ts';
import { readFileText } from '../../src/storage/prescription/prescription-files.ts';
import { SetRepository } from '../../src/storage/set-repository.ts';
import { SettingsRepository } from '../../src/storage/settings-repository.ts';
import { keptTexts } from '../storage/people/kept-texts.ts';
import { makeRecord } from '../storage/make-record.ts';
import { importText } from '../storage/transfer.ts';
import { anyBrought } from './brought-input.ts';
import { settingsValue } from './chosen-input.ts';
import { fault, type Fault, type FuzzKind, kindOf } from './fuzz-run.ts';
import { hostileValue, spoilt } from './spoil.ts';
import { isJson, spoiltFile } from './stored-input.ts';

const ALL_KEY = 'truehip-people';
const HERE_KEY = 'truehip-person';

/** Ann, who was first, Bob, whose data the input reaches, and Cem. */
const IDS = ['', 'bob', 'cem'] as const;
const THREE = IDS.map((id, index) => ({ id, name: ['Ann', 'Bob', 'Cem'][index], trainedOn: null }));

/** A person's data, opened as the app opens them. */
async function opened(id: string) {
  const connection = new Connection({ name: databasesOf(id).sets });
  const [sets, settings] = [new SetRepository(connection), new SettingsRepository(connection)];
  await sets.finishSet(makeRecord({ id: `set-of-${id}`, frames: makeRecord().frames.slice(0, 2) }));
  await settings.change({ reportName: `name of ${id}` });
  return { connection, sets, settings };
}

type Opened = Awaited<ReturnType<typeof opened>>;

/** Everything in a person's database. */
const contentOf = ({ connection }: Opened): Promise<string> =>
  connection.run(['sets', 'frames', 'settings', 'overviews', 'selfChecks'], 'readonly', async (transaction) =>
    JSON.stringify(
      await Promise.all([...transaction.objectStoreNames].map((name) => transaction.objectStore(name).getAll())),
    ),
  );

async function openedThree() {
  const all = await Promise.all(IDS.map(opened));
  return { all, before: await Promise.all(all.map(contentOf)) };
}

let three: ReturnType<typeof openedThree> | null = null;

/** Names those whose data are no longer what they were. @param but whose data may change */
async function changedPeople(but: string | null): Promise<Fault | null> {
  const { all, before } = await (three ??= openedThree());
  for (const [index, id] of IDS.entries()) {
    const one = all[index];
    if (id !== but && one && (await contentOf(one)) !== before[index])
      return fault('partial', `data of "${id}" changed`);
  }
  return null;
}

/** Reaches Bob's data only. @param take refuses with one of these errors, each with a text */
const intoBobs =
  <T>(take: (bob: Opened, value: T) => Promise<unknown>, refusals: readonly string[]) =>
  async (value: T): Promise<Fault | null> => {
    const [, bob] = (await (three ??= openedThree())).all;
    try {
      if (bob) await take(bob, value);
    } catch (error) {
      const { name, message } = error as Error;
      if (!refusals.includes(name) || message === '') return fault('crash', `${name}: ${message}`);
    }
    return changedPeople('bob');
  };

const imports = kindOf(
  'one of three: imports',
  2,
  spoiltFile,
  intoBobs(async ({ sets }, text) => importText(sets, text), ['import-invalid']),
);

const settings = kindOf(
  'one of three: settings',
  2,
  fc.oneof(spoilt(settingsValue), hostileValue),
  intoBobs(async (bob, value) => bob.settings.change(Object(value)), []),
);

const prescriptions = kindOf(
  'one of three: prescriptions',
  2,
  fc.oneof(spoilt(anyBrought), anyBrought, hostileValue),
  intoBobs(
    async (bob, value) => {
      const taken = readFileText(JSON.stringify(value) ?? '');
      if (taken === null) return;
      const prescription = { ...taken, takenAt: '2026-11-20T00:00:00.000Z' };
      const words = () => ({ title: 'days', summary: '' });
      const changed = withPrescription(bob.settings.current, prescription, DRILLS, words, 20_000);
      if (changed !== null) await bob.settings.change(changed);
    },
    ['prescription-invalid'],
  ),
);

const hostileId = fc.oneof(
  fc.constantFrom(
    '',
    'bob',
    'cem',
    'Bob',
    'bob ',
    '-bob',
    '../cem',
    'bob/../cem',
    'person-cem',
    'pictures',
    '__proto__',
  ),
  fc.string({ unit: 'binary', maxLength: 50 }),
);
const hostileName = fc.oneof(
  fc.constantFrom(
    'Ann',
    'BOB',
    ' ',
    '\u200b',
    '\u0000',
    'Cem\u0007',
    '\u202emeC',
    'Cem\r\n',
    '\ud800',
    'x'.repeat(31),
    'José',
    'Jose\u0301',
    '<b>',
    '👩‍👧',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const person = fc.record({
  id: hostileId,
  name: hostileName,
  trainedOn: fc.oneof(fc.constant(null), fc.integer(), hostileValue),
});
const many = Array.from({ length: 10_000 }, (_, at) => ({ id: `p${at}`, name: `P${at}`, trainedOn: null }));
const keptList: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc
      .oneof(spoilt(fc.constant(THREE)), fc.array(person, { maxLength: 15 }), fc.constant(THREE), hostileValue)
      .map((value) => JSON.stringify(value) ?? ''),
  },
  { weight: 4, arbitrary: fc.nat(150).map((at) => JSON.stringify(THREE).slice(0, at)) },
  { weight: 1, arbitrary: fc.constant(JSON.stringify(many)) },
);

/** What is wrong with the people, in words of their own. */
function oddIn({ all, here, several, limits }: People): string | null {
  if (all.length === 0 || all.length > limits.people || several !== all.length > 1) return `${all.length} people`;
  const databases = all.flatMap(({ id }) => Object.values(databasesOf(id)));
  if (new Set(databases).size !== 2 * all.length) return 'two people share a database';
  for (const { id, name, trainedOn } of all) {
    if (!/^[a-z0-9-]{0,40}$/.test(id)) return `the id ${JSON.stringify(id)}`;
    if (name.length > limits.name || /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(name))
      return `the name ${JSON.stringify(name)}`;
    if (trainedOn !== null && !(Number.isInteger(trainedOn) && trainedOn >= 0)) return `trained on ${trainedOn}`;
  }
  return all.some(({ id }) => id === here.id) ? null : 'who is here is not on the list';
}

/** One try on the list: what it answers, and what it has changed. */
function tried(people: People, work: () => string | null, isDone: () => boolean): string | null {
  const before = JSON.stringify(people.all);
  const answer = work();
  if (answer === null) return isDone() ? null : 'done, but nothing is there';
  const { faults } = peopleWords();
  if (!Object.hasOwn(faults, answer) || faults[answer as keyof typeof faults] === '') return `no words for ${answer}`;
  return JSON.stringify(people.all) === before ? null : `refused with ${answer}, but changed`;
}

const household = kindOf(
  'people',
  6,
  fc.record({ text: keptList, here: fc.option(hostileId), id: hostileId, name: hostileName }),
  async ({ text, here, id, name }): Promise<Fault | null> => {
    const [kept, tab] = [keptTexts(), keptTexts()];
    kept.setItem(ALL_KEY, text);
    if (here !== null) tab.setItem(HERE_KEY, here);
    const people = new People(kept, tab);
    const named = () => people.all.some((one) => one.id === id && one.name !== '');
    const isBobThere = people.all.some((one) => one.id === 'bob') || people.all.length === people.limits.people;
    const steps: readonly (() => string | null)[] = [
      () => (isBobThere || !text.includes('"id":"bob"') || !isJson(text) ? null : 'Bob is lost'),
      () => tried(people, () => people.rename(id, name), named),
      () => tried(people, () => people.add(id, name), named),
      () => (
        people.recover(
          ['truehip', 'truehip-person-bob', 'truehip-person-cem', `truehip-person-${id}`, id],
          (at) => `Person ${at}`,
        ),
        null
      ),
    ];
    for (const step of steps) {
      const odd = step() ?? oddIn(people) ?? oddIn(new People(kept, tab));
      if (odd !== null) return fault('senseless', odd);
    }
    people.choose(id);
    if (oddIn(new People(kept, tab)) !== null) return fault('senseless', 'nobody is chosen');
    // The three are on the list and may be deleted; nobody else's name may reach their data.
    if (!(IDS as readonly string[]).includes(id)) await people.remove(id);
    // Bob's data are what the other kinds have made of them.
    return changedPeople('bob');
  },
);

export const PEOPLE_INPUT: readonly FuzzKind[] = [imports, settings, prescriptions, household];
