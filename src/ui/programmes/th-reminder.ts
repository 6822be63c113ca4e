import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { askForNotifications, notificationState, type NotificationState } from '../../app/notifications.ts';
import { REMINDER_LEADS } from '../../training/planning/reminders.ts';
import { weekWords } from '../../i18n/en/week.ts';
import { section } from '../elements/page-parts.ts';
import { selectField } from '../elements/fields.ts';
import { changeSettings, Served } from '../shell/services.ts';
import { commonStyles, readable, selects } from '../styles/styles.ts';
import { watchReminders } from './week-reminder.ts';

/** How long before a planned time the person is reminded, and whether the browser does it while the app is open. */
@customElement('th-reminder')
export class ThReminder extends Served {
  static override styles = [
    commonStyles,
    selects,
    readable,
    css`
      .plain {
        max-inline-size: 20rem;
      }
    `,
  ];

  @state() private _state: NotificationState = notificationState();

  override render() {
    const { remindBefore } = this.services.settings.current;
    const words = weekWords().reminder;
    const choices = [
      { value: null, label: words.never },
      ...REMINDER_LEADS.map((lead) => ({ value: lead, label: words.before(lead) })),
    ];
    return section('reminder', words.heading, 'stack')`
      ${selectField<number | null>(words.when, choices, remindBefore, (lead) => changeSettings(this, { remindBefore: lead }))}
      <p class="small muted">${words.calendar}</p>
      ${remindBefore === null ? null : this.#browser()}`;
  }

  #browser() {
    const words = weekWords().reminder;
    const isOn = this.services.settings.current.notify && this._state === 'allowed';
    return html`<div class="row">
        ${
          this._state === 'missing'
            ? null
            : html`<button aria-pressed=${isOn} @click=${isOn ? () => changeSettings(this, { notify: false }) : this.#on}>${isOn ? words.turnOff : words.turnOn}</button>`
        }
      </div>
      <p class="small" role="status">${isOn ? words.on : this._state === 'refused' || this._state === 'missing' ? words[this._state] : words.off}</p>`;
  }

  /** The browser asks the person only inside a click. */
  readonly #on = async (): Promise<void> => {
    this._state = await askForNotifications();
    if (this._state !== 'allowed') return;
    changeSettings(this, { notify: true });
    watchReminders(this.services);
  };
}
