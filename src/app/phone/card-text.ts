import { base45, bytesOf45 } from '../base45.ts';
import { type LinkCard, packCard, unpackCard } from './link-card.ts';

// A card as text: behind the # of an address (base64url, RFC 4648), or alone in a code (base 45).

const MOST_LETTERS = 600;

/** How the code on the phone begins, so that the laptop knows it from any other. */
const ANSWER = 'TRUEHIP:';

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

/** A card as it stands behind the # of the phone's address. */
export const cardText = (card: LinkCard): string => toBase64Url(packCard(card));

/** @param text with or without a # in front. @returns null: no card */
export const readCardText = (text: string): LinkCard | null =>
  text.length > MOST_LETTERS ? null : readBytes(fromBase64Url(text.replace(/^#/, '')));

export const answerText = (card: LinkCard): string => ANSWER + base45(packCard(card));

/** @param text of a code in front of the laptop's camera. @returns null: it is no phone's answer */
export const readAnswer = (text: string): LinkCard | null =>
  text.startsWith(ANSWER) && text.length <= MOST_LETTERS ? readBytes(bytesOf45(text.slice(ANSWER.length))) : null;
