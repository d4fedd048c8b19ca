// The page: sections, search, filters, order, keyboard shortcuts, import and export.

import { fill, newCard, refreshCard, refreshTop, toggle } from './card.js';
import { overview } from './charts.js';
import { asks, decided, decisions, exported, finished, imported, standing } from './decisions.js';
import { act, askWho, batch, confirm, copy, dismiss, docs, forget, hooks, initials, items, place, reopen, saved, say, setCurrent, setInitials, takeBack, tookUp, valuesByKey, wouldLose } from './desk.js';
import { get, make } from './draw.js';
import { small } from './keep.js';
import { GROUPS, foldersOf, personOf } from './model.js';
import { edit, note, refreshRow, showCrops } from './row.js';
import { parts, plural } from './words.js';
import { enlarge, shownLast, turn } from './whole.js';

/** @typedef {import('./model.js').Item} Item */
/** @typedef {import('./model.js').Value} Value */
/** @typedef {{title: string, need: string, cards: any[], shown: any[], element: any, count: any}} Section */

/** @type {Section[]} */
let sections = [];
const needs = GROUPS.map((g) => g.need);

/** @type {(title: string, content: any[]) => void} */
function show(title, content) {
  const dialog = get('dialog');
  get('dialog-title').textContent = title;
  dialog.querySelector('div').replaceChildren(...content);
  dialog.showModal();
}

/** What asks for something counts, wherever it stands; each card once. @type {() => void} */
function progress() {
  const asking = items.filter((i) => needs.includes(i.need ?? ''));
  const done = asking.filter(finished).length;
  const bar = get('progress').querySelector('progress');
  bar.max = Math.max(asking.length, 1);
  bar.value = asking.length ? done : 1;
  const all = asking.length > 0 && done === asking.length;
  get('done').textContent = asking.length ? `${done} of ${asking.length} done${all ? ' – export your decisions' : ''}` : 'nothing to check';
  get('export').classList.toggle('call', all);
  for (const section of sections) countIn(section);
}

/** @type {(section: Section) => void} */
function countIn(section) {
  const shown = section.shown ?? [];
  const of = shown.length === section.cards.length ? `${shown.length}` : `${shown.length} of ${section.cards.length}`;
  const done = section.cards.filter((c) => asks(c.item) && finished(c.item)).length;
  section.count.textContent = done && needs.includes(section.need) ? `${of}, ${done} done` : of;
}

/** The filters as a predicate on items. @type {() => (item: Item) => boolean} */
function chosen() {
  /** @type {string[]} */
  const words = get('search').value.toLowerCase().split(/\s+/).filter(Boolean);
  const state = get('state').value;
  const folder = get('folder').value;
  const bare = (/** @type {string} */ text) => text.replace(/[\s.-]/g, '');
  const typed = bare(words.join(''));
  return (item) => {
    if (state && item.need !== state && !(state === 'found' && item.kind === 'notice' && item.state === 'found') && !(state === 'none' && item.need === null)) return false;
    const paths = item.doc ? [item.doc.record.path] : item.finding?.documents ?? [];
    if (folder && !paths.some((path) => parts(path).folder === folder)) return false;
    const found = words.every((w) => item.words.includes(w)) || (/\d{4}/.test(typed) && bare(item.words).includes(typed));
    return found && !(get('open').checked && asks(item) && finished(item));
  };
}

/** Open account numbers come first, then what has most to do. @type {(item: Item) => number} */
const weight = (item) => item.values.filter((v) => v.asked).reduce((sum, v) => sum + (v.kind === 'online_account_number' ? 100 : 1), 0);
/** @type {(item: Item) => number} */
const least = (item) => Math.min(1, ...item.values.flatMap((v) => (v.record ? [v.record.confidence] : [])));
/** @type {(item: Item) => string} */
const dated = (item) => item.finding?.deadline?.date ?? item.notice?.fields?.notice_date?.value ?? '9999';
/** @type {(item: Item) => string} */
const personed = (item) => (item.notice ? personOf(item.notice) : null) ?? '\uffff';

/** @type {Record<string, (a: Item, b: Item) => number>} */
const ORDERS = {
  need: (a, b) => (a.kind === 'deadline' ? dated(a).localeCompare(dated(b)) : weight(b) - weight(a)) || a.id - b.id,
  person: (a, b) => personed(a).localeCompare(personed(b)) || a.id - b.id,
  file: (a, b) => (a.doc?.record.path ?? '').localeCompare(b.doc?.record.path ?? '') || a.id - b.id,
  date: (a, b) => dated(a).localeCompare(dated(b)) || a.id - b.id,
  confidence: (a, b) => least(a) - least(b) || a.id - b.id,
};

function build() {
  const groups = GROUPS.map(({ need, title, why }) => ({ need, title, why, list: items.filter((i) => i.need === need), open: true }));
  groups.push({ need: 'note', title: 'Notes about the run', why: 'For information.', list: items.filter((i) => i.need === 'note'), open: false });
  groups.push({ need: 'all', title: 'All notices', why: 'In file order. Open one to see what was read.', list: items.filter((i) => i.kind === 'notice'), open: false });
  sections = groups.filter(({ list }) => list.length > 0).map(({ need, title, why, list, open }) => {
    const count = make('span', { class: 'count' });
    const element = make('section', { 'aria-label': title, class: `g-${need}` }, make('div', { class: 'head' }, make('h2', {}, title), count), make('p', { class: 'reason' }, why));
    return { title, need, cards: list.map((item) => newCard(item, open)), shown: [], element, count };
  });
  get('work').replaceChildren(...sections.map((s) => s.element));
}

function arrange() {
  const fits = chosen();
  const sort = get('sort').value;
  for (const section of sections) {
    const order = section.need === 'all' && sort === 'need' ? (/** @type {Item} */ a, /** @type {Item} */ b) => a.id - b.id : ORDERS[sort];
    section.shown = section.cards.filter((c) => fits(c.item)).sort((a, b) => order(a.item, b.item));
    for (const card of section.cards) card.element.remove();
    section.element.append(...section.shown.map((c) => c.element));
    section.element.hidden = section.shown.length === 0;
    countIn(section);
  }
  const set = ['state', 'folder'].filter((id) => get(id).value).length + (get('open').checked ? 1 : 0);
  get('filters').textContent = set ? `Filters (${set})` : 'Filters';
  // Fill the first cards without waiting for the observer.
  sections.flatMap((s) => s.shown.filter((c) => c.open)).slice(0, 5).forEach(fill);
}

/** The rows of open cards, in page order. If `open`, only those that still need a check, and the current one. @type {(open: boolean) => {card: any, value: Value}[]} */
function walk(open) {
  const rows = sections.flatMap((s) => s.shown.filter((c) => c.open).flatMap((card) => card.item.values.map((/** @type {Value} */ value) => ({ card, value }))));
  return open ? rows.filter(({ value, card }) => (value.asked && !decided(value)) || (card === place.card && value === place.value)) : rows;
}

/** @type {(card: any, value: Value, focus?: boolean) => void} */
function goTo(card, value, focus = true) {
  if (!card.open) toggle(card, true);
  fill(card);
  const row = card.rows.get(value);
  if (!row) return;
  if (focus) row.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'center' });
}

/** @type {(by: number, open: boolean) => boolean} */
function step(by, open) {
  const rows = walk(open);
  const at = rows.findIndex((r) => r.card === place.card && r.value === place.value);
  const next = at < 0 ? rows[by > 0 ? 0 : rows.length - 1] : rows[at + by];
  if (!next || (next.value === place.value && next.card === place.card)) {
    say(by > 0 ? 'No more items below' : 'No more items above');
    return false;
  }
  goTo(next.card, next.value);
  // While the whole page is shown, focus stays there.
  setCurrent(next.card, next.value);
  return true;
}

/** @type {(before: {card: any, value: Value | null}) => void} */
function moved(before) {
  before.card?.rows.get(before.value)?.classList.remove('current');
  const row = place.value && place.card?.rows.get(place.value);
  if (!row || !place.value) return;
  row.classList.add('current');
  showCrops(row, place.value);
}

/** @type {(value: Value) => void} */
function changed(value) {
  for (const card of value.item.cards) {
    refreshTop(card);
    const row = card.rows.get(value);
    const focused = row?.contains(document.activeElement);
    if (row) refreshRow(row, value, card);
    if (focused) row.focus({ preventScroll: true });
  }
  progress();
}
Object.assign(hooks, { changed, moved, went, step });

function download() {
  const by = initials()?.replace(/[^A-Za-z0-9]/g, '');
  const name = by ? `decisions-${by}.json` : 'decisions.json';
  const link = make('a', { download: name, href: URL.createObjectURL(new Blob([exported()], { type: 'application/json' })) });
  link.click();
  URL.revokeObjectURL(link.href);
  saved();
  say(`${plural(decisions.size, 'decision')} exported. Next: extract apply ${name} … -o report.xlsx`);
}

/** @type {(file: File) => Promise<void>} */
async function load(file) {
  try {
    const { count, strangers, older, keys } = imported(await file.text(), [...valuesByKey.values()].flat());
    tookUp(keys);
    sections.flatMap((s) => s.cards).forEach(refreshCard);
    progress();
    const others = strangers ? `; ${strangers} are about other files and are kept` : '';
    say(`${plural(count, 'decision')} imported${others}${older ? `; ${older} are older than those here` : ''}`);
  } catch (error) {
    say(`Not imported: ${/** @type {Error} */ (error).message}`);
  }
}

/** @type {() => void} */
function confirmAndGo() {
  const value = /** @type {Value} */ (place.value);
  if (confirm(value) && walk(true).length > 1) step(1, true);
}

/** @type {Record<string, [string, (row: any) => void, boolean?]>} */
const KEYS = {
  j: ['next value', () => step(1, false)], k: ['previous value', () => step(-1, false)],
  n: ['next open item', () => step(1, true)], p: ['previous open item', () => step(-1, true)],
  c: ['it is right, none is there, or checked: go to the next', confirmAndGo, true],
  e: ['edit or enter the value', (row) => place.value && edit(row, place.value), true],
  x: ['no such value there', () => place.value && dismiss(place.value), true],
  o: ['add a note', (row) => place.value && note(row, place.value), true],
  u: ['take back the decision on this value', () => place.value && act(place.value, { action: null, value: null, note: null }), true],
  y: ['copy the value', () => { const v = place.value && standing(place.value); if (v) void copy(v); }, true],
  z: ['show the whole page with the place marked', () => place.value && enlarge(place.value), true],
  '/': ['search', () => get('search').focus()], '?': ['this list', () => help()],
};

function help() {
  const list = [...Object.entries(KEYS).map(([key, [what]]) => [key, what]), ['Ctrl-Z', 'take back the latest decision']];
  show('Keyboard shortcuts', [make('dl', {}, list.flatMap(([key, what]) => [make('dt', {}, make('kbd', {}, key)), make('dd', {}, what)])),
    make('p', {}, 'While the whole page is shown, j, k, n, p, c, x, e, o and u work too.')]);
}

function guide() {
  show('About the numbers', batch.topics.flatMap((t) => [make('h3', {}, t.title), ...t.paragraphs.map((p) => make('p', {}, p))]));
}

function about() {
  const o = batch.overviews;
  const mb = (/** @type {number} */ bytes) => `${(bytes / 1048576).toFixed(1)} MB`;
  const all = document.documentElement.outerHTML.length;
  show('About this file', [
    make('p', {}, `${counted()}`),
    make('p', {}, `Pictures of whole pages: ${o.pages}, ${mb(o.bytes)} of at most ${mb(o.most)}.${o.left_out ? ` ${plural(o.left_out, 'page')} had no room; there, z enlarges the crop.` : ''}`),
    make('p', {}, `Size: ${mb(all)}, ${Math.round(all / 1024 / Math.max(1, batch.summary.notices))} KB per notice.`),
    make('p', {}, 'Decisions are kept in this browser on this computer as you make them. Forget on this computer removes them; Export decisions saves them as a file. Nothing is sent anywhere.'),
  ]);
}

/** A dialog gives the focus back to where it was opened; the reviewer went on since. @type {() => void} */
function stay() {
  const { card, value } = shownLast;
  if (!card || !value || get('whole').open) return;
  shownLast.value = null;
  goTo(card, value);
}

/** @type {() => void} */
function shut() {
  get('whole').close();
  stay();
}

/** @type {(event: KeyboardEvent) => void} */
function pressed(event) {
  const target = /** @type {Element} */ (event.target);
  const whole = get('whole').open;
  const typing = target.closest('input, select, textarea') || (target.closest('dialog') && !whole) || get('dialog').open || get('who').open;
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.shiftKey && !typing) {
    event.preventDefault();
    takeBack();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing) { if (event.key === 'Escape' && target.closest('#search')) /** @type {HTMLElement} */ (target).blur(); return; }
  const key = KEYS[event.key];
  if (!key || (whole && !'jknpcexouz'.includes(event.key))) return;
  const row = place.value && place.card?.rows.get(place.value);
  if (key[2] && !row?.isConnected) { say('Select a value first: press j or n'); return; }
  event.preventDefault();
  if (!whole) { key[1](row); return; }
  if ('zeo'.includes(event.key)) {
    shut();
    if (event.key !== 'z') key[1](row);
  } else if ('jk'.includes(event.key)) turn(event.key === 'j' ? 1 : -1, false);
  else if ('np'.includes(event.key)) turn(event.key === 'n' ? 1 : -1, true);
  else { key[1](row); if (place.value) enlarge(place.value); }
}

function theme() {
  const order = ['system', 'light', 'dark'];
  const next = order[(order.indexOf(document.documentElement.dataset.theme ?? 'system') + 1) % 3];
  small.set('theme', next);
  paint(next);
}

/** @type {(name: string) => void} */
function paint(name) {
  if (name === 'system') delete document.documentElement.dataset.theme; else document.documentElement.dataset.theme = name;
  get('theme').textContent = `Theme: ${name}`;
}

function counted() {
  const s = batch.summary;
  const files = /** @type {[number, string][]} */ ([[s.read, 'read'], [s.partly, 'partly read'], [s.failed, 'not read'], [s.skipped, 'skipped']]).filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`);
  const cut = s.interrupted ? ' The run was interrupted; documents not listed were not read.' : '';
  return `${plural(s.documents, 'file')} (${files.join(', ')}), ${plural(s.pages, 'page')}, ${plural(s.notices, 'notice')}.${cut}${batch.masked ? ' Masked.' : ''}`;
}

/** @type {(need: string) => void} */
function choose(need) {
  get('state').value = get('state').value === need ? '' : need;
  arrange();
}

/** @type {() => void} */
function fillSelects() {
  const states = [['', 'everything'], ...GROUPS.filter((g) => items.some((i) => i.need === g.need)).map((g) => [g.need, g.short[1]]), ['none', 'nothing to do'], ['found', 'account number found']];
  get('state').append(...states.map(([value, text]) => make('option', { value }, text)));
  const folders = foldersOf(docs).slice(0, 500);
  get('folder').append(make('option', { value: '' }, 'all'), ...folders.map((f) => make('option', { value: f }, f || '(here)')));
  get('folders').hidden = folders.length < 2;
}

/** Goes to a value, unless a filter hides it. @type {(value: Value | undefined, focus?: boolean) => void} */
function went(value, focus = true) {
  const card = value?.item.cards[0];
  if (!value || !card?.element.isConnected) return;
  goTo(card, value, focus);
  setCurrent(card, value);
}

/** Goes back to where the reviewer was: of the place and the last decision, which a crash never loses, the later. @type {() => void} */
function comeBack() {
  const kept = small.get(`place ${batch.report}`) ?? '|';
  const cut = kept.indexOf('|');
  const here = { at: kept.slice(0, cut), key: kept.slice(cut + 1) };
  for (const [key, { at }] of decisions) if (at && at > here.at && valuesByKey.has(key)) Object.assign(here, { at, key });
  went(valuesByKey.get(here.key)?.[0], false);
}

paint(small.get('theme') ?? 'system');
get('counts').textContent = counted();
get('charts').append(overview(items, choose));
fillSelects();
build();
arrange();
progress();
/** @type {number | undefined} */
let waiting;
get('search').addEventListener('input', () => { clearTimeout(waiting); waiting = window.setTimeout(arrange, 120); });
for (const id of ['state', 'folder', 'sort', 'open']) get(id).addEventListener('change', arrange);
get('filters').addEventListener('click', () => { const shown = get('sieve').classList.toggle('shown'); get('filters').setAttribute('aria-expanded', String(shown)); });
get('undo').addEventListener('click', takeBack);
get('export').addEventListener('click', download);
get('import').addEventListener('click', () => get('file').click());
get('file').addEventListener('change', async (/** @type {any} */ event) => { for (const file of event.target.files) await load(file); event.target.value = ''; });
get('initials-again').addEventListener('click', () => askWho(true));
get('who-form').addEventListener('submit', (/** @type {Event} */ event) => { event.preventDefault(); get('who').close(); setInitials(get('initials').value); });
get('who-none').addEventListener('click', () => { get('who').close(); setInitials(''); });
get('who').addEventListener('cancel', () => setInitials(''));
get('forget').addEventListener('click', () => { void forget().then(progress); });
get('print').addEventListener('click', () => window.print());
get('theme').addEventListener('click', theme);
get('guide').addEventListener('click', guide);
get('about').addEventListener('click', about);
get('help').addEventListener('click', help);
get('whole-close').addEventListener('click', shut);
get('whole-next').addEventListener('click', () => turn(1, false));
get('whole-previous').addEventListener('click', () => turn(-1, false));
get('whole-right').addEventListener('click', () => { confirmAndGo(); if (place.value) enlarge(place.value); });
get('whole').addEventListener('close', stay);
document.addEventListener('click', (event) => { const menu = document.querySelector('.menu'); if (menu && event.target instanceof Node && (!menu.contains(event.target) || event.target instanceof HTMLButtonElement)) menu.removeAttribute('open'); });
document.addEventListener('keydown', pressed);
window.addEventListener('beforeprint', () => sections.forEach((s) => s.shown.forEach(fill)));
window.addEventListener('beforeunload', (event) => { if (wouldLose()) event.preventDefault(); });
void reopen().then((count) => {
  if (count) {
    sections.flatMap((s) => s.cards).forEach(refreshCard);
    progress();
    say(`${plural(count, 'decision')} kept on this computer restored`);
  }
  comeBack();
  document.documentElement.dataset.ready = 'true';
});
