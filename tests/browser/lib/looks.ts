import type { Page } from '@playwright/test';

/** A size of the window, a palette and a language in which a picture is taken. */
export interface Look {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly media: { readonly colorScheme: 'dark' | 'light'; readonly forcedColors?: 'active' };
  readonly language: 'en' | 'de';
}

const SIZES = [
  [1280, 720],
  [1920, 1080],
  [390, 844],
] as const;

const look = (width: number, height: number, colorScheme: 'dark' | 'light', language: 'en' | 'de'): Look => ({
  name: `${language}-${colorScheme}-${width}`,
  width,
  height,
  media: { colorScheme },
  language,
});

/** Three sizes, both palettes, both languages. German comes last, because the page stays in it. */
export const TWELVE_LOOKS: readonly Look[] = (['en', 'de'] as const).flatMap((language) =>
  SIZES.flatMap(([width, height]) =>
    (['dark', 'light'] as const).map((scheme) => look(width, height, scheme, language)),
  ),
);

/** The four sizes at which nothing may be cut or wrapped, the last a laptop at 200 % zoom, in both languages. */
export const SIZE_LOOKS: readonly Look[] = (['en', 'de'] as const).flatMap((language) =>
  (
    [
      [1280, 720],
      [1024, 768],
      [390, 844],
      [640, 360],
    ] as const
  ).map(([width, height]) => look(width, height, 'light', language)),
);

/** What shows most for the time: each palette, each size, forced colours, German. */
export const FEW_LOOKS: readonly Look[] = [
  look(1280, 720, 'dark', 'en'),
  look(1280, 720, 'light', 'en'),
  { ...look(1280, 720, 'dark', 'en'), name: 'forced-1280', media: { colorScheme: 'dark', forcedColors: 'active' } },
  look(1920, 1080, 'dark', 'en'),
  look(390, 844, 'dark', 'en'),
  look(320, 640, 'light', 'en'),
  look(1280, 720, 'light', 'de'),
];

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

/** Texts that are cut off: their box hides what does not fit. A field scrolls, and a hidden text is for screen readers. */
export const cutTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        const { overflowX, overflowY, clipPath } = getComputedStyle(element);
        const wide = element.scrollWidth - element.clientWidth > 1 && /hidden|clip/.test(overflowX);
        const high = element.scrollHeight - element.clientHeight > 1 && /hidden|clip/.test(overflowY);
        const isHidden = clipPath !== 'none' || element.clientWidth < 4 || element.matches('input, textarea, select');
        const text = element.textContent?.trim().replaceAll(/\s+/g, ' ').slice(0, 60) ?? '';
        if ((wide || high) && !isHidden && text !== '')
          found.push(`${element.localName}.${element.className}: ${text}`);
      }
    };
    visit(document);
    return found;
  });

/** Texts of a running set that lie below its buttons, where nobody sees them. */
export const underButtons = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const visit = (root: ParentNode, edge: number): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.localName === 'th-set-controls' || getComputedStyle(element).clipPath !== 'none') continue;
        if (element.shadowRoot) visit(element.shadowRoot, edge);
        for (const node of element.childNodes) {
          if (!(node instanceof Text) || node.data.trim() === '' || !element.checkVisibility()) continue;
          if (element.matches('style, .visually-hidden, .visually-hidden *, th-set-controls *')) continue;
          const range = document.createRange();
          range.selectNodeContents(node);
          const box = range.getBoundingClientRect();
          if (box.height > 0 && box.bottom > edge + box.height / 4) found.push(node.data.trim().slice(0, 40));
        }
      }
    };
    const session = document.querySelector('th-app')?.shadowRoot?.querySelector('th-session')?.shadowRoot;
    const controls = session?.querySelector('th-set-controls');
    if (session && controls) visit(session, controls.getBoundingClientRect().top);
    return found;
  });
