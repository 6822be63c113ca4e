import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SessionSnapshot } from '../../app/session/session-contract.ts';
import { diagnosticsWords } from '../../i18n/en/diagnostics.ts';
import { selfCheckWords } from '../../i18n/en/self-check.ts';
import { figure } from '../../i18n/speaking.ts';
import { dataTable, numbers, rowHead, plain } from '../elements/data-table.ts';
import { Fetched } from '../elements/fetched.ts';
import { formatBytes } from '../elements/format.ts';
import type { Services } from '../shell/services.ts';
import { commonStyles, facts } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';

const yesOrNo = (value: boolean | null): string => {
  const words = diagnosticsWords();
  return value === null ? words.unknown : value ? words.yes : words.no;
};

const selfCheckNote = () => html`<section class="panel stack-s" aria-labelledby="own">
  <h2 id="own">${selfCheckWords().prepare.heading}</h2>
  <p>${selfCheckWords().linkNote}</p>
  <p><a href="#/self-check">${selfCheckWords().link}</a></p>
</section>`;

/** Shows which engine, storage and versions are in use, and copies this as text for a bug report. */
@customElement('th-diagnostics')
export class ThDiagnostics extends LitElement {
  static override styles = [
    commonStyles,
    tables,
    facts,
    css`
      header {
        justify-content: space-between;
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
        gap: var(--s5);
      }
      .grid > :last-child {
        grid-column: 1 / -1;
      }
      .facts {
        column-gap: var(--s5);
      }
      dd {
        overflow-wrap: anywhere;
      }
      @media (max-width: 480px) {
        .facts {
          grid-template-columns: minmax(0, 1fr);
          gap: 0;
        }
        dd {
          margin-block-end: var(--s3);
        }
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  /** The latest snapshot with an engine. The session drops it on closing, so the app keeps it. */
  @property({ attribute: false }) last: SessionSnapshot | null = null;
  readonly #storage = new Fetched(this, () => this.services.storage.report());
  @state() private _message = '';

  override render() {
    const words = diagnosticsWords();
    return html`<div class="page">
      <header class="row">
        <h1 tabindex="-1">${words.heading}</h1>
        <div class="row"><button @click=${this.#copy}>${words.copy}</button><span role="status" class="muted">${this._message}</span></div>
      </header>
      <div class="grid">
        ${this.#card(words.engine.title, this.#engine())} ${this.#card(words.speed.title, this.#speed())}
        ${this.#card(words.storage.title, this.#stored())} ${this.#card(words.senses.title, this.#senses())}
        ${this.#card(words.versions.title, this.#versions())}
      </div>
      ${this.#trials()} ${selfCheckNote()}
    </div>`;
  }

  #card(title: string, rows: readonly (readonly [string, string])[]) {
    return html`<section class="panel stack" aria-label=${title}>
      <h2>${title}</h2>
      <dl class="facts">
        ${rows.map(([name, value]) => html`<dt>${name}</dt><dd class="num">${value}</dd>`)}
      </dl>
    </section>`;
  }

  #engine(): readonly (readonly [string, string])[] {
    const engine = this.last?.engine;
    const words = diagnosticsWords().engine;
    if (!engine) return [[words.chosen, words.notYet]];
    return [
      [words.model, `BlazePose ${engine.model}`],
      [words.backend, engine.backend],
      [words.why, engine.why],
      [words.threads, String(engine.threads)],
      [words.isolated, yesOrNo(engine.isolated)],
    ];
  }

  #speed(): readonly (readonly [string, string])[] {
    const { last } = this;
    const words = diagnosticsWords().speed;
    if (!last) return [[words.measured, words.nothing]];
    const { measured, dropped, perSecond } = last.frames;
    const timings = last.reading?.timings;
    const stage = (name: keyof typeof words.stages): readonly [string, string] => {
      const ms = timings?.[name];
      return [words.stages[name], ms === undefined ? '–' : `${figure(ms, 1)} ms`];
    };
    return [
      [words.perSecond, figure(perSecond, 1)],
      [words.measured, words.frames(measured)],
      [words.leftOut, words.dropped(dropped)],
      [words.restarts, String(last.workerRestarts)],
      stage('pixels'),
      stage('model'),
      stage('pelvis'),
      stage('fit'),
      stage('total'),
    ];
  }

  #stored(): readonly (readonly [string, string])[] {
    const report = this.#storage.value;
    const words = diagnosticsWords();
    const { title, asking, kept, gone, safe, used, room } = words.storage;
    if (!report) return [[title, asking]];
    const bytes = (value: number | null): string => (value === null ? words.unknown : formatBytes(value));
    return [
      [kept, report.available ? words.yes : gone],
      [safe, yesOrNo(report.persisted)],
      [used, bytes(report.usedBytes)],
      [room, bytes(report.quotaBytes)],
    ];
  }

  #senses(): readonly (readonly [string, string])[] {
    const sound = this.last?.sound;
    const words = diagnosticsWords().senses;
    if (!sound) return [[words.voice, words.notTried]];
    return [
      [words.voice, words.voices[sound.voice]],
      [words.beeps, words.beepStates[sound.beeps]],
      [words.screen, words.wakeLocks[sound.wakeLock]],
    ];
  }

  #versions(): readonly (readonly [string, string])[] {
    const words = diagnosticsWords().versions;
    return [
      ['Truehip', this.services.appVersion],
      [words.engine, this.last?.engine?.version ?? '–'],
      [words.browser, navigator.userAgent],
      [words.threads, String(navigator.hardwareConcurrency)],
      [words.isolated, yesOrNo(globalThis.crossOriginIsolated)],
    ];
  }

  #trials() {
    const trials = this.last?.engine?.trials ?? [];
    const words = diagnosticsWords().trials;
    if (trials.length === 0) return null;
    // The table names itself; a second region of the same name would be one too many.
    return html`<div class="panel stack">
      <h2 id="trials">${words.title}</h2>
      ${dataTable(
        trials,
        [
          rowHead(words.backend, ({ backend }) => backend),
          plain(words.passed, ({ passed }) => yesOrNo(passed)),
          numbers(words.frame, ({ frameTime }) => (frameTime === null ? '–' : `${frameTime.toFixed(0)} ms`)),
          plain(words.note, ({ note }) => note),
        ],
        { labelledby: 'trials', flat: true },
      )}
    </div>`;
  }

  readonly #copy = async (): Promise<void> => {
    const rows = [...this.#engine(), ...this.#speed(), ...this.#stored(), ...this.#senses(), ...this.#versions()];
    const trials = (this.last?.engine?.trials ?? []).map(
      ({ backend, note }) => [diagnosticsWords().trials.tried(backend), note] as const,
    );
    const text = [...rows, ...trials].map(([name, value]) => `${name}: ${value}`).join('\n');
    try {
      await navigator.clipboard.writeText(text);
      this._message = diagnosticsWords().copied;
    } catch {
      this._message = diagnosticsWords().notCopied;
    }
  };
}
