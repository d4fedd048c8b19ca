// One row of a card: a number, a field, a finding or a file, with its image and what can be done.

import { decisionOn, standing } from './decisions.js';
import { badge, cutout, make, picture } from './draw.js';
import { STATES } from './model.js';
import { canonical, hint } from './typed.js';
import { capital, clean, daysTo, inDays, marked, message, sureness } from './words.js';
import { act, batch, confirm, copy, dismiss, place, setCurrent, today } from './desk.js';
import { agreed, enlarge } from './whole.js';

/** @typedef {import('./model.js').Value} Value */

const SEVERITIES = { info: ['to check', 'review'], warning: ['to check', 'review'], error: ['check first', 'failed'] };

/** @type {(value: Value, card: any) => HTMLElement} */
export function newRow(value, card) {
  const row = make('div', { class: 'value', tabindex: '-1', role: 'group' });
  row.addEventListener('focusin', () => setCurrent(card, value));
  row.addEventListener('mousedown', (/** @type {MouseEvent} */ event) => {
    if (event.target instanceof Element && !event.target.closest('button, input, a, summary, label, select')) setCurrent(card, value);
  });
  return row;
}

/** @type {(value: Value, decision: any) => HTMLElement} */
function state(value, decision) {
  if (decision?.action) return badge(marked({ ...decision, by: decision.by ?? undefined }, value.sort !== 'finding' && value.sort !== 'document'), 'done');
  if (value.mark) return badge(marked(value.mark, !value.record), 'done');
  if (value.sort === 'document') return badge('to check', 'failed');
  if (value.finding) {
    const [text, kind] = SEVERITIES[value.finding.severity];
    return badge(value.asked ? text : 'note', value.asked ? kind : 'usual');
  }
  if (value.record) return value.asked ? badge('needs review', 'review') : badge(sureness(value.record.confidence), 'accepted');
  const states = /** @type {Record<string, string>} */ (STATES);
  return value.asked ? badge(value.kind === 'online_account_number' ? states[value.item.state] ?? 'missing' : 'not read', value.item.state) : badge(states[value.item.state] ?? 'none', 'usual');
}

/** What a finding says, and what to do. @type {(finding: import('./model.js').Finding) => HTMLElement} */
const advice = (finding) => make('div', {}, make('p', {}, capital(message(finding))), finding.advice ? make('details', { class: 'why' }, make('summary', {}, 'What to do'), make('p', {}, capital(finding.advice))) : null);

/** Why a value is doubted, in a sentence, with the reasons and the figure behind it. @type {(value: Value) => HTMLElement | null} */
function why(value) {
  if (value.about) return advice(value.about);
  const record = value.record;
  if (!record || value.mark) return null;
  const figure = `confidence ${Math.round(1000 * record.confidence) / 10} %`;
  const reasons = make('ul', {}, make('li', {}, figure), record.evidence.map((e) => make('li', {}, e)));
  if (!value.asked) return make('details', { class: 'why' }, make('summary', {}, 'Why'), reasons);
  const first = value.readings.length ? 'read with low confidence: two readings differ here' : record.evidence[0] ?? 'it could not be confirmed';
  return make('details', { class: 'why' }, make('summary', {}, capital(first)), reasons);
}

/** A table of conflicting readings, with the differing characters marked. @type {(value: Value) => HTMLElement | null} */
function readings(value) {
  if (!value.readings.length || !value.asked) return null;
  const first = value.read ?? '';
  const take = (/** @type {string} */ text) => act(value, { action: text === value.read ? 'confirmed' : 'corrected', value: text });
  const rows = value.readings.map(({ reader, value: text }) => {
    const shown = text === null ? ['no such number'] : [...clean(text)].map((c, i) => (c === first[i] ? c : make('mark', {}, c)));
    const other = text !== null && text !== first && canonical(value.kind, text);
    return make('tr', {}, make('th', { scope: 'row' }, reader), make('td', { class: 'num' }, shown),
      make('td', {}, other ? make('button', { type: 'button', 'aria-label': `Use this: ${text}`, onclick: () => take(other) }, 'Use this') : null));
  });
  return make('table', { class: 'readings' }, make('caption', {}, 'Readings that differ'), make('tbody', {}, rows));
}

/** @type {(value: Value) => HTMLElement | null} */
export function cropsShown(value) {
  const of = value.shows ?? value;
  if (of.sort === 'finding' || of.sort === 'document') return null;
  const alt = of.record ? `${of.name} on page ${of.page}` : `Top of page ${of.page}`;
  const shown = of.crops.slice(0, 2).map((crop) => make('button', { type: 'button', class: `crop of-${crop.shows}`, 'aria-label': `${alt}: show the whole page`, title: 'Key z', onclick: () => enlarge(value) },
    picture(crop, alt, crop.shows === 'value' && crop.size[0] < 300 ? 1.25 : 1)));
  if (shown.length) return make('div', { class: 'crops' }, shown);
  // What was accepted is cut out of the picture of its page.
  const page = of.item.doc?.crops.find((c) => c.shows === 'overview' && c.page === of.page);
  if (page && of.box) {
    const cut = make('button', { type: 'button', class: 'crop of-cut', 'aria-label': `${alt}: show the whole page`, title: 'Key z', onclick: () => enlarge(value) }, cutout(page, of.box, alt));
    return make('div', { class: 'crops' }, cut);
  }
  return make('div', { class: 'crops' }, make('button', { type: 'button', class: 'plain', onclick: () => enlarge(value) }, `Show page ${of.page}`));
}

/** Crops of values that ask for nothing are drawn once somebody comes to them; below, so that no button moves under the pointer. @type {(row: any, value: Value) => void} */
export function showCrops(row, value) {
  if (value.asked || row.querySelector(':scope > .crops')) return;
  const shown = cropsShown(value);
  if (shown) row.append(shown);
}

/** @type {(value: Value) => any[]} */
function says(value) {
  const current = standing(value);
  const decision = decisionOn(value);
  if (value.sort === 'document') return [make('span', {}, 'Looked at by hand?')];
  if (value.finding) return findingText(value);
  const none = decision?.action === 'dismissed' || value.mark?.action === 'dismissed' ? 'no such value' : 'none';
  const title = value.record && 'title' in value.record && current === value.read ? value.record.title : null;
  const isText = value.sort === 'field';
  return [
    current ? make('span', { class: isText ? 'read text' : 'read num' }, current, title ? make('small', {}, `, ${title}`) : null) : make('span', { class: 'dim' }, none),
    decision && value.read && current !== value.read ? make('span', { class: isText ? 'was' : 'num was' }, value.read) : null,
    isText && value.record && 'printed' in value.record && value.record.printed !== value.read && current === value.read ? make('small', { class: 'dim' }, `printed: ${value.record.printed}`) : null,
  ];
}

/** @type {(value: Value) => any[]} */
function findingText(value) {
  const finding = /** @type {import('./model.js').Finding} */ (value.finding);
  const due = finding.deadline;
  const when = due ? make('b', { class: 'due' }, `${due.date}${due.time ? `, ${due.time}` : ''} (${inDays(daysTo(due.date, today))}${due.basis === 'computed' ? ', computed' : due.basis === 'review' ? ', check the date' : ''}) `) : null;
  const more = finding.advice || due ? make('details', { class: 'why' }, make('summary', {}, 'What to do'), finding.advice ? make('p', {}, capital(finding.advice)) : null,
    due ? make('p', { class: 'dim' }, `Rule: ${due.rule}. Source: ${due.source}`) : null) : null;
  const others = value.item.kind !== 'batch' && finding.documents?.length ? make('p', { class: 'dim' }, `See ${finding.documents.join(', ')}`) : null;
  // The head of a contradiction says it already.
  const said = value.item.kind === 'batch' ? null : capital(message(finding));
  return [make('div', {}, when, said, others, more)];
}

/** What can be done with a value: key, text, action. @type {(value: Value, row: any) => [string, string, () => void, string?][]} */
function actsOn(value, row) {
  /** @type {[string, string, () => void]} */
  const agree = ['c', agreed(value), () => confirm(value)];
  if (value.sort === 'finding' || value.sort === 'document') return [agree];
  if (value.record) return [agree, ['e', 'Edit', () => edit(row, value)], ['x', 'Not there', () => dismiss(value)]];
  return [agree, ['e', 'Enter', () => edit(row, value)]];
}

/** @type {(row: any, value: Value, card: any) => void} */
export function refreshRow(row, value, card) {
  const decision = decisionOn(value);
  const button = (/** @type {string} */ key, /** @type {string} */ text, /** @type {() => void} */ onclick) => make('button', { type: 'button', 'aria-keyshortcuts': key, title: `Key ${key}`, 'aria-label': `${text}: ${value.name}`, onclick }, text);
  // What asks for nothing has few buttons; all keys work there too.
  const few = !value.asked && value.item.kind !== 'deadline';
  const listed = actsOn(value, row).filter(([key]) => !few || key !== 'c' || value.finding?.deadline);
  const acts = listed.map(([key, text, onclick]) => button(key, text, onclick));
  if (!few) acts.push(button('o', 'Note', () => note(row, value)));
  const current = standing(value);
  if (current && value.sort !== 'finding') acts.push(button('y', 'Copy', () => copy(current)));
  if (decision) acts.push(button('u', 'Undo', () => act(value, { action: null, value: null, note: null })));
  const head = make('div', { class: 'what' }, make('span', { class: 'name' }, value.name), state(value, decision));
  const details = make('div', { class: 'says' }, says(value), readings(value), why(value), decision?.note ? make('p', { class: 'mine' }, `Note: ${decision.note}`) : null);
  const isCurrent = place.card === card && place.value === value;
  const shown = value.asked || isCurrent ? cropsShown(value) : null;
  row.className = `value ${value.sort}${value.asked ? ' asked' : ''}${decision?.action ? ' decided' : ''}${value.asked && !shown ? ' bare' : ''}${isCurrent ? ' current' : ''}`;
  row.setAttribute('aria-label', `${value.name}: ${value.finding ? message(value.finding) : current ?? 'none'}, ${state(value, decision).textContent}`);
  const rest = [head, details, make('div', { class: 'acts' }, acts)];
  row.replaceChildren(...(value.asked ? [shown, ...rest] : [...rest, shown]).filter(Boolean));
}

/** Opens a text field in a row. `done` returns an error message, or nothing if the input is valid. @type {(row: any, label: string, start: string, hint: string, done: (text: string) => string | null) => void} */
function line(row, label, start, hint, done) {
  row.querySelector('form.edit')?.remove();
  const input = make('input', { type: 'text', 'aria-label': label, placeholder: hint, autocomplete: 'off', spellcheck: 'false' });
  input.value = start;
  const wrong = make('span', { class: 'wrong', role: 'alert' });
  const close = () => { form.remove(); row.focus(); };
  const form = make('form', { class: 'edit', onsubmit: (/** @type {Event} */ event) => {
    event.preventDefault();
    const error = done(input.value);
    if (error) wrong.textContent = error;
  } }, make('label', {}, `${label} `, input), make('button', {}, 'Save'), make('button', { type: 'button', onclick: close }, 'Cancel'), wrong);
  form.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => { if (event.key === 'Escape') close(); event.stopPropagation(); });
  row.append(form);
  input.focus();
  input.select();
}

/** Opens the field for a value: what is typed must be a number, a date or a form where the value is one. @type {(row: any, value: Value) => void} */
export function edit(row, value) {
  if (value.sort !== 'number' && value.sort !== 'field') return;
  // What a masked page shows is not the value.
  const start = batch.masked ? '' : standing(value) ?? '';
  line(row, value.name, start, hint(value.kind), (text) => {
    const typed = canonical(value.kind, text);
    if (!typed) return `Not a valid ${value.sort === 'number' ? value.name : value.name.toLowerCase()}: enter ${hint(value.kind)}.`;
    act(value, { action: !value.record ? 'supplied' : typed === value.read ? 'confirmed' : 'corrected', value: typed });
    return null;
  });
}

/** @type {(row: any, value: Value) => void} */
export function note(row, value) {
  line(row, 'Note', decisionOn(value)?.note ?? '', 'for the report', (text) => { act(value, { note: text.trim() || null }); return null; });
}
