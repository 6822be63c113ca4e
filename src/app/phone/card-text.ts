import { type LinkCard, packCard, unpackCard } from './link-card.ts';

// A card as text: behind the # of an address (base64url, RFC 4648), or alone in a code (base45, RFC 9285), whose characters a QR
// code packs densest.

const MOST_LETTERS = 600;

/** The letters of a QR code's alphanumeric mode, in their order. */
const BASE45 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** How the code on the phone begins, so that the laptop knows it from any other. */
const ANSWER = 'TRUEHIP:';

function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const isPair = at + 1 < bytes.length;
    let value = isPair ? (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0) : (bytes[at] ?? 0);
    for (let digit = 0; digit < (isPair ? 3 : 2); digit += 1) {
      text += BASE45[value % 45];
      value = Math.floor(value / 45);
    }
  }
  return text;
}

function fromBase45(text: string): Uint8Array | null {
  const digits = Array.from(text, (letter) => BASE45.indexOf(letter));
  if (digits.includes(-1) || digits.length % 3 === 1) return null;
  const bytes: number[] = [];
  for (let at = 0; at < digits.length; at += 3) {
    const isPair = at + 2 < digits.length;
    const value = (digits[at] ?? 0) + 45 * (digits[at + 1] ?? 0) + 2025 * (isPair ? (digits[at + 2] ?? 0) : 0);
    if (value > (isPair ? 65_535 : 255)) return null;
    bytes.push(...(isPair ? [value >> 8, value & 255] : [value]));
  }
  return Uint8Array.from(bytes);
}

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

function fromBase64Url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

const readBytes = (bytes: Uint8Array | null): LinkCard | null => (bytes === null ? null : unpackCard(bytes));

/** A card as it stands behind the # of the phone's address, and in messages. */
export const cardText = (card: LinkCard): string => toBase64Url(packCard(card));

/** @param text with or without a # in front. @returns null: no card */
export const readCardText = (text: string): LinkCard | null =>
  text.length > MOST_LETTERS ? null : readBytes(fromBase64Url(text.replace(/^#/, '')));

export const answerText = (card: LinkCard): string => ANSWER + toBase45(packCard(card));

/** What a code in front of the laptop's camera is: a phone's answer, something of Truehip that is broken, or another code. */
export function readAnswer(text: string): LinkCard | 'broken' | 'other' {
  if (!text.startsWith(ANSWER)) return 'other';
  if (text.length > MOST_LETTERS) return 'broken';
  return readBytes(fromBase45(text.slice(ANSWER.length))) ?? 'broken';
}
