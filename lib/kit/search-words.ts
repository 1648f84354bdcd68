/** The words of a search, in lower case; those behind the first `most` are not sought. */
export const searchWords = (search: string, most: number): string[] =>
  search.toLowerCase().split(/\s+/).filter(Boolean).slice(0, most);

/**
 * Whether a word is so short that it is sought only where a name or a word begins: anywhere, two letters are in every
 * other text. Not in writing without spaces: there two characters are a whole word, and nothing tells where it begins.
 */
export const isShortWord = (word: string): boolean =>
  /^[\p{L}\p{N}]{1,2}$/u.test(word) && !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(word);

/** Whether a trigram index can look a part of a text up: it needs three letters or digits in a row. */
export const hasTrigram = (part: string): boolean => /[\p{L}\p{N}]{3}/u.test(part);

/** `part` anywhere in a text, as a pattern for LIKE. */
export const containing = (part: string): string => `%${part.replace(/[\\%_]/g, "\\$&")}%`;
