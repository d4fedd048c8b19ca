// The whole page with the place of a value marked, and its crops enlarged; it goes on with the next value without closing.

import { decisionOn, standing } from './decisions.js';
import { badge, get, make, picture, sheet } from './draw.js';
import { docs, hooks, items, place } from './desk.js';
import { sidesOf } from './model.js';
import { marked, parts } from './words.js';

/** @typedef {import('./model.js').Value} Value */

/** What confirming a value says. @type {(value: Value) => string} */
export function agreed(value) {
  if (value.sort === 'finding') return value.item.kind === 'batch' || value.finding?.deadline ? 'Done' : 'Checked';
  if (value.sort === 'document') return 'Looked at it';
  return value.record ? 'Confirm' : 'None there';
}

/** The boxes of a notice on a page, that of the value first. @type {(value: Value, page: number) => import('./model.js').Box[]} */
function boxesOn(value, page) {
  const own = value.record?.sightings.filter((s) => s.page === page).map((s) => s.box) ?? [];
  const others = value.item.values.filter((v) => v !== value && v.page === page && v.box).map((v) => /** @type {import('./model.js').Box} */ (v.box));
  return own.length ? [...own, ...others] : others;
}

/** A page of the document of a value; null if the file has no picture of it. @type {(value: Value, number: number) => HTMLElement | null} */
function pageOf(value, number) {
  const crops = value.item.doc?.crops ?? [];
  const page = crops.find((c) => c.shows === 'overview' && c.page === number) ?? crops.find((c) => c.shows === 'page' && c.page === number);
  if (!page) return null;
  const boxes = value.record ? boxesOn(value, number) : [];
  return sheet(page, boxes, `Page ${number}${boxes.length ? `, ${value.name} is marked` : ''}`);
}

/** Both sides of a contradiction. @type {(value: Value) => any[]} */
function bothPages(value) {
  const finding = /** @type {import('./model.js').Finding} */ (value.finding);
  const pages = sidesOf(finding, items).flatMap((side) => side.values.slice(0, 1)).map((v) => pageOf(v, v.page)).filter((p) => p !== null);
  return pages.length ? [make('div', { class: 'pair' }, pages)] : [make('p', { class: 'dim' }, 'This file has no pictures of these pages: open the files.')];
}

/** @type {(row: Value) => any[]} */
function content(row) {
  if (row.item.kind === 'batch') return bothPages(row);
  const value = row.shows ?? row;
  // Where nothing was read, any page of the notice may have it.
  const pages = value.record ? [value.page] : value.item.notice?.pages ?? [value.page];
  const sheets = pages.map((page) => pageOf(value, page)).filter((s) => s !== null);
  // The top of a page is on the page itself.
  const near = value.crops.slice(0, 2).filter((c) => c.shows === 'value' || !sheets.length).map((c) => make('div', { class: 'crop' }, picture(c, value.name, c.shows === 'value' ? 2 : 1.4)));
  if (!sheets.length) return [...near, make('p', { class: 'dim' }, `There is no picture of page ${value.page} in this file.`)];
  return [near.length ? make('div', { class: 'near' }, near) : null, ...sheets].filter(Boolean);
}

/** @type {(value: Value) => string} */
function whereOf(value) {
  const of = value.shows ?? value;
  const path = of.item.doc?.record.path;
  return path ? `${parts(path).file}, page ${of.page}` : (value.finding?.documents ?? [docs[0]?.record.path ?? '']).map((p) => parts(p).file).join(', ');
}

/** The value that was shown last, and its card. @type {{card: any, value: Value | null}} */
export const shownLast = { card: null, value: null };

/** @type {(value: Value) => void} */
export function enlarge(value) {
  Object.assign(shownLast, { card: place.value === value ? place.card : value.item.cards[0], value });
  const dialog = get('whole');
  const decision = decisionOn(value);
  const said = value.finding?.deadline?.date ?? (value.sort === 'finding' || value.sort === 'document' ? null : standing(value) ?? 'none');
  get('whole-title').textContent = said ? `${value.name}: ${said}` : value.name;
  get('whole-state').replaceChildren(decision?.action ? badge(marked({ action: decision.action, by: decision.by ?? undefined }), 'done') : value.asked ? badge('to check', 'review') : '');
  get('whole-place').textContent = whereOf(value);
  get('whole-right').textContent = agreed(value);
  dialog.querySelector('.content').replaceChildren(...content(value));
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('.content').scrollTop = 0;
  const mark = dialog.querySelector('.sheet .box:not(.other)');
  mark?.scrollIntoView({ block: 'center' });
}

/** Shows the next or previous value while the page stays open. @type {(by: number, open: boolean) => void} */
export function turn(by, open) {
  if (hooks.step(by, open) && place.value) enlarge(place.value);
}
