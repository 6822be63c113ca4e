import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { careFor, type ProgrammeId } from '../../../src/training/planning/built-in-programmes.ts';
import { partsHere, partsOf } from '../../../src/training/planning/parts.ts';
import type { Programme } from '../../../src/training/planning/programme.ts';
import { allowed, openFlags } from '../../../src/training/safety/allowed.ts';
import { NOBODY_YET, type Person } from '../../../src/training/safety/person.ts';
import type { DrillDefinition } from '../../../src/coach/drill-definition.ts';
import { DRILLS } from '../../../src/drills/index.ts';
import { drillIn } from '../../../src/i18n/drill-in.ts';
import { german } from '../../../src/i18n/de/german.ts';
import { speak } from '../../../src/i18n/speaking.ts';
import { flagText, noteLines } from '../../../src/ui/safety/allowed-note.ts';
import { spokenProgrammes } from '../../../src/ui/programmes/programme-plan.ts';

/**
 * Twelve made-up persons, and what each may do, in the app's own words: to be read aloud, as a worried beginner and as a
 * physiotherapist would. `tests/golden/safety/twelve-persons-*.md` are written by
 *   TRUEHIP_UPDATE_GOLDEN=1 npx vitest run tests/training/safety/twelve-persons.test.ts
 */
const FILE = (language: string) => new URL(`../../golden/safety/twelve-persons-${language}.md`, import.meta.url);
const update = process.env['TRUEHIP_UPDATE_GOLDEN'] === '1';

const NOW = Date.parse('2026-11-30T12:00:00Z');

interface Named {
  readonly who: string;
  readonly person: Partial<Person>;
  /** The programme where no short one is for them. */
  readonly usual: ProgrammeId;
}

const PERSONS: readonly Named[] = [
  { who: 'Anna, 34, nothing of it', person: {}, usual: 'hip-ir-breakout' },
  {
    who: 'Ben, 41, lifts, new to the app',
    person: { strength: { earned: false, begun: false, daysLeft: 14, setsLeft: 6 } },
    usual: 'hip-ir-strength',
  },
  {
    who: 'Carla, 29, both hips pinch at the end',
    person: { endFeel: { left: 'pinching', right: 'pinching' } },
    usual: 'hip-ir-breakout',
  },
  { who: 'David, 52, left hip ends hard', person: { endFeel: { left: 'hard' } }, usual: 'hip-ir-breakout' },
  { who: 'Eva, 31, pregnant', person: { flags: ['pregnancy'] }, usual: 'hip-ir-breakout' },
  { who: 'Fatma, 33, pregnant, pelvis hurts on stairs', person: { flags: ['pelvic-pain'] }, usual: 'hip-ir-breakout' },
  { who: 'Georg, 71, thin bones', person: { flags: ['thin-bones'] }, usual: 'hip-ir-breakout' },
  {
    who: 'Helga, 66, new hip, her surgeon agrees',
    person: { flags: ['new-hip'], seen: ['new-hip'] },
    usual: 'hip-ir-breakout',
  },
  { who: 'Ivan, 14, nothing hurts', person: { flags: ['under-16'] }, usual: 'hip-ir-breakout' },
  { who: 'Jonas, 13, limps', person: { flags: ['growing-pain'] }, usual: 'hip-ir-breakout' },
  { who: 'Klara, 58, blood pressure not under control', person: { flags: ['pressure'] }, usual: 'hip-ir-breakout' },
  { who: 'Lars, 45, left hip hurts 4 of 10 now', person: { pain: { left: 4 } }, usual: 'hip-ir-breakout' },
];

const personOf = ({ person }: Named): Person => ({ ...NOBODY_YET, ...person });

function programmeOf(named: Named): Programme | null {
  const person = personOf(named);
  if (openFlags(person).length > 0) return null;
  const id = careFor(person, NOW) ?? named.usual;
  return spokenProgrammes().find((one) => one.id === id) ?? null;
}

interface Row {
  readonly drill: DrillDefinition;
  readonly goal: 'prep' | 'build' | 'strength';
  readonly may: ReturnType<typeof allowed>;
}

/** Each drill of the programme once, with what the person may do of it. */
function rowsOf(named: Named): readonly Row[] {
  const programme = programmeOf(named);
  const parts = programme === null ? [] : partsHere(partsOf(programme, DRILLS, {}));
  const once = new Map(parts.map(({ drill, item }) => [drill.id, { drill, goal: item.goal ?? 'prep' }]));
  return [...once.values()].map(({ drill, goal }) => ({ drill, goal, may: allowed(drill, personOf(named), NOW) }));
}

function told(named: Named, titleOf: (drill: DrillDefinition) => string): string {
  const { flags, seen } = personOf(named);
  const says = flags.map((flag) => flagText(flag, seen.includes(flag)));
  const drills = rowsOf(named).map(({ drill, goal, may }) => {
    const lines = noteLines(may, { drill, goal, asked: 2, taken: null }).filter((line) => !says.includes(line));
    return `${titleOf(drill)}${lines.length === 0 ? '' : `: ${lines.join(' ')}`}`;
  });
  const programme = programmeOf(named);
  return [
    `| ${named.who}`,
    says.join(' ') || '–',
    programme === null ? '–' : `**${programme.title}.** ${programme.summary}`,
    `${drills.join('<br>') || '–'} |`,
  ].join(' | ');
}

const table = (titleOf: (drill: DrillDefinition) => string): string =>
  [
    '| who | what the app says | programme | its drills |',
    '| --- | --- | --- | --- |',
    ...PERSONS.map((named) => told(named, titleOf)),
    '',
  ].join('\n');

afterEach(() => speak(null));

test('ten of twelve named persons have a programme of three drills or more, and none of its parts is closed', () => {
  const counts = PERSONS.map((named) => {
    const rows = rowsOf(named);
    expect([named.who, rows.filter(({ may }) => may.kind === 'no').map(({ drill }) => drill.id)]).toEqual([
      named.who,
      [],
    ]);
    return rows.length;
  });
  expect(counts.filter((count) => count >= 3).length).toBeGreaterThanOrEqual(10);
});

test.each(['english', 'german'])('the twelve read as they were last read aloud, in %s', (language) => {
  if (language === 'german') speak(german, 'de-DE');
  const text = table((drill) => (language === 'german' ? drillIn(drill, german.drills) : drill).title);
  if (update) writeFileSync(FILE(language), text);
  expect(text).toBe(readFileSync(FILE(language), 'utf8'));
});
