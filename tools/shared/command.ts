import { parseArgs } from 'node:util';
import { EXIT, ExitError } from './exit-error.ts';

/** One option of a command: what its help says, and how its text is read. */
export interface Option<T> {
  /** What stands for the value in the help; null: the option is a flag. */
  readonly takes: string | null;
  readonly does: string;
  /** What it is when it is not given, as the help shows it. */
  readonly usual?: string;
  readonly read: (given: readonly string[], name: string) => T;
}

/** A problem with a value; `defineCommand` adds where the help is. */
class WrongValue extends Error {}

export const flag = (does: string): Option<boolean> => ({ takes: null, does, read: (given) => given.length > 0 });

/** Any text; null when it is not given. */
export const text = (takes: string, does: string, usual?: string): Option<string | null> => ({
  takes,
  does,
  ...(usual === undefined ? {} : { usual }),
  read: (given) => given.at(-1) ?? null,
});

export const textOr = (takes: string, does: string, usual: string): Option<string> => ({
  takes,
  does,
  usual,
  read: (given) => given.at(-1) ?? usual,
});

/** It may be given several times; null when it is not given. */
export const texts = (takes: string, does: string, usual: string): Option<readonly string[] | null> => ({
  takes,
  does,
  usual,
  read: (given) => (given.length > 0 ? given : null),
});

/** Names with commas between them; null when it is not given. */
export const names = (takes: string, does: string): Option<readonly string[] | null> => ({
  takes,
  does,
  read: (given) =>
    given
      .at(-1)
      ?.split(',')
      .map((one) => one.trim()) ?? null,
});

export const oneOf = <const Known extends readonly string[]>(
  takes: string,
  does: string,
  known: Known,
  usual: Known[number],
): Option<Known[number]> => ({
  takes,
  does,
  usual,
  read: (given, name) => known.find((one) => one === (given.at(-1) ?? usual)) ?? unknownValue(name, given, known),
});

function unknownValue(name: string, given: readonly string[], known: readonly string[]): never {
  throw new WrongValue(`--${name} is "${given.at(-1)}", but it is one of ${known.join(', ')}`);
}

interface Bounds {
  readonly least?: number;
  readonly most?: number;
  /** What the value is, in a sentence; absent: the bounds. */
  readonly is?: string;
}

/** A number; null when it is not given and has no usual value. */
export const number = <Usual extends number | null>(
  takes: string,
  does: string,
  usual: Usual,
  { least = 0, most = 1e9, is = `a number from ${least} to ${most}` }: Bounds = {},
  isWanted: (value: number) => boolean = Number.isFinite,
): Option<number | Usual> => ({
  takes,
  does,
  ...(usual === null ? {} : { usual: String(usual) }),
  read: (given, name) => {
    const written = given.at(-1);
    if (written === undefined) return usual;
    const value = Number(written);
    if (written.trim() !== '' && value >= least && value <= most && isWanted(value)) return value;
    throw new WrongValue(`--${name} is "${written}", but it is ${is}`);
  },
});

/** A whole number, from 1 on if nothing else is said. */
export const whole = (takes: string, does: string, usual: number, { least = 1, most = 1e9 }: Bounds = {}) => {
  const is = `a whole number from ${least} ${most === 1e9 ? 'on' : `to ${most}`}`;
  return number(takes, does, usual, { least, most, is }, Number.isInteger);
};

type Values<Options> = { readonly [Name in keyof Options]: Options[Name] extends Option<infer T> ? T : never };

export interface Command<Options> {
  /** As it is called: `npm run NAME`; `lab -- NAME` for a rare one. */
  readonly name: string;
  /** What may follow the name; absent: options. */
  readonly forms?: readonly string[];
  readonly about: string;
  readonly options: Options;
  /** What the help says below the options. */
  readonly more?: string;
}

const WIDTH = 124;

/** A text in lines that fit beside the names of the options. */
function wrapped(words: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** How it is called, without what follows. */
const callOf = (name: string) => `npm run ${name}${name.includes(' -- ') ? '' : ' --'}`;

function helpOf({ name, forms = ['[options]'], about, options, more }: Command<Record<string, Option<unknown>>>) {
  const rows = [...Object.entries(options), ['help', flag('this text')] as const];
  const named = rows.map(([option, { takes }]) => `  --${option}${takes === null ? '' : ` ${takes}`}`);
  const wide = Math.max(...named.map((one) => one.length)) + 3;
  const lines = rows.flatMap(([, { does, usual }], index) =>
    wrapped(usual ? `${does} (${usual})` : does, WIDTH - wide).map(
      (line, at) => (at === 0 ? (named[index] ?? '') : '').padEnd(wide) + line,
    ),
  );
  const parts = [forms.map((form) => `${callOf(name)} ${form}`).join('\n'), about, lines.join('\n'), more];
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** A command with one table of its options, by which its arguments are read and from which its help is written. */
export function defineCommand<Options extends Record<string, Option<unknown>>>(command: Command<Options>) {
  const usage = (problem: string) =>
    new ExitError(EXIT.usage, `${problem}. "${callOf(command.name)} --help" shows how.`);
  const kinds = Object.entries(command.options).map(([name, { takes }]) => [
    name,
    takes === null ? { type: 'boolean' as const } : { type: 'string' as const, multiple: true },
  ]);
  return {
    /** An error about wrong use. */
    usage,
    printHelp: () => console.log(helpOf(command)),
    /** @throws {ExitError} */
    read(args: readonly string[]): { readonly values: Values<Options>; readonly words: readonly string[] } | 'help' {
      try {
        const { values: parsed, positionals } = parseArgs({
          args: [...args],
          allowPositionals: command.forms !== undefined,
          options: { ...Object.fromEntries(kinds), help: { type: 'boolean' } },
        });
        const values: Readonly<Record<string, unknown>> = parsed;
        if (values['help']) return 'help';
        const read = Object.entries(command.options).map(([name, option]) => {
          const given = values[name];
          return [name, option.read(given === true ? [''] : Array.isArray(given) ? given.map(String) : [], name)];
        });
        return { values: Object.fromEntries(read), words: positionals };
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error);
        throw usage(error instanceof WrongValue ? problem : (problem.split('. ')[0] ?? ''));
      }
    },
  };
}
