// The whole page with the place of a value marked, and its crops enlarged; it goes on with the next value without closing.

import { get, make, picture, sheet } from './draw.js';
import { docs, hooks, place } from './desk.js';
import { parts } from './words.js';

/** @typedef {import('./model.js').Value} Value */

/** The boxes of a notice on a page, that of the value first. @type {(value: Value, page: number) => import('./model.js').Box[]} */
function boxesOn(value, page) {
  const own = value.record?.sightings.filter((s) => s.page === page).map((s) => s.box) ?? [];
  const others = value.item.values.filter((v) => v !== value && v.page === page && v.box).map((v) => /** @type {import('./model.js').Box} */ (v.box));
  return own.length ? [...own.slice(0, 1), ...own.slice(1), ...others] : others;
}

/** @type {(value: Value) => any[]} */
function content(value) {
  const doc = value.item.doc;
  const crops = doc?.crops ?? [];
  const page = crops.find((c) => c.shows === 'overview' && c.page === value.page) ?? crops.find((c) => c.shows === 'page' && c.page === value.page);
  const near = value.crops.slice(0, 2).filter((c) => c !== page).map((c) => make('div', { class: 'crop' }, picture(c, value.name, c.shows === 'value' ? 2 : 1.4)));
  if (!page) return [...near, make('p', { class: 'dim' }, doc ? `There is no picture of page ${value.page} in this file.` : 'Contradictions have no page of their own: open the files.')];
  const boxes = value.record ? boxesOn(value, value.page) : [];
  return [near.length ? make('div', { class: 'near' }, near) : null, sheet(page, boxes, `Page ${value.page}${boxes.length ? `, ${value.name} is marked` : ''}`)].filter(Boolean);
}

/** @type {(value: Value) => void} */
export function enlarge(value) {
  const dialog = get('whole');
  const path = value.item.doc?.record.path ?? docs[0]?.record.path ?? '';
  const current = value.read ?? 'none';
  get('whole-title').textContent = `${value.name}${value.sort === 'finding' ? '' : `: ${current}`}`;
  get('whole-place').textContent = `${parts(path).file}, page ${value.page}`;
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
