import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Served } from '../shell/services.ts';
import { type Announcer, createAnnouncer } from '../../app/sound/announcer.ts';
import { createBeeps } from '../../app/sound/beeps.ts';
import { createVoice } from '../../app/sound/voice.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import { frameWords } from '../../i18n/en/frame.ts';
import { whileShown } from '../elements/while-shown.ts';
import { commonStyles } from '../styles/styles.ts';

type Part = 'tone' | 'voice' | 'both';

/** A browser starts its sound within this many waits of 50 ms, or not at all. */
const MOST_WAITS = 20;

async function isRunning(sound: Announcer): Promise<void> {
  for (let wait = 0; wait < MOST_WAITS && sound.state.beeps !== 'running'; wait++)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Tone, voice, or both one after the other, as in a set, to be heard before it. */
@customElement('th-sound-try')
export class ThSoundTry extends Served {
  static override styles = commonStyles;

  @state() private _message = '';
  /** Made at the first press, and given back with the screen, because a browser has few loudspeakers to give. */
  #announcer: Announcer | null = null;

  constructor() {
    super();
    whileShown(this, () => () => {
      this.#announcer?.close();
      this.#announcer = null;
    });
  }

  override render() {
    const words = drillWords().sound;
    return html`<div class="stack-s">
      <div class="row" role="group" aria-labelledby="try">
        <span class="small" id="try">${words.heading}</span>
        ${(['tone', 'voice', 'both'] as const).map((part) => html`<button class="quiet" @click=${() => this.#play(part)}>${words[part]}</button>`)}
      </div>
      ${matchMedia('(hover: none)').matches ? html`<p class="small muted">${words.phone}</p>` : null}
      <p class="small muted" role="status">${this._message}</p>
    </div>`;
  }

  async #play(part: Part): Promise<void> {
    const { settings } = this.services;
    this.#announcer ??= createAnnouncer({
      voice: createVoice(undefined, () => settings.current),
      beeps: createBeeps(undefined, () => settings.current.volume),
      speaks: () => true,
    });
    const heard = this.#announcer;
    heard.unlock();
    if (part !== 'voice') await isRunning(heard);
    if (part !== 'voice') heard.carryOut({ kind: 'beep', tone: 'start' });
    if (part !== 'tone') heard.carryOut({ kind: 'say', text: frameWords().language.sample, urgent: part === 'voice' });
    this._message = this.#outcome(heard, part);
  }

  #outcome({ state: { voice, beeps } }: Announcer, part: Part): string {
    const words = drillWords().sound;
    if (part !== 'voice' && beeps !== 'running') return words.noTone;
    if (part !== 'tone' && voice !== 'ready') return frameWords().language.noVoice;
    return this.services.settings.current.volume === 0 ? words.silent : words.check;
  }
}
