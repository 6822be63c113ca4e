/** As it stands within a sentence of a language whose nouns have no capitals. */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The first letter small, unless the word is an acronym ("PAILs"). */
export const midTitle = (text: string): string => (/^[A-Z][a-z]/.test(text) ? lowerFirst(text) : text);
