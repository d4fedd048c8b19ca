// The page: sections, search, filter, sorting, keyboard shortcuts, import and export.

const batch = json(document.getElementById('batch'));
const docs = [...document.querySelectorAll('script.document')].map(json);
const items = itemsOf(docs, batch);
const get = (id) => document.getElementById(id);
const place = { card: null, value: null };
let sections = [];

function say(text) {
  get('said').textContent = text;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { get('said').textContent = ''; }, 4000);
}

function show(title, content) {
  const dialog = get('dialog');
  get('dialog-title').textContent = clean(title);
  dialog.querySelector('div').replaceChildren(...content);
  dialog.showModal();
}

// Applies a decision and updates every card that shows the notice.
function act(value, change) {
  decide(value, change);
  for (const card of value.item.cards) {
    refreshTop(card);
    card.rows.forEach((row, v) => refreshRow(row, v, card));
  }
  const row = place.value === value && place.card?.rows.get(value);
  if (row) row.focus({ preventScroll: true });
  progress();
}

function progress() {
  const asked = items.flatMap((i) => i.values).filter((v) => v.asked);
  const done = asked.filter(decided).length;
  const bar = get('progress').querySelector('progress');
  bar.max = Math.max(asked.length, 1);
  bar.value = asked.length ? done : 1;
  const more = decisions.size > done ? `; ${plural(decisions.size, 'decision')} in total` : '';
  get('progress').querySelector('span').textContent = asked.length ? `${done} of ${asked.length} checked${more}` : `nothing to check${more}`;
}

// The filter set in the toolbar, as a predicate on items.
function chosen() {
  const words = get('search').value.toLowerCase().split(/\s+/).filter(Boolean);
  const state = get('state').value;
  const bare = (text) => text.replace(/[\s.-]/g, '');
  const typed = bare(words.join(''));
  return (item) => {
    const fits = state === '' || item.need === state || (state === 'found' && item.state === 'found') || (state === 'missing' && item.need === 'usual');
    const found = words.every((w) => item.words.includes(w)) || (/\d{4}/.test(typed) && bare(item.words).includes(typed));
    return fits && found && !(get('open').checked && asks(item) && finished(item));
  };
}

const ORDERS = {
  need: (a, b) => weight(b) - weight(a) || a.id - b.id,
  file: (a, b) => (a.doc?.record.path ?? '').localeCompare(b.doc?.record.path ?? '') || a.id - b.id,
  date: (a, b) => (Date.parse(a.notice?.notice_date) || 8e15) - (Date.parse(b.notice?.notice_date) || 8e15) || a.id - b.id,
  confidence: (a, b) => least(a) - least(b) || a.id - b.id,
};
// Within a group, open account numbers come first.
const weight = (item) => item.values.filter((v) => v.asked && v.kind === 'online_account_number').length;
const least = (item) => Math.min(1, ...item.values.filter((v) => v.identifier).map((v) => v.identifier.confidence));

function build() {
  const all = items.filter((i) => i.kind === 'notice');
  const groups = GROUPS.map(([need, title, why]) => [title, why, items.filter((i) => i.need === need), need !== 'usual']);
  groups.push(['All notices', 'In file order. Open one to see its numbers.', all, false]);
  sections = groups.filter(([, , list]) => list.length > 0).map(([title, why, list, open]) => {
    const count = make('span', { class: 'count' });
    const element = make('section', { 'aria-label': title }, make('div', { class: 'head' }, make('h2', {}, title), count), make('p', { class: 'why' }, why));
    const cards = list.map((item) => newCard(item, open));
    return { element, cards, count, listed: title === 'All notices' };
  });
  get('work').replaceChildren(...sections.map((s) => s.element));
}

function arrange() {
  const fits = chosen();
  for (const section of sections) {
    const sort = get('sort').value;
    const order = section.listed && sort === 'need' ? (a, b) => a.id - b.id : ORDERS[sort];
    const shown = section.cards.filter((c) => fits(c.item)).sort((a, b) => order(a.item, b.item));
    section.shown = shown;
    section.count.textContent = shown.length === section.cards.length ? `${shown.length}` : `${shown.length} of ${section.cards.length}`;
    for (const card of section.cards) card.element.remove();
    section.element.append(...shown.map((c) => c.element));
    section.element.hidden = shown.length === 0;
  }
  // Fill the first cards without waiting for the observer.
  sections.flatMap((s) => s.shown.filter((c) => c.open)).slice(0, 5).forEach(fill);
}

// The rows of open cards, in page order. If `open`, only those that still need a check, and the current one.
function walk(open) {
  const rows = sections.flatMap((s) => (s.shown ?? []).filter((c) => c.open).flatMap((card) => card.item.values.map((value) => ({ card, value }))));
  return open ? rows.filter(({ value, card }) => (value.asked && !decided(value)) || (card === place.card && value === place.value)) : rows;
}

function step(by, open) {
  const rows = walk(open);
  const at = rows.findIndex((r) => r.card === place.card && r.value === place.value);
  const next = at < 0 ? rows[by > 0 ? 0 : rows.length - 1] : rows[at + by];
  if (!next || next.value === place.value) { say(by > 0 ? 'No more items below' : 'No more items above'); return; }
  fill(next.card);
  const row = next.card.rows.get(next.value);
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'center' });
}

function setCurrent(card, value) {
  if (place.card === card && place.value === value) return;
  place.card?.rows.get(place.value)?.classList.remove('current');
  Object.assign(place, { card, value });
  card.rows.get(value).classList.add('current');
}

async function copy(text) {
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

function download() {
  const link = make('a', { download: 'decisions.json', href: URL.createObjectURL(new Blob([exported()], { type: 'application/json' })) });
  link.click();
  URL.revokeObjectURL(link.href);
  unsaved = false;
  say(`${plural(decisions.size, 'decision')} exported. Next: extract apply decisions.json … -o report.xlsx`);
}

async function load(file) {
  try {
    const { count, strangers } = imported(await file.text(), items.flatMap((i) => i.values));
    items.forEach((item) => item.cards.forEach((card) => { refreshTop(card); card.rows.forEach((row, value) => refreshRow(row, value, card)); }));
    progress();
    say(`${plural(count, 'decision')} imported${strangers ? `; ${strangers} don't match this report and are kept` : ''}`);
  } catch (error) {
    say(`Not imported: ${error.message}`);
  }
}

const KEYS = {
  j: ['next number', () => step(1, false)], k: ['previous number', () => step(-1, false)],
  n: ['next open item', () => step(1, true)], p: ['previous open item', () => step(-1, true)],
  c: ['mark as checked (correct, or no number there) and go to the next', () => { confirm(place.value); if (walk(true).length > 1) step(1, true); }, true],
  e: ['edit or enter the number', (row) => edit(row, place.value), true],
  x: ['no such number', () => dismiss(place.value), true],
  o: ['add a note', (row) => note(row, place.value), true],
  u: ['undo the decision', () => act(place.value, { action: null, value: null, note: null }), true],
  y: ['copy the number', () => { const v = standing(place.value); if (v) copy(v); }, true],
  z: ['enlarge the image', (row) => row.querySelector('.crop')?.click(), true],
  '/': ['search', () => get('search').focus()], '?': ['this list', () => help()],
};

function help() {
  show('Keyboard shortcuts', [make('dl', {}, Object.entries(KEYS).flatMap(([key, [what]]) => [make('dt', {}, make('kbd', {}, key)), make('dd', {}, what)]))]);
}

function guide() {
  show('About the numbers', batch.topics.map((t) => make('div', { class: 'text' }, make('h3', {}, t.title), t.paragraphs.map((p) => make('p', {}, p)))));
}

function pressed(event) {
  const typing = event.target.closest('input, select, textarea, dialog');
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing) { if (event.key === 'Escape') event.target.blur(); return; }
  const key = KEYS[event.key];
  if (!key) return;
  const row = place.card?.rows.get(place.value);
  if (key[2] && !row?.isConnected) { say('Select a number first: press j or n'); return; }
  event.preventDefault();
  key[1](row);
}

function theme() {
  const order = ['system', 'light', 'dark'];
  const next = order[(order.indexOf(document.documentElement.dataset.theme ?? 'system') + 1) % 3];
  if (next === 'system') delete document.documentElement.dataset.theme; else document.documentElement.dataset.theme = next;
  get('theme').textContent = `Theme: ${next}`;
}

function counted() {
  const s = batch.summary;
  const files = [[s.read, 'read'], [s.partly, 'partly read'], [s.failed, 'failed'], [s.skipped, 'skipped']].filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`);
  const cut = s.interrupted ? ' The run was interrupted; documents not listed were not read.' : '';
  return `${plural(s.documents, 'document')} (${files.join(', ')}), ${plural(s.pages, 'page')}, ${plural(s.notices, 'notice')}.${cut}${batch.masked ? ' Numbers are masked.' : ''}`;
}

get('counts').textContent = counted();
get('charts').append(chartOfStates(items), chartOfNumbers(items));
build();
arrange();
progress();
let waiting;
get('search').addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(arrange, 120); });
for (const id of ['state', 'sort', 'open']) get(id).addEventListener('change', arrange);
get('export').addEventListener('click', download);
get('import').addEventListener('click', () => get('file').click());
get('file').addEventListener('change', (event) => { const [file] = event.target.files; if (file) load(file); event.target.value = ''; });
get('print').addEventListener('click', () => window.print());
get('theme').addEventListener('click', theme);
get('guide').addEventListener('click', guide);
get('help').addEventListener('click', help);
document.addEventListener('keydown', pressed);
window.addEventListener('beforeprint', () => sections.forEach((s) => s.shown.forEach(fill)));
window.addEventListener('beforeunload', (event) => { if (unsaved) event.preventDefault(); });
