// What a person types, brought to the form that the program writes, or refused.

import { FIELDS, TABLES } from './tables.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** @type {(text: string) => string} */
const folded = (text) => [...text.trim()].map((c) => TABLES.folds[c] ?? c).join('');

/** A number of a kind in its canonical form; null for another text. @type {(kind: string, text: string) => string | null} */
export function normal(kind, text) {
  const shape = TABLES.shapes[kind];
  const bare = folded(text).replace(/[\s.-]/g, '').toUpperCase();
  const number = new RegExp(shape.typed).exec(bare)?.[1];
  if (!number || (shape.refusesZeros && /^0+$/.test(number))) return null;
  return shape.lead + number.padStart(shape.digits, '0');
}

/**
 * A day as `YYYY-MM-DD`: of `2021-04-01`, `4/1/2021`, `April 1, 2021`, `1 Apr 2021`. Null for a day that is not in the calendar.
 * @type {(text: string) => string | null}
 */
export function day(text) {
  const plain = folded(text).toLowerCase().replace(/[.,]/g, ' ').replace(/\s+/g, ' ').trim();
  const numbers = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain);
  const american = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(plain);
  const named = /^([a-z]{3,9}) (\d{1,2}) (\d{4})$/.exec(plain);
  const military = /^(\d{1,2}) ([a-z]{3,9}) (\d{4})$/.exec(plain);
  if (numbers) return calendar(Number(numbers[1]), Number(numbers[2]), Number(numbers[3]));
  if (american) return calendar(Number(american[3]), Number(american[1]), Number(american[2]));
  if (named) return calendar(Number(named[3]), month(named[1]), Number(named[2]));
  if (military) return calendar(Number(military[3]), month(military[2]), Number(military[1]));
  return null;
}

/** @type {(word: string) => number} */
const month = (word) => MONTHS.indexOf(word.slice(0, 3)) + 1;

/** @type {(year: number, month: number, day: number) => string | null} */
function calendar(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  const is = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return is && year >= 1900 && year <= 2199 ? date.toISOString().slice(0, 10) : null;
}

/** The code of a form that is filed; null for another text. @type {(text: string) => string | null} */
export function form(text) {
  const fold = (/** @type {string} */ code) => code.replace(/[\s-]/g, '').toUpperCase();
  return TABLES.forms.find((known) => fold(known) === fold(folded(text))) ?? null;
}

/** What to type. @type {(kind: string) => string} */
export function hint(kind) {
  if (TABLES.shapes[kind]) return TABLES.shapes[kind].hint;
  const typed = FIELDS[kind]?.typed;
  return { date: 'a date, such as 04/01/2021', form: 'a form, such as I-485', count: 'a whole number', name: 'a name, as printed', text: 'as printed' }[typed ?? 'text'];
}

/** A value of any kind in its canonical form; null if it cannot be. @type {(kind: string, text: string) => string | null} */
export function canonical(kind, text) {
  if (TABLES.shapes[kind]) return normal(kind, text);
  const plain = text.trim().replace(/\s+/g, ' ');
  if (plain === '' || plain.length > 1000) return null;
  switch (FIELDS[kind]?.typed) {
    case 'date': return day(plain);
    case 'form': return form(plain);
    case 'count': return /^\d{1,5}$/.test(plain) && Number(plain) < 65536 ? String(Number(plain)) : null;
    case 'name': return /\p{L}/u.test(plain) ? plain : null;
    default: return plain;
  }
}
