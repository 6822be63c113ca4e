import { readFile } from 'node:fs/promises';
import { AppError } from '../../src/app/app-error.ts';
import {
  type ComparedSet,
  comparedSet,
  LARGE,
  LEAST_MOMENTS,
  PELVIS_ANGLES,
  type PelvisAgreement,
  type PelvisAngle,
  pelvisAgreement,
  type PelvisMoment,
} from './pelvis-agreement.ts';
import { LEAST_PAIRS } from './repeated-agreement.ts';
import { discardInvalidatedFrames } from '../../src/coach/record/frame-record.ts';
import { readImport } from '../../src/storage/read-import.ts';
import { aligned, fixed, percent, signed } from '../report/table-text.ts';
import { defineCommand, flag } from '../../tools/shared/command.ts';
import { EXIT, ExitError } from '../../tools/shared/exit-error.ts';

const command = defineCommand({
  name: 'agreement',
  forms: ['FILE.json…'],
  about: `How well the camera reads the pelvis: the sets that a phone on the pelvis watched, of all who gave the file that the app exports
("Past sets", Export). One file, one person; files that share a set are of the same person, and each set counts once.`,
  options: { json: flag('prints the table as JSON') },
  more: `Bias is camera − phone. One leg at a time, twist is positive towards the working leg and obliquity where the working hip lifts; else
both to the left. Every person counts alike, or every set while there are fewer than ${LEAST_PAIRS} people ("by"); the limits are those of
Bland and Altman 2007 for repeated measures. "read": what the camera reads of the phone's angles from ${LARGE}° on. Of an angle with
fewer than ${LEAST_MOMENTS} moments in a set nothing counts.

Exit status: 0 there is a table, or no set has both; 2 wrong use, or not a file of the app; 3 no such file.`,
});

/** The sets of one person. */
type Person = ReadonlyMap<string, ComparedSet>;

/** One row of the table. */
export interface PooledRow extends PelvisAgreement {
  readonly drill: string;
  /** Version of the instrument. */
  readonly instrument: number;
  readonly angle: PelvisAngle;
  readonly people: number;
  readonly sets: number;
  readonly by: 'people' | 'sets';
}

/**
 * The sets in an exported file that have both, as the app would import them.
 * @returns all ids of its sets too, because two files with the same set are of the same person
 * @throws {ExitError} it cannot be read, or is not valid
 */
async function setsIn(path: string): Promise<{ readonly ids: readonly string[]; readonly compared: Person }> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new ExitError(EXIT.noFile, `"${path}" cannot be read.`, { cause: error });
  });
  const ids: string[] = [];
  const compared = new Map<string, ComparedSet>();
  try {
    await readImport(new Blob([new Uint8Array(bytes)]), {
      take: (record) => {
        ids.push(record.id);
        const set = comparedSet(discardInvalidatedFrames(record, record.neutrals));
        if (set) compared.set(set.id, set);
      },
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new ExitError(EXIT.usage, `"${path}" is not a file that Truehip exported: ${error.message}`);
  }
  return { ids, compared };
}

/** Files that share a set become one person. */
async function peopleIn(paths: readonly string[]): Promise<readonly Person[]> {
  let people: { readonly ids: ReadonlySet<string>; readonly compared: Person }[] = [];
  for (const path of paths) {
    const file = await setsIn(path);
    const same = people.filter(({ ids }) => file.ids.some((id) => ids.has(id)));
    people = [
      ...people.filter((person) => !same.includes(person)),
      {
        ids: new Set([...same.flatMap(({ ids }) => [...ids]), ...file.ids]),
        compared: new Map([...same.flatMap(({ compared }) => [...compared]), ...file.compared]),
      },
    ];
  }
  return people.map(({ compared }) => compared);
}

/** The agreement of all people by drill, version and angle. */
export function pooled(people: readonly (readonly ComparedSet[])[]): readonly PooledRow[] {
  const kinds = new Map(people.flat().map((set) => [`${set.drill} ${set.instrument}`, set]));
  return [...kinds.values()]
    .toSorted((a, b) => a.drill.localeCompare(b.drill) || b.instrument - a.instrument)
    .flatMap(({ drill, instrument }) =>
      PELVIS_ANGLES.flatMap((angle): readonly PooledRow[] => {
        const own = people
          .map((sets) => momentsOf(sets, drill, instrument, angle))
          .filter((groups) => groups.length > 0);
        if (own.length === 0) return [];
        const by = own.length >= LEAST_PAIRS ? 'people' : 'sets';
        const agreement = pelvisAgreement(by === 'people' ? own.map((groups) => groups.flat()) : own.flat());
        return [{ drill, instrument, angle, people: own.length, sets: own.flat().length, by, ...agreement }];
      }),
    );
}

const momentsOf = (
  sets: readonly ComparedSet[],
  drill: string,
  instrument: number,
  angle: PelvisAngle,
): readonly (readonly PelvisMoment[])[] =>
  sets
    .filter((set) => set.drill === drill && set.instrument === instrument)
    .map(({ moments }) => moments[angle])
    .filter((moments) => moments.length > 0);

const TITLES = ['drill', 'version', 'angle', 'people', 'sets', 'pairs', 'bias', '± 95 %', 'limits', 'by', 'read'];

export const tableOf = (rows: readonly PooledRow[]): readonly string[] =>
  aligned([
    TITLES,
    ...rows.map((row) => [
      row.drill,
      String(row.instrument),
      row.angle,
      String(row.people),
      String(row.sets),
      String(row.pairs),
      signed(row.bias),
      fixed(row.biasWithin),
      row.limits === null ? '–' : `${signed(row.limits.low)} to ${signed(row.limits.high)}`,
      row.by,
      percent(row.read),
    ]),
  ]);

/** `npm run agreement`. */
export async function main(args: readonly string[]): Promise<number | void> {
  const given = command.read(args);
  if (given === 'help') return command.printHelp();
  if (given.words.length === 0) throw command.usage('no file is given');
  const people = await peopleIn(given.words);
  const rows = pooled(people.map((sets) => [...sets.values()]));
  if (given.values.json) console.log(JSON.stringify(rows, null, 2));
  else if (rows.length === 0) console.log('No set has the pelvis by camera and phone.');
  else console.log(tableOf(rows).join('\n'));
}
