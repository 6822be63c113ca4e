import { root } from '../shared/paths.mjs';
import { runCommand } from '../shared/run-command.mjs';

type Commit = { id: string; subject: string; body: string };

/** The rules hold for the commits after this one; older messages stay as they are. */
const since = '0678072';

const longestSubject = 72;

/** Words that look like a past form, an -ing form or a third person, and are none. */
const imperatives = new Set(
  (
    'embed exceed feed need proceed seed shed speed succeed bring cling ping ring spring string swing ' +
    'bias canvas focus process'
  ).split(' '),
);

/**
 * @param word the first of a subject
 * @returns whether it can be an imperative, judged by its ending
 */
function isImperative(word: string): boolean {
  const lower = word.toLowerCase().replace(/[^a-z-]+$/, '');
  if (imperatives.has(lower)) return true;
  if (['a', 'an', 'the'].includes(lower)) return false;
  return !/(ed|ing|[^s]s)$/.test(lower);
}

/** @returns one line for each rule that its message breaks */
export function messageBreaches({ id, subject, body }: Commit): string[] {
  const [first = ''] = subject.split(/\s/);
  const rules: [boolean, string][] = [
    [subject.length > longestSubject, `the subject has ${subject.length} characters; at most ${longestSubject}`],
    [!/^[A-Z]/.test(subject), 'the subject begins with a capital'],
    [subject.endsWith('.'), 'the subject has no full stop at its end'],
    [!isImperative(first), `the subject begins with an imperative ("Add", not "Adds" or "Added"), not "${first}"`],
    [body.trim() === '', 'the body is empty; it says why, and what was seen'],
  ];
  return rules.filter(([broken]) => broken).map(([, why]) => `${id} "${subject}": ${why}`);
}

/** @param log of `git log --format=%h%x1f%s%x1f%b%x1e` */
export function readLog(log: string): Commit[] {
  return log
    .split('\x1e')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [id = '', subject = '', body = ''] = entry.split('\x1f');
      return { id, subject, body };
    });
}

/**
 * Checks the commit messages of this repository. Merges are exempt. Without git, or in a shallow clone, the check
 * passes with a note.
 */
export async function commitBreaches(): Promise<{ breaches: string[]; note: string }> {
  const range = `${since}..HEAD`;
  const args = ['log', '--no-merges', '--format=%h%x1f%s%x1f%b%x1e', range];
  const { status, output } = await runCommand('git', args, { cwd: root });
  if (status !== 0) return { breaches: [], note: `not checked: git cannot list ${range} here` };
  return { breaches: readLog(output).flatMap(messageBreaches), note: '' };
}
