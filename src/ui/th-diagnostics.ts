import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SessionSnapshot } from '../app/session-contract.ts';
import { formatBytes, plural } from './format.ts';
import type { Services, StorageReport } from './services.ts';
import { base, buttons, panels } from './styles.ts';
import { tables } from './table-styles.ts';

type Sound = NonNullable<SessionSnapshot['sound']>;

const VOICES: Readonly<Record<Sound['voice'], string>> = {
  waiting: 'waiting for the browser’s voices',
  ready: 'speaks',
  none: 'this browser has none: beeps instead',
  broken: 'fell silent: beeps instead',
};
const WAKE_LOCKS: Readonly<Record<Sound['wakeLock'], string>> = {
  off: 'not now, only during a set',
  on: 'yes',
  refused: 'the machine refused, to save power',
  none: 'this browser cannot',
};

const yes = (value: boolean | null): string => (value === null ? 'unknown' : value ? 'yes' : 'no');

/** What runs here and why: for the curious, and for a report when something is wrong. */
@customElement('th-diagnostics')
export class ThDiagnostics extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    tables,
    css`
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
        gap: var(--s5);
      }
      .grid > :last-child {
        grid-column: 1 / -1;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: var(--s2) var(--s5);
      }
      dt {
        color: var(--muted);
      }
      dd {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  /** The newest snapshot that had an engine; the session itself forgets it when it closes. */
  @property({ attribute: false }) last: SessionSnapshot | null = null;
  @state() private _storage: StorageReport | null = null;
  @state() private _said = '';

  /** Not as it is connected: an element that is fetched late has its properties only now. */
  protected override firstUpdated(): void {
    this.services.storageReport().then(
      (report) => {
        this._storage = report;
      },
      () => undefined,
    );
  }

  override render() {
    return html`<div class="page">
      <header class="row" style="justify-content: space-between">
        <h1 tabindex="-1">Diagnostics</h1>
        <div class="row"><span role="status" class="muted">${this._said}</span><button @click=${this.#copy}>Copy as text</button></div>
      </header>
            <div class="grid">
        ${this.#card('Engine', this.#engine())} ${this.#card('Speed', this.#speed())} ${this.#card('Storage', this.#stored())}
        ${this.#card('Sound and screen', this.#senses())} ${this.#card('Versions', this.#versions())}
      </div>
      ${this.#trials()}
    </div>`;
  }

  #card(title: string, rows: readonly (readonly [string, string])[]) {
    return html`<section class="panel stack" aria-label=${title}>
      <h2>${title}</h2>
      <dl>
        ${rows.map(([name, value]) => html`<dt>${name}</dt><dd class="num">${value}</dd>`)}
      </dl>
    </section>`;
  }

  #engine(): readonly (readonly [string, string])[] {
    const engine = this.last?.engine;
    if (!engine) return [['Chosen', 'not yet: run a set or the demo once, then come back']];
    return [
      ['Model', `BlazePose ${engine.model}`],
      ['Backend', engine.backend],
      ['Why', engine.why],
      ['Threads', String(engine.threads)],
      ['Isolated', yes(engine.isolated)],
    ];
  }

  #speed(): readonly (readonly [string, string])[] {
    const { last } = this;
    if (!last) return [['Measured', 'nothing yet']];
    const { measured, dropped, perSecond } = last.frames;
    const timings = last.reading?.timings;
    const stage = (name: string, ms: number | undefined): readonly [string, string] => [
      name,
      ms === undefined ? '–' : `${ms.toFixed(1)} ms`,
    ];
    return [
      ['Frames a second', perSecond.toFixed(1)],
      ['Measured', plural(measured, 'frame')],
      ['Left out', `${plural(dropped, 'frame')} (the newest one wins)`],
      ['Restarts', String(last.workerRestarts)],
      stage('Pixels', timings?.pixels),
      stage('Model', timings?.model),
      stage('Pelvis surface', timings?.surface),
      stage('Fit', timings?.fit),
      stage('In all', timings?.total),
    ];
  }

  #stored(): readonly (readonly [string, string])[] {
    const report = this._storage;
    if (!report) return [['Storage', 'asking …']];
    const bytes = (value: number | null): string => (value === null ? 'unknown' : formatBytes(value));
    return [
      ['Kept on this machine', report.available ? 'yes' : 'no: gone when the tab closes'],
      ['Safe from clearing', yes(report.persisted)],
      ['Used', bytes(report.usedBytes)],
      ['Room', bytes(report.quotaBytes)],
    ];
  }

  #senses(): readonly (readonly [string, string])[] {
    const sound = this.last?.sound;
    if (!sound) return [['Voice', 'not tried yet']];
    return [
      ['Voice', VOICES[sound.voice]],
      ['Beeps', sound.beeps],
      ['Screen kept on', WAKE_LOCKS[sound.wakeLock]],
    ];
  }

  #versions(): readonly (readonly [string, string])[] {
    return [
      ['Truehip', this.services.appVersion],
      ['Engine', this.last?.engine?.version ?? '–'],
      ['Browser', navigator.userAgent],
      ['Processor threads', String(navigator.hardwareConcurrency)],
      ['Cross-origin isolated', yes(globalThis.crossOriginIsolated)],
    ];
  }

  #trials() {
    const trials = this.last?.engine?.trials ?? [];
    if (trials.length === 0) return null;
    return html`<section class="panel stack" aria-labelledby="trials">
      <h2 id="trials">Backends tried</h2>
      <div class="table-wrap" tabindex="0" role="region" aria-labelledby="trials">
        <table>
          <thead>
            <tr><th scope="col">Backend</th><th scope="col">Passed</th><th scope="col" class="n">A frame</th><th scope="col">Note</th></tr>
          </thead>
          <tbody>
            ${trials.map(
              ({ backend, passed, frameTime, note }) => html`<tr>
                <th scope="row">${backend}</th><td>${yes(passed)}</td>
                <td class="n">${frameTime === null ? '–' : `${frameTime.toFixed(0)} ms`}</td><td>${note}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  readonly #copy = async (): Promise<void> => {
    const rows = [
      ...this.#engine(),
      ...this.#speed(),
      ...this.#stored(),
      ...this.#senses(),
      ...this.#versions(),
    ];
    const trials = (this.last?.engine?.trials ?? []).map(
      ({ backend, note }) => [`Tried ${backend}`, note] as const,
    );
    const text = [...rows, ...trials].map(([name, value]) => `${name}: ${value}`).join('\n');
    try {
      await navigator.clipboard.writeText(text);
      this._said = 'Copied.';
    } catch {
      this._said = 'The browser did not allow copying.';
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'th-diagnostics': ThDiagnostics;
  }
}
