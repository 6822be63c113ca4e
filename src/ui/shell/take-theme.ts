import type { ThemeChoice } from '../../storage/storage-contract.ts';
import { tokens } from '../styles/tokens.ts';

/** Read by `public/theme.js`, before the settings can be. */
const KEY = 'truehip-theme';
const SYSTEM_IS_LIGHT = '(prefers-color-scheme: light)';
/** When the rules of the light palette hold: on paper always. */
const LIGHT_WHEN: Readonly<Record<ThemeChoice, string>> = {
  auto: `${SYSTEM_IS_LIGHT}, print`,
  light: 'all',
  dark: 'print',
};

/** The rules that make the tokens light. All shadow trees share this sheet. */
const lightRules = (): readonly CSSMediaRule[] =>
  [...(tokens.styleSheet?.cssRules ?? [])].flatMap((rule) =>
    rule instanceof CSSMediaRule && Object.values(LIGHT_WHEN).includes(rule.conditionText) ? [rule] : [],
  );

/** Shows the page light, dark, or as the system is set, from now on and at the next start from the first paint on. */
export function takeTheme(choice: ThemeChoice): void {
  for (const rule of lightRules()) rule.media.mediaText = LIGHT_WHEN[choice];
  const { dataset } = document.documentElement;
  if (choice === 'auto') delete dataset['theme'];
  else dataset['theme'] = choice;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[data-palette]'))
    meta.media =
      choice === 'auto'
        ? `(prefers-color-scheme: ${meta.dataset['palette']})`
        : choice === meta.dataset['palette']
          ? 'all'
          : 'not all';
  try {
    if (choice === 'auto') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, choice);
  } catch {
    // The next start shows the other palette for a moment.
  }
}

const isSystemLight = (): boolean => matchMedia(SYSTEM_IS_LIGHT).matches;

export const isDark = (choice: ThemeChoice): boolean => (choice === 'auto' ? !isSystemLight() : choice === 'dark');

/** The palette that is not shown now; that of the system is not chosen but followed. */
export const otherTheme = (choice: ThemeChoice): ThemeChoice =>
  isDark(choice) === isSystemLight() ? 'auto' : isDark(choice) ? 'light' : 'dark';
