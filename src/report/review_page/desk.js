// What all parts of the page share: the report, the place of the reviewer, and the way in which a decision is made.

import { decide, decisionOn, decisions, sign, undo } from './decisions.js';
import { get, make } from './draw.js';
import { Keep, small } from './keep.js';
import { emptyField, itemsOf } from './model.js';
import { FIELDS, json } from './tables.js';
import { canonical } from './typed.js';
import { plural } from './words.js';

/** @typedef {import('./model.js').Value} Value */

/** @type {import('./model.js').Batch} */
export const batch = json(get('batch'));
/** @type {import('./model.js').Doc[]} */
export const docs = [...document.querySelectorAll('script.document')].map(json);
const now = new Date();
/** The day here, `YYYY-MM-DD`. */
export const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
export const items = itemsOf(docs, batch, today);
/** @type {Map<string, Value[]>} */
export const valuesByKey = new Map();
/** Makes a value known, so that it is shown anew when something is decided on it. @type {(value: Value) => void} */
export const know = (value) => { valuesByKey.set(value.key, [...valuesByKey.get(value.key) ?? [], value]); };
items.flatMap((i) => i.values).forEach(know);

/** Where the reviewer is. @type {{card: any, value: Value | null}} */
export const place = { card: null, value: null };
/** What the page does when something changes; the page sets it. */
export const hooks = {
  /** A decision on a value changed. @type {(value: Value) => void} */
  changed() {},
  /** The reviewer came to another value. @type {(before: {card: any, value: Value | null}) => void} */
  moved() {},
  /** Goes to a value, on its first card. @type {(value: Value) => void} */
  went() {},
  /** Goes on by values; only to those that are open. @type {(by: number, open: boolean) => boolean} */
  step: () => false,
};

/** The storage is opened at once; what is decided before it is open is written when it is. */
const opening = Keep.open(batch.report);
/** @type {Keep | null} */
let keep = null;
let isOpen = false;
/** Decisions that are in no file yet. */
let unsaved = 0;
/** @type {number | undefined} */
let quiet;

/** Says something for some seconds, also to screen readers. @type {(text: string) => void} */
export function say(text) {
  get('said').textContent = text;
  clearTimeout(quiet);
  quiet = window.setTimeout(() => { get('said').textContent = ''; }, 5000);
}

/** Says where decisions are kept. @type {() => void} */
export function tellKept() {
  const where = keep || !isOpen ? 'kept in this browser, on this computer' : 'not kept in this browser: export before you close';
  get('kept').textContent = decisions.size ? `${plural(decisions.size, 'decision')} ${where}` : '';
  get('forget').hidden = decisions.size === 0;
}

/** @type {(keys: string[]) => Promise<void>} */
async function store(keys) {
  tellKept();
  await opening;
  try {
    await keep?.put(keys.map((key) => [key, decisions.get(key)]));
  } catch {
    keep = null;
    tellKept();
    say('This browser can no longer keep decisions: export before you close.');
  }
}

/** Takes up what was decided here before. @type {() => Promise<number>} */
export async function reopen() {
  keep = await opening;
  isOpen = true;
  const kept = await keep?.all().catch(() => []) ?? [];
  for (const [key, decision] of kept) if (!decisions.has(key)) decisions.set(key, decision);
  adopt();
  tellKept();
  return kept.length;
}

/** @type {() => Promise<void>} */
export async function forget() {
  await keep?.forget();
  const keys = [...decisions.keys()];
  decisions.clear();
  unsaved = 0;
  refresh(keys);
  small.set(`place ${batch.report}`, null);
  tellKept();
  say('Forgotten on this computer.');
}

/** Fields that were entered get their rows again. @type {() => void} */
export function adopt() {
  for (const [key, d] of decisions) {
    if (valuesByKey.has(key) || d.box || !FIELDS[d.kind]) continue;
    const item = items.find((i) => i.kind === 'notice' && i.doc?.record.content_hash === d.content_hash && i.notice?.pages[0] === d.page && i.twin === d.notice);
    if (!item) continue;
    const value = emptyField(item, d.kind);
    item.values.push(value);
    know(value);
  }
}

/** Shows what changed under some keys. @type {(keys: string[]) => void} */
export function refresh(keys) {
  for (const value of keys.flatMap((key) => valuesByKey.get(key) ?? [])) hooks.changed(value);
}

/** The initials of the reviewer; null if nobody gave any. @type {() => string | null} */
export const initials = () => small.get('initials') || null;

/** Asks for the initials, once. @type {(again?: boolean) => void} */
export function askWho(again) {
  if (!again && small.get('initials') !== null) return;
  const dialog = get('who');
  get('initials').value = initials() ?? '';
  if (!dialog.open) dialog.showModal();
}

/** @type {(text: string) => void} */
export function setInitials(text) {
  const by = text.trim().slice(0, 12);
  small.set('initials', by);
  if (by) {
    const keys = sign(by);
    void store(keys);
    refresh(keys);
  }
}

/** Makes a decision, keeps it and shows it. @type {(value: Value, change: import('./decisions.js').Change) => void} */
export function act(value, change) {
  decide(value, change, initials(), new Date().toISOString());
  unsaved += 1;
  void store([value.key]);
  refresh([value.key]);
  if (decisionOn(value)) setTimeout(askWho, 0);
}

/** Takes the latest decision back. @type {() => void} */
export function takeBack() {
  const key = undo();
  if (key === null) { say('Nothing to undo'); return; }
  void store([key]);
  refresh([key]);
  const value = valuesByKey.get(key)?.[0];
  if (value) hooks.went(value);
  say(value ? `Undone: ${value.name}` : 'Undone');
}

/** Decisions came in from a file. @type {(keys: string[]) => void} */
export function tookUp(keys) {
  adopt();
  void store(keys);
  refresh(keys);
}

/** All is in a file. */
export const saved = () => { unsaved = 0; };
/** Whether something would be lost if the page were closed. */
export const wouldLose = () => unsaved > 0 && keep === null;

/** The usual decision: it is right, or there is none. False if what was read cannot be right. @type {(value: Value) => boolean} */
export function confirm(value) {
  if (!value.record) { act(value, { action: 'checked', value: null }); return true; }
  const typed = batch.masked || value.read === null ? null : canonical(value.kind, value.read);
  if (!batch.masked && typed === null) { say(`Not a valid ${value.name.toLowerCase()}: edit it.`); return false; }
  // Without a value, what was read is confirmed as it is.
  act(value, { action: 'confirmed', value: typed === value.read ? typed : null });
  return true;
}

/** @type {(value: Value) => void} */
export function dismiss(value) {
  if (value.record) act(value, { action: 'dismissed', value: null });
}

/** @type {(card: any, value: Value) => void} */
export function setCurrent(card, value) {
  if (place.card === card && place.value === value) return;
  const before = { ...place };
  Object.assign(place, { card, value });
  small.set(`place ${batch.report}`, `${new Date().toISOString()}|${value.key}`);
  hooks.moved(before);
}

/** @type {(text: string) => Promise<void>} */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Pages opened from disk may not use the clipboard API; the old command still works.
    const area = make('textarea', { 'aria-hidden': 'true' });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
  say('Copied');
}
