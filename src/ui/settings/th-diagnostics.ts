import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SessionSnapshot } from '../../app/session/session-contract.ts';
import { diagnosticsWords } from '../../i18n/en/diagnostics.ts';
import { selfCheckWords } from '../../i18n/en/self-check.ts';
import { figure } from '../../i18n/speaking.ts';
import type { StorageReport } from '../../storage/storage-contract.ts';
import { Fetched } from '../elements/fetched.ts';
import { formatBytes } from '../elements/format.ts';
import type { Services } from '../shell/services.ts';
import { commonStyles, facts, stackedFacts } from '../styles/styles.ts';

type Fact = readonly [string, string];

const yesOrNo = (value: boolean | null): string => {
  const words = diagnosticsWords();
  return value === null ? words.unknown : value ? words.yes : words.no;
};

/** What a report of a fault needs. Nothing of the person, of a picture or of a set. */
@customElement('th-diagnostics')
export class ThDiagnostics extends LitElement {
  static override styles = [
    commonStyles,
    facts,
    stackedFacts,
    css`
      dd {
        overflow-wrap: anywhere;
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
    const check = selfCheckWords();
    return html`<div class="stack">
      <dl class="facts">${this.#facts().map(([name, value]) => html`<dt>${name}</dt><dd class="num">${value}</dd>`)}</dl>
      <div class="row"><button @click=${this.#copy}>${words.copy}</button><span role="status" class="muted">${this._message}</span></div>
      <p>${check.linkNote} <a href="#/self-check">${check.link}</a></p>
    </div>`;
  }

  #facts(): readonly Fact[] {
    const { names } = diagnosticsWords();
    return [
      ['Truehip', `${this.services.appVersion}, build ${this.services.build}`],
      [names.browser, navigator.userAgent],
      [names.processor, String(navigator.hardwareConcurrency)],
      [names.isolated, yesOrNo(globalThis.crossOriginIsolated)],
      ...this.#measuring(),
      ...this.#stored(this.#storage.value),
      ...this.#senses(),
    ];
  }

  #measuring(): readonly Fact[] {
    const { names, notYet, tried } = diagnosticsWords();
    const { last } = this;
    const engine = last?.engine;
    if (!engine) return [[names.model, notYet]];
    const total = last.reading?.timings.total;
    return [
      [names.model, `BlazePose ${engine.model}, ${engine.version}`],
      [names.backend, `${engine.backend}: ${engine.why}`],
      [names.threads, String(engine.threads)],
      ...engine.trials.map(({ backend, note }): Fact => [tried(backend), note]),
      [names.perSecond, figure(last.frames.perSecond, 1)],
      [names.perFrame, total === undefined ? '–' : `${figure(total, 1)} ms`],
      [names.restarts, String(last.workerRestarts)],
    ];
  }

  #stored(report: StorageReport | null): readonly Fact[] {
    const { names, asking, gone, unknown, yes } = diagnosticsWords();
    if (!report) return [[names.kept, asking]];
    const bytes = (value: number | null): string => (value === null ? unknown : formatBytes(value));
    return [
      [names.kept, report.available ? yes : gone],
      [names.safe, yesOrNo(report.persisted)],
      [names.used, bytes(report.usedBytes)],
      [names.room, bytes(report.quotaBytes)],
    ];
  }

  #senses(): readonly Fact[] {
    const { names, notTried, voices, beeps, wakeLocks } = diagnosticsWords();
    const sound = this.last?.sound;
    if (!sound) return [[names.voice, notTried]];
    return [
      [names.voice, voices[sound.voice]],
      [names.beeps, beeps[sound.beeps]],
      [names.screen, wakeLocks[sound.wakeLock]],
    ];
  }

  readonly #copy = async (): Promise<void> => {
    const text = this.#facts()
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n');
    try {
      await navigator.clipboard.writeText(text);
      this._message = diagnosticsWords().copied;
    } catch {
      this._message = diagnosticsWords().notCopied;
    }
  };
}
