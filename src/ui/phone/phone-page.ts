import { readCardText } from '../../app/phone/card-text.ts';
import type { LinkCard } from '../../app/phone/link-card.ts';
import { mayReadMotion, watchMotion } from '../../app/phone/motion-source.ts';
import { PhoneEnd } from '../../app/phone/phone-end.ts';
import { codePath, codeRows } from '../../app/qr-code.ts';
import { createWakeLock, type WakeLock } from '../../app/wake-lock.ts';
import { phonePage as german } from '../../i18n/de/phone/phone-page.ts';
import { phonePage as english } from '../../i18n/en/phone/phone-page.ts';
import { chosenLanguage, type Language } from '../../i18n/language.ts';

type Words = typeof english;
/** What the page shows: a heading, what to do, and perhaps a code or a button. */
type Shown = Exclude<
  { [Name in keyof Words]: Words[Name] extends { readonly todo: string } ? Name : never }[keyof Words],
  never
>;

/** Milliseconds without a reading after which the phone is said to give none. */
const FIRST_READING = 3000;

/** The page on the phone: one tap, a code, and then it lies on the body. No framework, so that it is small. */
class PhonePage {
  readonly #words: Words;
  readonly #wakeLock: WakeLock = createWakeLock();
  readonly #heading = document.createElement('h1');
  readonly #todo = document.createElement('p');
  readonly #code = document.createElement('div');
  readonly #button = document.createElement('button');
  readonly #note = document.createElement('p');
  #press: () => void = () => undefined;
  #stopMotion: () => void = () => undefined;

  constructor(words: Words) {
    this.#words = words;
    document.title = words.title;
    this.#heading.tabIndex = -1;
    this.#note.className = 'note';
    const status = document.createElement('div');
    status.setAttribute('role', 'status');
    status.append(this.#heading, this.#todo);
    const main = document.createElement('main');
    main.append(status, this.#code, this.#button, this.#note);
    document.body.append(main);
    this.#button.addEventListener('click', () => this.#press());
  }

  /** @param hash of the address, with the laptop's offer */
  begin(hash: string): void {
    const offer = readCardText(hash);
    if (offer === null) return this.#show('noCode');
    this.#show('begin', { text: this.#words.begin.button, press: () => void this.#start(offer) });
  }

  /** Within the tap: iOS asks for the permission only then. */
  async #start(offer: LinkCard): Promise<void> {
    const allowed = mayReadMotion();
    const awake = this.#wakeLock.hold();
    if (!(await allowed)) {
      this.#show('denied');
      await awake;
      return this.#rest();
    }
    this.#show('preparing');
    await awake;
    this.#measure(offer);
  }

  #measure(offer: LinkCard): void {
    const end = new PhoneEnd(offer, () => this.#changed(end));
    let started = false;
    this.#stopMotion = watchMotion((orientation, at) => {
      if (!started) void end.start();
      started = true;
      end.orientation(orientation, at);
    });
    setTimeout(() => {
      if (started) return;
      this.#rest();
      this.#show('noMotion');
    }, FIRST_READING);
    document.addEventListener('visibilitychange', () => end.hidden(document.hidden));
    addEventListener('pagehide', () => end.end());
  }

  #changed(end: PhoneEnd): void {
    const { state, isOpen } = end;
    this.#show(state.kind, isOpen ? { text: this.#words.connected.end, press: () => end.end(), quiet: true } : null);
    if (state.kind === 'showing') this.#draw(state.text);
    if (isOpen || state.kind === 'showing') {
      const { state: lock } = this.#wakeLock;
      this.#note.textContent = lock === 'none' || lock === 'refused' ? this.#words.awake : '';
    } else if (state.kind !== 'preparing') this.#rest();
  }

  #rest(): void {
    this.#stopMotion();
    this.#wakeLock.release();
  }

  #draw(text: string): void {
    const rows = codeRows(text);
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', `0 0 ${rows.length} ${rows.length}`);
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', this.#words.showing.label);
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('fill', '#000');
    path.setAttribute('d', codePath(rows));
    svg.append(path);
    this.#code.replaceChildren(svg);
  }

  #show(
    name: Shown,
    button: { readonly text: string; readonly press: () => void; readonly quiet?: boolean } | null = null,
  ): void {
    const { what, todo } = this.#words[name];
    this.#heading.textContent = what;
    this.#todo.textContent = todo;
    this.#note.textContent = '';
    this.#code.replaceChildren();
    const hadFocus = document.activeElement === this.#button;
    this.#button.hidden = button === null;
    this.#button.className = button?.quiet ? 'quiet' : '';
    this.#button.textContent = button?.text ?? '';
    this.#press = button?.press ?? (() => undefined);
    // What had the focus is gone.
    if (hadFocus && button === null) this.#heading.focus();
  }
}

// The page that the laptop's code opens (`phone.html`). It is built apart from the app into one small script.
const language = chosenLanguage('auto', navigator.languages);
document.documentElement.lang = language;
const { hash } = location;
// The offer is of no use later, and nobody needs to find it in the history.
history.replaceState(null, '', location.pathname);
// A new code in the same tab.
addEventListener('hashchange', () => location.reload());
const pages: Readonly<Record<Language, Words>> = { en: english, de: german };
// `public/can-start.js` has said why not.
if (document.documentElement.dataset['lacks'] === undefined) new PhonePage(pages[language]).begin(hash);
