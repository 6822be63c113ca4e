import packageText from '../package.json?raw';
import { completeRecord } from './app/session/complete-record.ts';
import { demoPlan } from './app/session/demo-plan.ts';
import { createSession } from './app/session/session-controller.ts';
import { spokenDrills, spokenPlan } from './app/session/in-the-language.ts';
import { clampPreset, EFFORT_LIMIT, PRESET_LIMITS } from './drills/presets.ts';
import { commonWords } from './i18n/en/common.ts';
import { openStorage } from './storage/storage.ts';
import type { AppStorage } from './storage/storage-contract.ts';
import { isAppErrorCode } from './app/app-error-text.ts';
import { takeLanguage } from './ui/shell/take-language.ts';
import type { Services, StoredSets } from './ui/shell/services.ts';
import './ui/shell/th-app.ts';

const storedSets = (storage: AppStorage): StoredSets => ({
  list: () => storage.sets.list(),
  damaged: () => storage.sets.damaged(),
  load: (id) => storage.sets.load(id),
  keepAfter: (id, after) => storage.sets.keepAfter(id, after),
  keepNote: (id, note) => storage.sets.keepNote(id, note),
  remove: (id) => storage.sets.remove(id),
  removeAll: () => storage.sets.removeAll(),
  exportFiles: (id) => storage.exportFiles(id),
  importText: (text) => storage.importText(text),
});

const assembled = (storage: AppStorage): Services => ({
  get drills() {
    return spokenDrills();
  },
  get demoPlan() {
    return spokenPlan(demoPlan());
  },
  presets: {
    limits: PRESET_LIMITS,
    effort: EFFORT_LIMIT,
    get advice() {
      return commonWords().goalAdvice;
    },
    clamp: clampPreset,
  },
  session: createSession({ sets: storage.sets, settings: storage.settings }),
  sets: storedSets(storage),
  settings: storage.settings,
  appVersion: (JSON.parse(packageText) as { readonly version: string }).version,
  storageTrouble: storage.trouble && isAppErrorCode(storage.trouble.name) ? storage.trouble.name : null,
  storageReport: () => storage.report(),
});

const app = document.createElement('th-app');
const storage = await openStorage({ complete: completeRecord });
await takeLanguage(storage.settings.current.language);
app.services = assembled(storage);
document.body.append(app);

/** Keeps the app for use without a network and tells of new versions. Not for the development server, whose files change. */
async function watchUpdates(): Promise<void> {
  await import('./ui/shell/th-update.ts');
  const update = document.createElement('th-update');
  update.session = app.services.session;
  document.body.append(update);
}
if (import.meta.env.PROD && 'serviceWorker' in navigator) watchUpdates().catch(() => undefined);
