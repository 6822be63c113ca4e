import { root } from '../shared/paths.mjs';
import { runNpm } from '../shared/run-command.mjs';

/** Milliseconds; a registry that answers at all does so in a second or two, and a check must not hang without a network. */
const patience = 10_000;

/**
 * What `npm audit --json` says.
 * @returns a breach for each shipped package with a known hole; the note says if nothing was asked
 */
export function auditResult(output: string): { breaches: string[]; note: string } {
  const json = output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1);
  let answer: { vulnerabilities?: Record<string, { severity: string; range: string }> } | null = null;
  try {
    answer = JSON.parse(json);
  } catch {
    // Something else than npm's answer: the same as none.
  }
  if (!answer?.vulnerabilities) return { breaches: [], note: 'not asked: the registry answers no audits here' };
  const found = Object.entries(answer.vulnerabilities);
  return {
    breaches: found.map(([name, { severity, range }]) => `${name} ${range}: ${severity}`),
    note: 'no known holes',
  };
}

/** Asks the registry for known holes in the packages that are shipped. */
export async function auditShipped() {
  const args = ['audit', '--omit=dev', '--json', '--fetch-retries=0', `--fetch-timeout=${patience}`];
  const { output } = await runNpm(args, { cwd: root, timeoutSeconds: (3 * patience) / 1000 });
  return auditResult(output);
}
