const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const timeLength = 8;
const randomLength = 12;

let lastTime = 0;
let lastTimeText = "";
let lastRandom: number[] = [];

/** 12 digits of base62 from the system's random source; bytes that would bias a digit are drawn again. */
function randomDigits(): number[] {
  const digits: number[] = [];
  while (digits.length < randomLength) {
    for (const byte of crypto.getRandomValues(new Uint8Array(randomLength + 4))) {
      if (byte < 248 && digits.length < randomLength) digits.push(byte % 62);
    }
  }
  return digits;
}

/** The next larger number in place, as digits of base62. */
function increment(digits: number[]): void {
  for (let place = digits.length - 1; place >= 0; place--) {
    const digit = (digits[place] ?? 0) + 1;
    digits[place] = digit % 62;
    if (digit < 62) return;
  }
}

/** `value` as `length` digits of base62. */
export function base62(value: number, length: number): string {
  let text = "";
  for (let rest = value, place = 0; place < length; place++, rest = Math.floor(rest / 62)) {
    text = alphabet.charAt(rest % 62) + text;
  }
  return text;
}

/**
 * A new row id: 20 characters of base62, 8 of the time in milliseconds and 12 random ones, so that
 * ids sort by time as bytes. Ids made in one millisecond of one process count up.
 */
export function newId(now: number = Date.now()): string {
  if (now > lastTime) {
    lastTime = now;
    lastTimeText = base62(now, timeLength);
    lastRandom = randomDigits();
  } else {
    increment(lastRandom);
  }
  let id = lastTimeText;
  for (const digit of lastRandom) id += alphabet.charAt(digit);
  return id;
}

/** What sorts before every id that is made from `moment` (milliseconds) on. */
export const idFloor = (moment: number): string => base62(Math.max(0, moment), timeLength);

/** When an id was made, in milliseconds. */
export const timeOfId = (id: string): number =>
  Array.from(id.slice(0, timeLength)).reduce((time, digit) => time * 62 + alphabet.indexOf(digit), 0);

/** Whether `text` has the shape of a row id. */
export const isId = (text: string): boolean => /^[0-9A-Za-z]{20}$/.test(text);
