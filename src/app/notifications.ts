/** What the browser says about notifications. `missing`: it has none. `unasked`: the person was not asked yet. */
export type NotificationState = 'missing' | 'unasked' | 'allowed' | 'refused';

const STATES: Readonly<Record<NotificationPermission, NotificationState>> = {
  default: 'unasked',
  granted: 'allowed',
  denied: 'refused',
};

const hasNotifications = (): boolean => 'Notification' in globalThis;

export const notificationState = (): NotificationState =>
  hasNotifications() ? STATES[Notification.permission] : 'missing';

/** Asks the person. Call it from a click: browsers ignore it elsewhere. */
export async function askForNotifications(): Promise<NotificationState> {
  if (!hasNotifications()) return 'missing';
  try {
    return STATES[await Notification.requestPermission()];
  } catch {
    return notificationState();
  }
}

/**
 * Shows a notification of the browser. Nothing is sent. A phone lets only the service worker show one.
 * @param tag a later one with the same tag replaces it
 */
export async function notify(title: string, body: string, tag: string): Promise<void> {
  if (notificationState() !== 'allowed') return;
  try {
    const notification = new Notification(title, { body, tag });
    notification.addEventListener('click', () => window.focus());
  } catch {
    const worker = await navigator.serviceWorker?.getRegistration();
    await worker?.showNotification(title, { body, tag });
  }
}
