/** How the app gets onto this device; null: it is there already, or this browser does not tell. */
export type InstallWay = 'offered' | 'share' | 'dock' | null;

/** Chromium's event, which no standard names. */
interface InstallOffer extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

let offer: InstallOffer | null = null;

/** Browsers offer it once, soon after the start. */
export function awaitInstallOffer(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    // The browser's own bar would come at any moment, also in a set.
    event.preventDefault();
    offer = event as InstallOffer;
  });
  window.addEventListener('appinstalled', () => (offer = null));
}

/**
 * @param hasOffer the browser installs it by itself when asked
 * @param isInstalled the page runs as an installed app
 */
export function installWay(
  { userAgent, maxTouchPoints }: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>,
  hasOffer: boolean,
  isInstalled: boolean,
): InstallWay {
  if (isInstalled) return null;
  if (hasOffer) return 'offered';
  // Every browser of a telephone from Apple, and of a tablet, which calls itself a Mac.
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return 'share';
  return /Macintosh.*Version\/\S+ Safari/.test(userAgent) ? 'dock' : null;
}

export const installWayHere = (): InstallWay =>
  installWay(navigator, offer !== null, matchMedia('(display-mode: standalone)').matches);

/** Call inside a click. @returns whether the person agreed */
export async function install(): Promise<boolean> {
  const asked = offer;
  // It can be used once.
  offer = null;
  return (await asked?.prompt())?.outcome === 'accepted';
}
