import { parsedArguments } from './parsed-arguments.mjs';
import { PlainError } from './plain-error.mjs';

/**
 * Reads options that are whole numbers above 0.
 * @template {string} Name
 * @param {readonly string[]} args
 * @param {Readonly<Record<Name, number>>} otherwise the options with what they are when they are not given
 * @param {string} usage
 * @returns {Record<Name, number>}
 * @throws {PlainError} for any other option or value
 */
export function wholeNumbers(args, otherwise, usage) {
  const names = /** @type {Name[]} */ (Object.keys(otherwise));
  const options = Object.fromEntries(names.map((name) => [name, { type: /** @type {const} */ ('string') }]));
  const { values } = parsedArguments({ args: [...args], options }, (why) => new PlainError(`${why}; usage: ${usage}`));
  const read = names.map((name) => {
    const text = values[name];
    const value = Number(text ?? otherwise[name]);
    if (Number.isInteger(value) && value > 0) return [name, value];
    throw new PlainError(`--${name} takes a whole number above 0, not "${text}"; usage: ${usage}`);
  });
  return Object.fromEntries(read);
}
