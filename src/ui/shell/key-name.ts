import { setWords } from '../../i18n/en/set.ts';

/** The names of keys in the person's language. */
export function keyName(shown: string): string {
  const { space, escape, pageUp, pageDown, enter } = setWords().keyNames;
  return shown
    .replace('Space', space)
    .replace('Esc', escape)
    .replace('Page Up', pageUp)
    .replace('Page Down', pageDown)
    .replace('Enter', enter);
}
