// Cards, one per notice, file, contradiction or deadline. Their bodies are created when they come near the viewport.

import { docs, items, know, today } from './desk.js';
import { asks, finished, standing } from './decisions.js';
import { badge, make } from './draw.js';
import { PEOPLE, STATES, emptyField, personOf, sidesOf } from './model.js';
import { cropsShown, edit, newRow, refreshRow } from './row.js';
import { TABLES } from './tables.js';
import { capital, daysTo, inDays, message, pages, parts, plural } from './words.js';

/** @typedef {import('./model.js').Item} Item */
/** @typedef {import('./model.js').Value} Value */

const nearby = new IntersectionObserver((entries) => {
  for (const entry of entries) if (entry.isIntersecting) fill(/** @type {any} */ (entry.target).card);
}, { rootMargin: '900px' });

/** @type {(item: Item, open: boolean) => any} */
export function newCard(item, open) {
  const card = { item, open, filled: false, body: make('div', { class: 'body', hidden: !open }), rows: new Map(), element: /** @type {any} */ (null) };
  card.element = make('article', { class: 'card' }, make('div', { class: 'top' }), card.body);
  card.element.card = card;
  item.cards.push(card);
  refreshTop(card);
  nearby.observe(card.element);
  return card;
}

/** The person of a notice, as a reviewer may have corrected it. @type {(item: Item) => string | null} */
function personIn(item) {
  const notice = /** @type {import('./model.js').Notice} */ (item.notice);
  const names = PEOPLE.flatMap((kind) => valuesIn(item).filter((v) => v.kind === kind)).map(standing);
  return names.find((name) => name !== null) ?? (names.length ? null : personOf(notice));
}

/** The values of a notice; the card of a deadline has those of its notice. @type {(item: Item) => Value[]} */
function valuesIn(item) {
  const of = item.kind === 'deadline' ? items.find((i) => i.kind === 'notice' && i.notice === item.notice) : null;
  return (of ?? item).values;
}

/** File name with its link, pages, and the folder small behind it. @type {(item: Item) => HTMLElement} */
function placeOf(item) {
  const doc = /** @type {import('./model.js').Doc} */ (item.doc);
  const { folder, file } = parts(doc.record.path);
  const page = item.notice ? item.notice.pages[0] : 1;
  const name = doc.link ? make('a', { href: `${doc.link}#page=${page}`, target: '_blank', rel: 'noopener noreferrer' }, file) : make('span', {}, file);
  const count = doc.record.page_count;
  const where = item.notice ? (count > 1 ? `, ${pages(item.notice.pages)} of ${count}` : '') : count > 0 ? `, ${plural(count, 'page')}` : '';
  return make('span', { class: 'path' }, name, where, folder ? make('small', { class: 'folder' }, ` ${folder}`) : null);
}

/** @type {(item: Item) => HTMLElement} */
function badgeOf(item) {
  if (asks(item) && finished(item)) return badge('done', 'done');
  const left = item.values.filter((v) => v.asked).length;
  const open = left > 1 ? ` (${left})` : '';
  switch (item.need) {
    case 'conflict': return badge('contradiction', 'failed');
    case 'review': return badge(`needs review${open}`, 'review');
    case 'missing': return badge(`missing${open}`, 'missing');
    case 'unreadable': return badge(`unreadable${open}`, 'failed');
    case 'deadline': {
      const left = daysTo(item.finding?.deadline?.date ?? today, today);
      return left < 0 ? badge(`passed ${inDays(left)}`, 'failed') : badge(inDays(left), 'review');
    }
    case 'failed': return badge({ partly: 'partly read', failed: 'not read', skipped: 'skipped' }[item.doc?.record.outcome ?? ''] ?? 'damaged', 'failed');
    case 'note': return badge('note', 'usual');
    default: return item.notice?.is_notice === false ? badge('no notice', 'usual') : badge('nothing to do', 'accepted');
  }
}

/** @type {(item: Item, kind: string) => any} */
function numbers(item, kind) {
  const shown = valuesIn(item).filter((v) => v.kind === kind && !(v.record && 'owner' in v.record && v.record.owner === 'representative')).map(standing).filter(Boolean);
  const all = [...new Set(shown)];
  const account = kind === 'online_account_number';
  const states = /** @type {Record<string, string>} */ (STATES);
  const none = account && item.notice ? { absent: 'not on it' }[item.notice.account_number] ?? states[item.notice.account_number] : '–';
  const said = all.length ? all.slice(0, 2).map((n) => make('span', { class: 'num' }, n)) : make('span', { class: 'dim' }, none);
  const name = { receipt_number: 'Receipt', a_number: 'A-Number', online_account_number: 'Account' }[kind];
  return make('div', { class: 'fact' }, make('span', { class: 'label' }, name), said, all.length > 2 ? make('span', { class: 'dim' }, `and ${all.length - 2} more`) : null);
}

/** Type, form and date of a notice. @type {(item: Item) => any} */
function kindOf(item) {
  const n = /** @type {import('./model.js').Notice} */ (item.notice);
  const field = (/** @type {string} */ key) => { const v = valuesIn(item).find((f) => f.sort === 'field' && f.kind === key); return v ? standing(v) : n.fields?.[key]?.value ?? null; };
  const type = field('notice_type') ?? n.notice_type ?? (n.is_notice ? 'notice of action' : 'not a notice, but contains numbers');
  const rest = [n.form, field('case_type'), field('notice_date') ?? n.notice_date].filter(Boolean).join(' · ');
  return make('div', { class: 'kind' }, make('span', {}, type), make('small', { class: 'dim' }, rest));
}

/** @type {(card: any) => void} */
export function refreshTop(card) {
  const { item, element } = card;
  const done = asks(item) && finished(item);
  element.className = `card n-${item.need ?? 'none'}${card.open ? ' open' : ''}${done ? ' done' : ''}`;
  const cells = [badgeOf(item)];
  if (item.notice) {
    const person = personIn(item);
    const who = person ? make('h3', {}, person) : make('h3', { class: 'dim' }, 'Person not read');
    cells.push(make('div', { class: 'id' }, who, placeOf(item)), kindOf(item), numbers(item, 'receipt_number'), numbers(item, 'a_number'), numbers(item, 'online_account_number'));
  } else if (item.doc) {
    cells.push(make('div', { class: 'id' }, make('h3', {}, placeOf(item))), make('div', { class: 'wide' }, capital(item.doc.record.error?.message ?? '')));
  } else {
    const finding = /** @type {import('./model.js').Finding} */ (item.finding);
    cells.push(make('div', { class: 'wide all' }, make('h3', {}, capital(message(finding)))));
  }
  const name = item.notice ? personIn(item) ?? parts(item.doc?.record.path ?? '').file : parts(item.doc?.record.path ?? 'contradiction').file;
  cells.push(make('button', { type: 'button', class: 'more', 'aria-expanded': String(card.open), 'aria-label': `${card.open ? 'Close' : 'Open'}: ${name}`, onclick: () => toggle(card) }, card.open ? 'Close' : 'Open'));
  element.firstChild.replaceChildren(...cells);
}

/** @type {(card: any, open?: boolean) => void} */
export function toggle(card, open = !card.open) {
  card.open = open;
  card.body.hidden = !open;
  refreshTop(card);
  if (open) fill(card);
  card.element.querySelector('button.more').focus({ preventScroll: true });
}

/** @type {(card: any, value: Value) => any} */
function rowOf(card, value) {
  const row = newRow(value, card);
  card.rows.set(value, row);
  refreshRow(row, value, card);
  return row;
}

/** Creates the body of an open card, once. @type {(card: any) => void} */
export function fill(card) {
  if (card.filled || !card.open) return;
  card.filled = true;
  const { item, body } = card;
  if (item.kind === 'file') body.append(...fileBody(item));
  if (item.kind === 'batch') body.append(sides(item));
  const notes = (item.kind === 'notice' ? item.notice.findings : []).filter((/** @type {any} */ f) => f.kind === 'note');
  body.append(...notes.map((/** @type {any} */ f) => make('p', { class: 'mine' }, capital(message(f)))));
  const asked = item.values.filter((/** @type {Value} */ v) => v.asked);
  const rest = item.values.filter((/** @type {Value} */ v) => !v.asked);
  for (const value of asked) body.append(rowOf(card, value));
  if (rest.length) body.append(make('div', { class: 'rest' }, rest.map((/** @type {Value} */ v) => rowOf(card, v))));
  if (item.kind === 'notice' && item.notice.is_notice) body.append(adder(card));
}

/** Shows all of a card anew, with values that came to it. @type {(card: any) => void} */
export function refreshCard(card) {
  refreshTop(card);
  if (!card.filled) return;
  for (const value of card.item.values) {
    const row = card.rows.get(value);
    if (row) refreshRow(row, value, card);
    else card.body.lastChild.before(rowOf(card, value));
  }
}

/** Offers the fields that were not read. @type {(card: any) => any} */
function adder(card) {
  const { item } = card;
  const lacking = TABLES.fields.filter(({ key }) => !item.values.some((/** @type {Value} */ v) => v.kind === key));
  const choice = make('select', { 'aria-label': 'Enter a field that was not read' }, make('option', { value: '' }, 'Enter another field…'), lacking.map(({ key, heading }) => make('option', { value: key }, heading)));
  choice.addEventListener('change', () => {
    if (!choice.value) return;
    const value = emptyField(item, choice.value);
    item.values.push(value);
    know(value);
    const row = rowOf(card, value);
    choice.parentElement.before(row);
    choice.querySelector(`option[value="${choice.value}"]`).remove();
    choice.value = '';
    edit(row, value);
  });
  return make('p', { class: 'adder' }, choice);
}

/** @type {(item: Item) => any[]} */
function fileBody(item) {
  const record = /** @type {import('./model.js').Doc} */ (item.doc).record;
  const advice = record.error?.advice;
  const failed = item.failed.map((p) => p.page);
  const shown = [advice ? make('p', {}, `What to do: ${advice}.`) : null, failed.length && record.pages.length > 1 ? make('p', {}, `Unreadable: ${pages(failed)} of ${record.pages.length}`) : null];
  const inside = record.findings.filter((f) => f.kind !== 'page-unreadable').map((f) => make('p', { class: 'dim' }, capital(message(f))));
  return [...shown.filter(Boolean), ...inside];
}

/** What both sides of a contradiction say, beside one another. @type {(item: Item) => any} */
function sides(item) {
  const finding = /** @type {import('./model.js').Finding} */ (item.finding);
  const shown = sidesOf(finding, items).map((side) => {
    const person = side.item.notice ? personIn(side.item) : null;
    const rows = side.values.map((value) => make('div', { class: 'shown' }, cropsShown(value), make('span', { class: 'name' }, value.name), make('span', { class: value.sort === 'number' ? 'num read' : 'read' }, standing(value) ?? 'none')));
    return make('div', { class: 'side' }, make('b', {}, person ?? 'Person not read'), placeOf(side.item), rows);
  });
  if (shown.length) return make('div', { class: 'sides' }, shown);
  const links = (finding.documents ?? []).map((path) => {
    const doc = docs.find((d) => d.record.path === path);
    return make('li', {}, doc?.link ? make('a', { href: doc.link, target: '_blank', rel: 'noopener noreferrer' }, path) : path);
  });
  return make('ul', { class: 'dim' }, links);
}
