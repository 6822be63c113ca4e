import { completeRecord } from './app/session/set-writer.ts';
import { demoPlan, spokenDrills, spokenPlan } from './app/session/set-plans.ts';
import type { Session } from './app/session/session-contract.ts';
import { createSession } from './app/session/session-controller.ts';
import { familyIn } from './training/safety/person.ts';
import { clampPreset, EFFORT_LIMIT, PRESET_LIMITS } from './drills/presets.ts';
import { commonWords } from './i18n/en/common.ts';
import { headerOf, overviewOf } from './storage/set-header.ts';
import { databasesOf, People } from './storage/people/people.ts';
import { openStorage } from './storage/storage.ts';
import type { AppStorage } from './storage/storage-contract.ts';
import { errorCode } from './app/app-error.ts';
import { LatePhone } from './app/phone/late-phone.ts';
import { measuringOff } from './app/measuring-off.ts';
import { awaitInstallOffer } from './app/install.ts';
import { takeLanguage } from './ui/shell/take-language.ts';
import { takeTheme } from './ui/shell/take-theme.ts';
import type { Services } from './ui/shell/services.ts';
import './ui/shell/th-app.ts';

/** Put in by `tools/build/build-identity.ts`. */
declare const APP_BUILD: { readonly version: string; readonly hash: string };

/** Null: the browser keeps no texts. */
function textsOf(kind: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return globalThis[kind];
  } catch {
    return null;
  }
}

const assembled = (storage: AppStorage, people: People): Services => {
  const session: Session = createSession(storage);
  const phone = new LatePhone((feed) => void session.usePhone(feed));
  return {
    get drills() {
      return spokenDrills();
    },
    demoPlan: (drill) => spokenPlan(demoPlan(drill)),
    presets: {
      limits: PRESET_LIMITS,
      effort: EFFORT_LIMIT,
      get advice() {
        return commonWords().goalAdvice;
      },
      clamp: clampPreset,
    },
    session,
    get sets() {
      return storage.sets;
    },
    overviewOf: (record) => overviewOf(headerOf(record), record.frames.length, true),
    people,
    get selfChecks() {
      return storage.selfChecks;
    },
    get settings() {
      return storage.settings;
    },
    oldPictures: async () =>
      new (await import('./storage/people/old-pictures.ts')).OldPictures(
        storage.kind === 'database' ? databasesOf(people.here.id).pictures : null,
      ),
    prescriptions: () => import('./storage/prescription/prescription-files.ts'),
    phone: () => phone.link(),
    get phoneNow() {
      return phone.now;
    },
    setsOf: async (id) => (await import('./storage/people/sets-of.ts')).setsOf(id),
    storage,
    appVersion: APP_BUILD.version,
    build: APP_BUILD.hash,
    measuringOff: measuringOff(),
    get storageTrouble() {
      return storage.trouble && errorCode(storage.trouble);
    },
  };
};

/** Only for those who want to be reminded by the browser. */
async function remind(services: Services): Promise<void> {
  const { watchReminders } = await import('./ui/programmes/week-reminder.ts');
  watchReminders(services);
}

/** Caches the app for use offline and reports new versions. Not for the development server, whose files change. */
async function watchUpdates({ session }: Services): Promise<void> {
  const { ThUpdate } = await import('./ui/shell/th-update.ts');
  const update = new ThUpdate();
  update.session = session;
  document.body.append(update);
}

async function startApp(): Promise<void> {
  awaitInstallOffer();
  const app = document.createElement('th-app');
  const people = new People(textsOf('localStorage'), textsOf('sessionStorage'), navigator.locks);
  const held = people.hold();
  // Another tab may be deleting this person.
  if (people.several) await held;
  const storage = await openStorage({
    complete: completeRecord,
    name: databasesOf(people.here.id).sets,
    texts: textsOf('localStorage'),
    familyOf: (drill) => familyIn(spokenDrills(), drill),
    isBusy: () => app.services?.session.snapshot.stage !== 'idle',
    onChange: (taken) => void app.storageChanged(taken),
  });
  takeTheme(storage.settings.current.theme);
  await takeLanguage(storage.settings.current.language);
  app.services = assembled(storage, people);
  document.body.append(app);
  if (storage.settings.current.notify) remind(app.services).catch(() => undefined);
  if (import.meta.env.PROD && 'serviceWorker' in navigator) watchUpdates(app.services).catch(() => undefined);
}

// `public/can-start.js` has said why not.
if (document.documentElement.dataset['lacks'] === undefined) await startApp();
