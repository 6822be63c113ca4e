import type { Milliseconds } from '../../instrument/geometry/units.ts';
import { isField } from './key-map.ts';

interface Focused {
  readonly element: HTMLElement;
  readonly screen: Element;
}

/** The same, kept so that a screen that was left does not stay in memory. */
interface Remembered {
  readonly element: WeakRef<HTMLElement>;
  readonly screen: WeakRef<Element>;
}

const remembered = ({ element, screen }: Remembered): readonly Focused[] => {
  const [it, its] = [element.deref(), screen.deref()];
  return it && its ? [{ element: it, screen: its }] : [];
};

const REMEMBERED = 20;
/** A screen that takes the focus itself does so within this time. */
const PATIENCE: Milliseconds = 150;
/** A button that is disabled by its own press is often enabled again soon. */
const DISABLED: Milliseconds = 1000;
const CHANGES: MutationObserverInit = {
  childList: true,
  subtree: true,
  attributeFilter: ['disabled', 'hidden', 'open'],
};

const isDisabled = (element: HTMLElement): boolean => element.matches(':disabled');
/** Safari before 17.4 does not tell what is hidden. */
const isThere = ({ element }: Focused): boolean => element.isConnected && (element.checkVisibility?.() ?? true);

/**
 * When the focused element is removed, hidden or disabled, the focus returns to what had it before in the screen, instead of to the
 * body, from where the next Tab would begin at the top of the page.
 * @param toHeading called where nothing of it is left
 */
export function keepFocus(app: HTMLElement, toHeading: () => void): void {
  let before: readonly Remembered[] = [];
  let due: ReturnType<typeof setTimeout> | undefined;
  let disabled: { readonly element: WeakRef<HTMLElement>; readonly since: Milliseconds } | null = null;

  function check(): void {
    due = undefined;
    const all = before.flatMap(remembered);
    const [last] = all;
    if (!last || document.activeElement !== document.body || !last.screen.isConnected) return;
    const { element } = last;
    const since = disabled?.element.deref() === element ? disabled.since : null;
    if (isThere(last) && isDisabled(element)) {
      if (since === null) {
        disabled = { element: new WeakRef(element), since: performance.now() };
        setTimeout(check, DISABLED);
      }
      if (since === null || performance.now() - since < DISABLED) return;
    } else if (isThere(last) && since === null) return;
    disabled = null;
    const to = all.find((one) => isThere(one) && !isDisabled(one.element));
    if (to) focusAgain(to.element);
    else toHeading();
  }
  const observer = new MutationObserver(() => (due ??= setTimeout(check, PATIENCE)));

  // Focus events do not leave the tree in which the focus moves, so the focus is read whenever something is pressed.
  const remember = () => {
    const { element, roots } = focusedNow();
    const screen = roots[0]?.host === app ? roots[1]?.host : undefined;
    if (!(element instanceof HTMLElement) || !screen) return;
    const others = before.filter((one) => one.element.deref() !== element);
    before = [{ element: new WeakRef(element), screen: new WeakRef(screen) }, ...others].slice(0, REMEMBERED);
    observer.disconnect();
    for (const root of roots) observer.observe(root, CHANGES);
  };
  for (const kind of ['keydown', 'click']) window.addEventListener(kind, remember, { capture: true });
}

/** The innermost focused element, and the trees that it is in, from the outermost on. */
function focusedNow(): { readonly element: Element | null; readonly roots: readonly ShadowRoot[] } {
  const roots: ShadowRoot[] = [];
  let element = document.activeElement;
  while (element?.shadowRoot) {
    roots.push(element.shadowRoot);
    if (!element.shadowRoot.activeElement) break;
    element = element.shadowRoot.activeElement;
  }
  return { element, roots };
}

export const isTyping = (): boolean => isField(focusedNow().element);

/** The page stays where it is, unless the focus is shown. */
function focusAgain(element: HTMLElement): void {
  element.focus({ preventScroll: true });
  if (element.matches(':focus-visible')) element.scrollIntoView({ block: 'nearest' });
}
