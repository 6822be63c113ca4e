/** Control characters, halves of a character, and what turns the direction of the line around a name. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const SEEN = /[^\p{Cf}\p{Z}\p{M}]/u;

/** Letters of a name at most. */
export const LONGEST_NAME = 30;

/** A name as it is shown. Empty: nothing could be seen of it. */
export const plainName = (name: string): string => {
  const plain = name.replace(UNSEEN, '').trim();
  return SEEN.test(plain) ? plain : '';
};

/** Whether nobody could tell two names apart. */
export const isSameName = (one: string, other: string): boolean =>
  one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();

export const isPlainName = (name: string): boolean =>
  name !== '' && name.length <= LONGEST_NAME && plainName(name) === name;
