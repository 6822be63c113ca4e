import type { Page } from '@playwright/test';

/**
 * What is wrong with the layout of the page as it is drawn now, one line for each fault: it is wider than the window; a box cuts its
 * text off; a text of a set lies below its buttons; a control reaches beyond the sides or cannot be scrolled into the window; a button of a set, or
 * "Start", is not in the window without scrolling; a link that stands alone is lower than the 24 CSS pixels of WCAG 2.5.8.
 */
export const layoutFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const inside = (root: ParentNode): HTMLElement[] =>
      [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) => [
        one,
        ...(one.shadowRoot ? inside(one.shadowRoot) : []),
      ]);
    const all = inside(document);
    const nameOf = (one: Element) =>
      `${one.localName}.${one.getAttribute('class') ?? ''}: ${one.textContent?.trim().replaceAll(/\s+/g, ' ').slice(0, 60)}`;
    const host = (one: Element) => (one.getRootNode() as ShadowRoot).host ?? null;
    const isSeen = (one: Element) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const isForReaders = (one: Element) => one.closest('.visually-hidden, .skip') !== null;

    const isCut = (one: HTMLElement): boolean => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(one);
      const wide = one.scrollWidth - one.clientWidth > 1 && /hidden|clip/.test(overflowX);
      const high = one.scrollHeight - one.clientHeight > 1 && /hidden|clip/.test(overflowY);
      // A field scrolls, and a hidden text is for screen readers.
      const isHidden = clipPath !== 'none' || one.clientWidth < 4 || one.matches('input, textarea, select');
      return (wide || high) && !isHidden && one.textContent?.trim() !== '';
    };

    const controls = document
      .querySelector('th-app')
      ?.shadowRoot?.querySelector('th-session')
      ?.shadowRoot?.querySelector('th-set-controls');
    const edge = controls?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
    const isUnderButtons = (one: HTMLElement): boolean => {
      if (
        edge === Number.POSITIVE_INFINITY ||
        !one.checkVisibility() ||
        // A dialog lies over the buttons.
        one.matches('style, .visually-hidden, .visually-hidden *, dialog *')
      )
        return false;
      if (one === controls || host(one) === controls || getComputedStyle(one).clipPath !== 'none') return false;
      if (![...one.childNodes].some((node) => node instanceof Text && node.data.trim() !== '')) return false;
      const range = document.createRange();
      range.selectNodeContents(one);
      const box = range.getBoundingClientRect();
      return box.height > 0 && box.bottom > edge + box.height / 4;
    };

    /** By how much a control is out of the window after scrolling to it, CSS pixels. */
    const outside = (one: HTMLElement): number => {
      const { left, right, width, height } = one.getBoundingClientRect();
      if (width < 3 || height < 3) return 0;
      // Scrolling may also be sideways, so the sides are looked at before.
      one.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const { top, bottom } = one.getBoundingClientRect();
      return Math.max(-left, right - innerWidth, -top, height < innerHeight ? bottom - innerHeight : 0);
    };
    const stays = (one: HTMLElement) =>
      one.matches('button') && (host(one) === controls || one.matches('.start button'));
    const isOutAtFirst = (one: HTMLElement): boolean => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return Math.max(-left, right - innerWidth, -top, bottom - innerHeight) > 0;
    };

    const isLowLink = (one: HTMLElement): boolean => {
      const inSentence = [...(one.parentNode?.childNodes ?? [])].some(
        (node) => node instanceof Text && node.data.trim() !== '',
      );
      const isCard = getComputedStyle(one, '::after').position === 'absolute';
      return one.matches('a') && !inSentence && !isCard && one.getBoundingClientRect().height < 24;
    };

    const { scrollWidth, clientWidth } = document.documentElement;
    const faults =
      scrollWidth > clientWidth ? [`the page is ${scrollWidth - clientWidth} px wider than the window`] : [];
    const told = (what: string, found: readonly Element[]) => found.map((one) => `${what} ${nameOf(one)}`);
    const seen = all.filter((one) => isSeen(one) && !isForReaders(one));
    faults.push(
      ...told('not in the window at first', seen.filter(stays).filter(isOutAtFirst)),
      ...told('cut', all.filter(isCut)),
      ...told('below the buttons', all.filter(isUnderButtons)),
      ...told('too low', seen.filter(isLowLink)),
      // Last, because it scrolls.
      ...told(
        'out of the window',
        seen.filter((one) => one.matches('button, a, input, select, summary') && outside(one) > 1),
      ),
    );
    return faults;
  });

/** Texts that are too pale on what is printed behind them: a ground only where an element asks for it, else white paper. */
export const paleOnPaper = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const rgb = (colour: string): readonly number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string): number => {
      const [red = 0, green = 0, blue = 0] = rgb(colour).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one: string, other: string): number => {
      const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    const groundOf = (element: Element | null): string => {
      if (element === null) return 'rgb(255, 255, 255)';
      const { backgroundColor, printColorAdjust } = getComputedStyle(element);
      const isOpaque = (rgb(backgroundColor)[3] ?? 1) === 1;
      if (printColorAdjust === 'exact' && isOpaque) return backgroundColor;
      const root = element.getRootNode();
      return groundOf(element.parentElement ?? (root instanceof ShadowRoot ? root.host : null));
    };
    /** A number in a drawing is written on the shape before it, which is always printed. */
    const shapeUnder = (element: Element): string | null => {
      const shape = element instanceof SVGElement ? element.previousElementSibling : null;
      return shape?.matches('circle, rect, path, polygon') ? getComputedStyle(shape).fill : null;
    };
    const found: string[] = [];
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        const text = [...element.childNodes].find((node) => node instanceof Text && node.data.trim() !== '');
        const isSeen = element.checkVisibility() && element.getBoundingClientRect().height > 0;
        if (text === undefined || !isSeen || element.matches('style, :disabled, .visually-hidden')) continue;
        const { color, fill } = getComputedStyle(element);
        const ink = element instanceof SVGElement ? fill : color;
        const grounds = [groundOf(element), shapeUnder(element) ?? 'none'].filter((one) => one.startsWith('rgb'));
        if (grounds.every((ground) => contrast(ink, ground) < 4.5))
          found.push(`${element.localName} ${ink} on ${grounds.join()}: ${text.textContent?.trim().slice(0, 40)}`);
      }
    };
    visit(document);
    return found;
  });
