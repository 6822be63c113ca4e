import type { ReactiveControllerHost } from 'lit';

/**
 * Does something as long as an element is in the document, such as to listen or to look at the clock.
 * @param begin returns what ends it
 */
export function whileShown(host: ReactiveControllerHost, begin: () => () => void): void {
  let end: (() => void) | null = null;
  host.addController({
    hostConnected() {
      end = begin();
    },
    hostDisconnected() {
      end?.();
      end = null;
    },
  });
}

/** Listens as long as an element is in the document. */
export const listenWhileShown = <Kind extends keyof WindowEventMap>(
  host: ReactiveControllerHost,
  kind: Kind,
  listener: (event: WindowEventMap[Kind]) => void,
  options: AddEventListenerOptions = {},
): void =>
  whileShown(host, () => {
    window.addEventListener(kind, listener, options);
    return () => window.removeEventListener(kind, listener, options);
  });

/** Runs again and again as long as an element is in the document. @param every ms */
export const repeatWhileShown = (host: ReactiveControllerHost, every: number, run: () => void): void =>
  whileShown(host, () => {
    const timer = setInterval(run, every);
    return () => clearInterval(timer);
  });

/** Draws again every half minute, for what shows the date: the page may stay open past midnight. */
export const redrawWhileShown = (host: ReactiveControllerHost): void =>
  repeatWhileShown(host, 30_000, () => host.requestUpdate());
