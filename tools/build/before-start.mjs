import { parseArgs } from 'node:util';
import { refuseTakenPort } from '../shared/free-port.mjs';
import { importTool } from '../shared/import-tool.mjs';
import { PlainError, runTool } from '../shared/plain-error.mjs';

const usage = 'npm start -- [--port NUMBER] [--host] [--dev]';

/**
 * @param {readonly string[]} args
 * @returns {{ port: number, everywhere: boolean, dev: boolean }}
 * @throws {PlainError} when an option is unknown or the port is no port
 */
export function readOptions(args) {
  const parsed = parse(args);
  const port = Number(parsed.port ?? 4173);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new PlainError(`--port takes a number from 1 to 65535, not "${parsed.port}".`);
  }
  return { port, everywhere: parsed.host === true, dev: parsed.dev === true };
}

/** @param {readonly string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args: [...args],
      options: { port: { type: 'string' }, host: { type: 'boolean' }, dev: { type: 'boolean' } },
    }).values;
  } catch (error) {
    const why = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new PlainError(`${why}; usage: ${usage}`);
  }
}

/**
 * `npm start`: installs missing packages, builds if needed, serves the app and prints its address.
 * @param {readonly string[]} args
 */
export function main(args) {
  return runTool(async () => {
    const options = readOptions(args);
    const host = options.everywhere ? '0.0.0.0' : '127.0.0.1';
    await refuseTakenPort(options.port, host);
    const { startApp } = await importTool('build/start-app.ts');
    await startApp({ ...options, host });
  });
}
