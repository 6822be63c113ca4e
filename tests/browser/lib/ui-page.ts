import type { Locator, Page } from '@playwright/test';
import type { SessionSnapshot } from '../../../src/app/session/session-contract.ts';
import type { UiHarness } from '../pages/ui-harness.ts';

declare global {
  interface Window {
    harness: UiHarness;
  }
}

/** Drives the screens, which run with a fake session. */
export class UiPage {
  readonly page: Page;
  readonly #url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  async open(hash = '#/'): Promise<void> {
    await this.page.setViewportSize({ width: 1280, height: 720 });
    // Through a blank page, because a change of the hash alone would not load the page again.
    await this.page.goto('about:blank');
    await this.page.goto(`${this.#url}${hash}`);
    await this.heading.waitFor();
  }

  /** Goes to another screen in the loaded page. @returns the names of its elements */
  async goTo(hash: string): Promise<readonly string[]> {
    const screens = this.page.locator('.screen');
    if (new URL(this.page.url()).hash !== hash) {
      await screens.first().evaluate((screen, to) => {
        screen.toggleAttribute('data-left', true);
        location.hash = to;
      }, hash);
      await this.page.locator('.screen[data-left]').waitFor({ state: 'detached' });
    }
    await this.heading.first().waitFor();
    await this.page.waitForLoadState('networkidle');
    return screens.evaluateAll((shown) => shown.map(({ localName }) => localName));
  }

  /** The first page as on a first visit. The safety questions are answered. */
  async openNew(): Promise<void> {
    await this.open('#/diagnostics');
    await this.page.evaluate(async () => {
      await window.harness.sets.removeAll();
      location.hash = '#/';
    });
    await this.page.getByRole('button', { name: 'Which drill is for me?' }).waitFor();
  }

  /** Calls of the screens to the session so far. */
  calls(): Promise<string[]> {
    return this.page.evaluate(() => window.harness.session.calls);
  }

  /** Changes the snapshot, and waits for the screen of the set, whose code is fetched late. */
  async show(part: Partial<SessionSnapshot>): Promise<void> {
    await this.page.evaluate(async (given) => {
      window.harness.session.show(given);
      if (location.hash === '#/session') await customElements.whenDefined('th-session');
    }, part);
  }

  /** Goes from the home page to placing, by the demo button. */
  async startPlacing(): Promise<void> {
    await this.open();
    await this.page.getByRole('button', { name: /20-second demo/ }).click();
    await this.page.evaluate(() => {
      const { session, sleeperPlan, goodReading } = window.harness;
      session.show({ stage: 'placing', plan: sleeperPlan, reading: goodReading });
      // The demo starts by itself; the fake session stays where it is, so that this stage can be looked at.
      session.calls.splice(session.calls.indexOf('start'), 1);
    });
    await this.page.getByRole('button', { name: 'Start', exact: true }).waitFor();
  }

  async startSet(): Promise<void> {
    await this.startPlacing();
    await this.page.evaluate(() => {
      const { session, gaugeOf } = window.harness;
      session.show({ stage: 'running', source: 'camera', gauge: gaugeOf() });
    });
    await this.page.getByRole('button', { name: 'Pause' }).waitFor();
  }

  /** Draws the current screen again in German. */
  async speakGerman(): Promise<void> {
    await this.page.evaluate(async () => {
      await window.harness.takeLanguage('de');
      const app = document.querySelector('th-app');
      app?.requestUpdate();
      await app?.updateComplete;
    });
    await this.page.waitForLoadState('networkidle');
  }

  /** Opens every folded part of a summary. */
  async unfold(): Promise<void> {
    await this.page.locator('th-summary details.fold').first().waitFor();
    await this.page.locator('th-summary details.fold').evaluateAll((parts) => {
      for (const part of parts) part.toggleAttribute('open', true);
    });
  }

  /** Number of pages on paper, of A4 and of Letter. In a PDF each is an object of type Page. */
  async pagesPrinted(): Promise<readonly number[]> {
    const pages: number[] = [];
    for (const format of ['A4', 'Letter']) {
      const file = await this.page.pdf({ format, preferCSSPageSize: true });
      pages.push(file.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0);
    }
    return pages;
  }

  /** CSS pixels by which the content of this element, or of a plate in it, is cut off. */
  cutOff(selector: string): Promise<number> {
    return this.page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const parts = [element, ...(element.shadowRoot?.querySelectorAll('.plate') ?? [])];
        return Math.max(
          ...parts.flatMap((part) => [part.scrollHeight - part.clientHeight, part.scrollWidth - part.clientWidth]),
        );
      });
  }

  /** The size of the font, CSS pixels. */
  fontSize(selector: string): Promise<number> {
    return this.page
      .locator(selector)
      .first()
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  }
}
