import type { Locator, Page } from '@playwright/test';
import type { SessionSnapshot } from '../../../src/app/session/session-contract.ts';
import type { UiHarness } from '../pages/ui-harness.ts';

declare global {
  interface Window {
    harness: UiHarness;
  }
}

/** The screens with a fake session, and short ways to drive them. */
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
    // Away first: a page that differs only in the hash would not be loaded again.
    await this.page.goto('about:blank');
    await this.page.goto(`${this.#url}${hash}`);
    await this.heading.waitFor();
  }

  /** What the screens have asked of the session so far. */
  calls(): Promise<string[]> {
    return this.page.evaluate(() => window.harness.session.calls);
  }

  /** A person sees the set's screen, which is fetched late, before they press a key in it. */
  async show(part: Partial<SessionSnapshot>): Promise<void> {
    await this.page.evaluate(async (given) => {
      window.harness.session.show(given);
      if (location.hash === '#/session') await customElements.whenDefined('th-session');
    }, part);
  }

  /** From the home page to the placement screen, by the demo button. */
  async startPlacing(): Promise<void> {
    await this.open();
    await this.page.getByRole('button', { name: /built-in demo/ }).click();
    await this.page.evaluate(() => {
      const { session, sleeperPlan, goodReading } = window.harness;
      session.show({ stage: 'placing', plan: sleeperPlan, reading: goodReading });
    });
    await this.page.getByRole('button', { name: 'Start' }).waitFor();
  }

  async startSet(): Promise<void> {
    await this.startPlacing();
    await this.page.evaluate(() => {
      const { session, gaugeOf } = window.harness;
      session.show({ stage: 'running', gauge: gaugeOf() });
    });
    await this.page.getByRole('button', { name: 'Pause' }).waitFor();
  }

  /** Everything is drawn anew in German, where it is. */
  async speakGerman(): Promise<void> {
    await this.page.evaluate(async () => {
      await window.harness.takeLanguage('de');
      const app = document.querySelector('th-app');
      app?.requestUpdate();
      await app?.updateComplete;
    });
    await this.page.waitForLoadState('networkidle');
  }

  /** CSS pixels that are cut off of this, or of a plate in it. */
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

  /** CSS pixels. */
  fontSize(selector: string): Promise<number> {
    return this.page
      .locator(selector)
      .first()
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  }
}
