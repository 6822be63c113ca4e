import { expect, type Page } from '@playwright/test';
import { englishIn } from '../../i18n/texts-of.ts';

/** A window, a palette and a language in which a screen is looked at. */
export interface Look {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly media: { readonly colorScheme: 'dark' | 'light'; readonly forcedColors?: 'active' };
  readonly language: 'en' | 'de';
  /** The screen is touched: keys are not named. */
  readonly touch: boolean;
}

/** Width and height (CSS px) and whether it is touched: a wide screen, two laptops, the first at 200 % zoom, and phones, two of them with the bars of the browser. */
const WINDOWS = [
  [1920, 1080, false],
  [1280, 720, false],
  [1024, 768, false],
  [640, 360, false],
  [390, 844, true],
  [360, 560, true],
  [320, 640, true],
  [844, 340, true],
] as const;

/** Every window in both languages, in both palettes by turns, and forced colours. German comes last, because the page stays in it. */
export const LOOKS: readonly Look[] = (['en', 'de'] as const).flatMap((language, turn) => [
  ...WINDOWS.map(([width, height, touch], index): Look => {
    const colorScheme = (index + turn) % 2 === 0 ? 'dark' : 'light';
    return { name: `${language}-${width}-${colorScheme}`, width, height, touch, language, media: { colorScheme } };
  }),
  {
    name: `${language}-1280-forced`,
    width: 1280,
    height: 720,
    touch: false,
    language,
    media: { colorScheme: 'dark', forcedColors: 'active' },
  },
]);

/** Looks in the same palette at the sizes at which the moments of a set are looked at. */
export const SIZE_LOOKS = LOOKS.filter(({ width, media }) => width < 1300 && width !== 844 && !media.forcedColors);

/**
 * What the running session says, in German, once the screens are German: the app gets it from the coach. The screen of the set was made
 * anew in the new language, so it passes through placing, where it reads the past sets.
 */
export const retellSession = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { session, inGerman, spokenPlan } = window.harness;
    const { plan, gauge, gate, stage } = session.snapshot;
    if (plan === null) return;
    session.show({ stage: stage === 'running' ? 'placing' : stage, plan: spokenPlan(plan) });
    await new Promise(requestAnimationFrame);
    session.show({ stage, gauge: inGerman(gauge), ...(gate ? { gate: inGerman(gate) } : {}) });
  });

/** Text that a fake puts on the screen in English, whatever the language, such as what a practice wrote. */
const ENGLISH_FAKES =
  /^Hinweis: „|^[^:]*: Hold longer|^The measuring stopped|^Slowly, and breathe|^Stop with any pinch/;

/** English words on the German screen, also in names for screen readers. */
export const leftInEnglish = async (page: Page): Promise<readonly string[]> => {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    const visit = (node: Node): void => {
      if (node instanceof HTMLStyleElement || (node instanceof HTMLElement && node.lang === 'en')) return;
      if (node instanceof Text) found.push(node.data.trim());
      if (node instanceof Element) {
        for (const name of ['aria-label', 'title', 'aria-valuetext']) found.push(node.getAttribute(name)?.trim() ?? '');
        if (node.shadowRoot) visit(node.shadowRoot);
      }
      for (const child of node.childNodes) visit(child);
    };
    visit(document.body);
    return found;
  });
  expect(texts.length).toBeGreaterThan(5);
  return texts.filter((text) => englishIn(text) !== null && !ENGLISH_FAKES.test(text));
};
