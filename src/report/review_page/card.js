// Cards, one per notice, file or contradiction. Their bodies are created when they come near the viewport.

const nearby = new IntersectionObserver((entries) => {
  for (const entry of entries) if (entry.isIntersecting) fill(entry.target.card);
}, { rootMargin: '900px' });

function newCard(item, open) {
  const card = { item, open, filled: false, body: make('div', { class: 'body', hidden: !open }), rows: new Map() };
  card.element = make('article', { class: 'card' }, make('div', { class: 'top' }), card.body);
  card.element.card = card;
  item.cards.push(card);
  refreshTop(card);
  nearby.observe(card.element);
  return card;
}

function named(item) {
  if (item.kind === 'batch') return make('span', { class: 'path' }, (item.finding.documents ?? []).join(', '));
  const path = item.doc.record.path;
  const cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
  const page = item.notice ? item.notice.pages[0] : 1;
  const text = [path.slice(0, cut), make('b', {}, path.slice(cut))];
  const name = item.doc.link ? make('a', { href: `${item.doc.link}#page=${page}`, target: '_blank', rel: 'noopener noreferrer' }, text) : make('span', {}, text);
  const place = item.notice ? pages(item.notice.pages) : plural(item.doc.record.page_count, 'page');
  return make('span', { class: 'path' }, name, make('span', { class: 'dim' }, `, ${place}`));
}

function badgeOf(item) {
  if (asks(item) && finished(item)) return badge('checked', 'done');
  if (item.kind === 'batch') return badge('contradiction', 'conflict');
  if (item.kind === 'file') return badge({ partly: 'partly read', failed: 'failed', skipped: 'skipped' }[item.doc.record.outcome] ?? 'damaged', 'failed');
  if (item.need === 'review') return badge('needs review', 'review');
  if (item.state === 'absent') return badge(item.need === 'usual' ? 'none (not unusual)' : 'missing', item.need === 'usual' ? 'usual' : 'missing');
  return badge(STATES[item.state], item.state);
}

function numbers(item, kind) {
  const shown = item.values.filter((v) => v.kind === kind && v.identifier?.owner !== 'representative').map(standing).filter(Boolean);
  return make('span', { class: 'num' }, [...new Set(shown)].slice(0, 2).join(' ') + (shown.length > 2 ? ' …' : ''));
}

function refreshTop(card) {
  const { item, element } = card;
  const top = element.firstChild;
  element.className = `card s-${item.need === 'review' ? 'review' : item.state}${card.open ? ' open' : ''}${asks(item) && finished(item) ? ' done' : ''}`;
  const cells = [badgeOf(item), make('h3', {}, named(item))];
  if (item.kind === 'notice') {
    const n = item.notice;
    cells.push(make('span', { class: 'plain' }, [n.form, n.notice_type].filter(Boolean).join(', ') || (n.is_notice ? 'notice of action' : 'not a notice, but contains identifiers')));
    cells.push(make('span', { class: 'dim' }, n.notice_date ?? ''), numbers(item, 'online_account_number'), numbers(item, 'receipt_number'));
  } else {
    const text = item.kind === 'batch' ? message(item.finding) : item.doc.record.error?.message ?? '';
    const cell = make('span', { class: 'plain' }, text);
    cell.style.gridColumn = 'span 4';
    cells.push(cell);
  }
  const more = make('button', { type: 'button', class: 'more', 'aria-expanded': String(card.open), onclick: () => toggle(card) }, card.open ? 'Close' : 'Open');
  top.replaceChildren(...cells, more);
}

function toggle(card, open = !card.open) {
  card.open = open;
  card.body.hidden = !open;
  refreshTop(card);
  if (open) fill(card);
  card.element.querySelector('button.more').focus({ preventScroll: true });
}

function adviceOf(finding) {
  const line = make('div', { class: 'finding' }, badge({ info: 'note', warning: 'warning', error: 'error' }[finding.severity], { info: 'usual', warning: 'review', error: 'failed' }[finding.severity]), make('span', {}, message(finding)));
  const others = (finding.documents ?? []).length ? make('p', { class: 'dim' }, `See ${finding.documents.join(', ')}`) : null;
  const advice = finding.advice ? make('details', {}, make('summary', {}, 'What to do'), make('p', {}, finding.advice)) : null;
  return [line, others, advice];
}

// Creates the body of an open card, once.
function fill(card) {
  if (card.filled || !card.open) return;
  card.filled = true;
  const { item, body } = card;
  const findings = item.kind === 'batch' ? [item.finding] : item.kind === 'notice' ? item.notice.findings : item.doc.record.findings;
  if (item.kind === 'file') body.append(...fileBody(item));
  const silent = (f) => f.kind === 'to-review';
  body.append(...findings.filter((f) => !silent(f)).flatMap(adviceOf).filter(Boolean));
  for (const value of item.values) {
    const row = make('div', { class: 'value', tabindex: '-1', role: 'group', onfocus: () => setCurrent(card, value) });
    card.rows.set(value, row);
    body.append(row);
    refreshRow(row, value, card);
  }
}

function fileBody(item) {
  const { error, pages: list } = item.doc.record;
  const parts = error ? [make('p', {}, make('b', {}, error.message), error.advice ? `. What to do: ${error.advice}.` : '')] : [];
  const failed = item.failed.map((p) => p.page);
  if (failed.length > 0 && list.length > 1) parts.push(make('p', {}, `Unreadable: ${pages(failed)} of ${list.length}`));
  const seen = item.doc.crops.filter((c) => c.shows === 'page' && failed.includes(c.page));
  return parts.concat(seen.map((crop) => cropButton(crop, `Page ${crop.page} (unreadable)`)));
}

function cropButton(crop, alt) {
  const small = crop.shows === 'value' ? ' small' : '';
  return make('button', { type: 'button', class: `crop${small}`, 'aria-label': `${alt}: enlarge`, onclick: () => enlarge(crop, alt) }, picture(crop, alt));
}

function enlarge(crop, alt) {
  const large = make('div', { class: 'crop' }, picture(crop, alt, crop.shows === 'value' ? 2 : 1.6));
  show(alt, [large]);
}

function describe(value) {
  const owner = value.identifier ? OWNERS[value.identifier.owner] : '';
  return [KINDS[value.kind], owner].filter(Boolean).join(', ');
}

function refreshRow(row, value, card) {
  const { identifier } = value;
  const decision = decisionOn(value);
  const alt = identifier ? `${KINDS[value.kind]} on page ${value.page}` : `Top of page ${value.page}`;
  const crops = make('div', { class: 'crops' }, value.crops.length ? value.crops.slice(0, 3).map((c) => cropButton(c, alt)) : make('span', { class: 'dim' }, `no image; page ${value.page}`));
  const current = standing(value);
  const said = decision?.action ? make('span', { class: 'badge b-done' }, { confirmed: 'confirmed', corrected: 'corrected', dismissed: 'dismissed', supplied: 'entered', checked: 'checked: none' }[decision.action]) : null;
  const changed = decision && value.read && current !== value.read;
  const head = make('div', { class: 'row' }, make('span', {}, describe(value)), identifier ? badge(identifier.verdict === 'review' ? 'needs review' : 'accepted', identifier.verdict) : badge(STATES[value.item.state], value.item.state), said);
  const number = make('div', { class: 'row' },
    current ? make('span', { class: 'num read' }, current) : make('span', { class: 'dim' }, decision?.action === 'dismissed' ? 'no such number' : 'none'),
    changed ? make('span', { class: 'num was' }, value.read) : null,
    current ? make('button', { type: 'button', 'aria-label': `Copy ${current}`, onclick: () => copy(current) }, 'Copy') : null);
  const why = identifier ? make('details', { open: value.asked && !value.readings.length }, make('summary', {}, `Why (confidence ${Math.round(100 * identifier.confidence)}%)`), make('ul', {}, identifier.evidence.map((e) => make('li', {}, e)))) : null;
  const right = make('div', {}, head, number,
    value.readings.length ? readings(value, (v) => act(value, { action: v === value.read ? 'confirmed' : 'corrected', value: v })) : null,
    why, decision?.note ? make('p', { class: 'mine' }, `Note: ${decision.note}`) : null, actions(value, row, decision));
  row.setAttribute('aria-label', `${describe(value)}: ${current ?? 'none'}${identifier ? `, ${identifier.verdict}` : ''}`);
  row.classList.toggle('current', place.card === card && place.value === value);
  row.replaceChildren(crops, right);
}

function actions(value, row, decision) {
  const button = (text, key, onclick) => make('button', { type: 'button', 'aria-keyshortcuts': key, title: `Key ${key}`, onclick }, text);
  const list = value.identifier
    ? [button('Correct', 'c', () => confirm(value)), button('Edit', 'e', () => edit(row, value)), button('No such number', 'x', () => dismiss(value))]
    : [button('None on the notice', 'c', () => confirm(value)), button('Enter number', 'e', () => edit(row, value))];
  list.push(button('Note', 'o', () => note(row, value)));
  if (decision) list.push(button('Undo', 'u', () => act(value, { action: null, value: null, note: null })));
  return make('div', { class: 'row acts' }, list);
}

function confirm(value) {
  act(value, value.identifier ? { action: 'confirmed', value: batch.masked ? null : value.read } : { action: 'checked', value: null });
}

function dismiss(value) {
  if (value.identifier) act(value, { action: 'dismissed', value: null });
}

// Opens a text field in a row. `done` returns an error message, or nothing if the input is valid.
function line(row, label, start, hint, done) {
  row.querySelector('form.edit')?.remove();
  const input = make('input', { type: 'text', 'aria-label': label, placeholder: hint, autocomplete: 'off', spellcheck: 'false' });
  input.value = start;
  const wrong = make('span', { class: 'wrong', role: 'alert' });
  const close = () => { form.remove(); row.focus(); };
  const form = make('form', { class: 'edit', onsubmit: (event) => {
    event.preventDefault();
    const error = done(input.value);
    if (error) wrong.textContent = error;
  } }, make('label', {}, `${label} `, input), make('button', {}, 'Save'), make('button', { type: 'button', onclick: close }, 'Cancel'), wrong);
  form.addEventListener('keydown', (event) => { if (event.key === 'Escape') close(); event.stopPropagation(); });
  row.lastChild.append(form);
  input.focus();
  input.select();
}

function edit(row, value) {
  const shape = SHAPES[value.kind];
  const start = batch.masked ? '' : standing(value) ?? '';
  line(row, KINDS[value.kind], start, shape.hint, (text) => {
    const typed = normal(value.kind, text);
    if (!typed) return `Not a valid ${KINDS[value.kind]}: enter ${shape.hint}.`;
    const action = !value.identifier ? 'supplied' : typed === value.read ? 'confirmed' : 'corrected';
    act(value, { action, value: typed });
    return null;
  });
}

function note(row, value) {
  line(row, 'Note', decisionOn(value)?.note ?? '', 'for the report', (text) => { act(value, { note: text.trim() || null }); return null; });
}
