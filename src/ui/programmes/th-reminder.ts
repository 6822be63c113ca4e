import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { askForNotifications, notificationState, type NotificationState } from '../../app/notifications.ts';
import { REMINDER_LEADS } from '../../coach/planning/reminders.ts';
import { weekWords } from '../../i18n/en/week.ts';
import type { Settings } from '../../storage/storage-contract.ts';
import { settingsStyles } from '../settings/settings-styles.ts';
import type { Services } from '../shell/services.ts';
import { commonStyles, selects } from '../styles/styles.ts';
import { watchReminders } from './week-reminder.ts';

const NONE = 'none';

/** How long before a planned time the person is reminded, and whether the browser does it while the app is open. */
@customElement('th-reminder')
export class ThReminder extends LitElement {
  static override styles = [
    commonStyles,
    selects,
    settingsStyles,
    css`
      :host {
        display: block;
      }
      p {
        max-inline-size: var(--measure);
      }
      label {
        max-inline-size: 20rem;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @state() private _state: NotificationState = notificationState();

  override render() {
    const { remindBefore } = this.services.settings.current;
    const words = weekWords().reminder;
    const chosen = (event: Event): void => {
      const { value } = event.currentTarget as HTMLSelectElement;
      this.#change({ remindBefore: value === NONE ? null : Number(value) });
    };
    return html`<section class="stack" aria-labelledby="reminder">
      <h2 id="reminder">${words.heading}</h2>
      <label class="plain">
        ${words.when}
        <select @change=${chosen}>
          <option value=${NONE} ?selected=${remindBefore === null}>${words.never}</option>
          ${REMINDER_LEADS.map((lead) => html`<option value=${lead} ?selected=${lead === remindBefore}>${words.before(lead)}</option>`)}
        </select>
      </label>
      <p class="small muted">${words.calendar}</p>
      ${remindBefore === null ? null : this.#browser()}
    </section>`;
  }

  #browser() {
    const words = weekWords().reminder;
    const isOn = this.services.settings.current.notify && this._state === 'allowed';
    return html`<div class="row">
        ${
          this._state === 'missing'
            ? null
            : html`<button aria-pressed=${isOn} @click=${isOn ? this.#off : this.#on}>${isOn ? words.turnOff : words.turnOn}</button>`
        }
      </div>
      <p class="small" role="status">${isOn ? words.on : this._state === 'refused' || this._state === 'missing' ? words[this._state] : words.off}</p>`;
  }

  /** The browser asks the person only inside a click. */
  readonly #on = async (): Promise<void> => {
    this._state = await askForNotifications();
    if (this._state !== 'allowed') return;
    this.#change({ notify: true });
    watchReminders(this.services);
  };

  readonly #off = (): void => this.#change({ notify: false });

  #change(part: Partial<Settings>): void {
    // A setting that cannot be stored still holds until the page is closed.
    this.services.settings.change(part).catch(() => undefined);
    this.requestUpdate();
  }
}
