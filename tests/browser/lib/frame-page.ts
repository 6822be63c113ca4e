import type { Page } from '@playwright/test';

/** How long a part of the page may take to appear (ms). */
const TIMEOUT = 15_000;
const POLL = 50;

const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

type Text = string | RegExp;

const matches = (text: string, wanted: Text | undefined): boolean => {
  if (wanted === undefined) return true;
  const plain = text.replace(/\s+/g, ' ').trim();
  return typeof wanted === 'string' ? plain.toLowerCase().includes(wanted.toLowerCase()) : wanted.test(plain);
};

/** Selectors of the roles that the states ask for. */
const ROLES: Readonly<Record<string, string>> = {
  button: 'button, [role=button]',
  link: 'a[href]',
  heading: 'h1, h2, h3',
  dialog: 'dialog[open]:not([role])',
  alertdialog: 'dialog[open][role=alertdialog]',
};

/** Elements that match, in the order of the document, also in open shadow trees. */
function* deepElements(root: ParentNode, selector: string): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    if (element.matches(selector)) yield element;
    if (element.shadowRoot) yield* deepElements(element.shadowRoot, selector);
  }
}

/** The few methods of a Playwright locator that the states use. */
class FrameLocator {
  readonly #find: () => Iterable<Element>;

  constructor(find: () => Iterable<Element>) {
    this.#find = find;
  }

  first(): this {
    return this;
  }

  async click(): Promise<void> {
    ((await this.#element()) as HTMLElement).click();
  }

  async waitFor({ state = 'visible' }: { readonly state?: 'visible' | 'detached' } = {}): Promise<void> {
    if (state === 'visible') await this.#element();
    else await this.#until(() => this.#visible() === null || null);
  }

  #visible(): Element | null {
    for (const element of this.#find()) if (element.checkVisibility()) return element;
    return null;
  }

  #element(): Promise<Element> {
    return this.#until(() => this.#visible());
  }

  async #until<Found>(look: () => Found | null): Promise<Found> {
    for (const start = performance.now(); performance.now() - start < TIMEOUT; await pause(POLL)) {
      const found = look();
      if (found !== null) return found;
    }
    throw new Error('a part of this state did not appear');
  }
}

/** The few methods of a Playwright page that the states use, on a frame of the same origin. */
class FramePage {
  readonly #frame: HTMLIFrameElement;

  constructor(frame: HTMLIFrameElement) {
    this.#frame = frame;
  }

  readonly keyboard = {
    press: async (name: string): Promise<void> => {
      const key = name === 'Space' ? ' ' : name;
      const event = new this.#window.KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
      this.#window.document.body.dispatchEvent(event);
    },
  };

  /** The size is the frame's own. */
  async setViewportSize(): Promise<void> {}

  async goto(url: string): Promise<void> {
    const loaded = new Promise((resolve) => this.#frame.addEventListener('load', resolve, { once: true }));
    this.#frame.src = url;
    await loaded;
    // A running set asks before its page is left. In the gallery it would ask at every reload.
    this.#window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true });
  }

  url(): string {
    return this.#window.location.href;
  }

  /**
   * Runs a function in the frame. As with Playwright it is carried over as text, so it sees only the frame's globals.
   */
  async evaluate(run: (given: unknown) => unknown, given?: unknown): Promise<unknown> {
    const inFrame = new this.#window.Function(`return (${run.toString()})`)() as typeof run;
    return inFrame(given);
  }

  getByRole(role: string, { name, level }: { readonly name?: Text; readonly level?: number } = {}): FrameLocator {
    const selector = level === undefined ? (ROLES[role] ?? '') : `h${level}`;
    return this.#locate(selector, (one) => matches(one.ariaLabel ?? one.textContent ?? '', name));
  }

  getByText(text: Text): FrameLocator {
    const ownText = (one: Element) =>
      [...one.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : '')).join('');
    return this.#locate('*', (one) => matches(ownText(one), text));
  }

  locator(selector: string): FrameLocator {
    return this.#locate(selector, () => true);
  }

  waitForTimeout(time: number): Promise<void> {
    return pause(time);
  }

  /** The code of a late screen is there once its heading is; its data comes a moment later. */
  waitForLoadState(): Promise<void> {
    return pause(300);
  }

  get #window(): Window & typeof globalThis {
    const view = this.#frame.contentWindow;
    if (!view) throw new Error('the frame is not in the document');
    return view as Window & typeof globalThis;
  }

  #locate(selector: string, accepts: (one: Element) => boolean): FrameLocator {
    return new FrameLocator(() => [...deepElements(this.#window.document, selector)].filter(accepts));
  }
}

/** A frame that the states of the tests can drive as they drive a page of Playwright. */
export const framePage = (frame: HTMLIFrameElement): Page => new FramePage(frame) as unknown as Page;
