import '../../../src/page.css';
import '../../../src/ui/shell/th-app.ts';
import pictureUrl from '../../../src/ui/assets/measured.webp?url';
import { spokenPlan } from '../../../src/app/session/set-plans.ts';
import { takeLanguage } from '../../../src/ui/shell/take-language.ts';
import { unwatchedRecord } from '../lib/fake-record.ts';
import { hipRecords } from '../lib/fake-hip-records.ts';
import * as readings from '../lib/fake-readings.ts';
import { inGerman } from '../lib/in-german.ts';
import { FakeSession } from '../lib/fake-session.ts';
import { FakeSets, fakeServices, phone } from '../lib/fake-services.ts';

const session = new FakeSession();
// A drawing in place of the camera's picture.
session.video.poster = pictureUrl;
const sets = new FakeSets();
const services = fakeServices(session, sets);

/** What tests use to drive the screens. */
const harness = {
  session,
  sets,
  services,
  phone,
  unwatchedRecord,
  hipRecords,
  spokenPlan,
  takeLanguage,
  inGerman,
  ...readings,
};
export type UiHarness = typeof harness;
Object.assign(window, { harness });

// As in `main.ts`.
const app = document.createElement('th-app');
app.services = services;
document.body.append(app);
