import { german } from '../../src/i18n/de/german.ts';

// For Vitest only: a browser test runs in Node, which has no `import.meta.glob`.
const modules: Record<string, Record<string, unknown>> = import.meta.glob('../../src/i18n/en/**/*.ts', { eager: true });

/** The English parts as the screens have them, by name; a file may have several. */
export const english = Object.fromEntries(
  Object.keys(german.words).map((part) => [part, Object.values(modules).find((one) => part in one)?.[part]]),
);
