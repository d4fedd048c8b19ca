'use strict';
// What is in the file: documents, notices and their values, as plain objects; nothing here touches the page.

const json = (element) => JSON.parse(element.textContent);
const KINDS = { online_account_number: 'USCIS online account number', a_number: 'A-Number', receipt_number: 'receipt number' };
const OWNERS = { applicant: 'applicant', petitioner: 'petitioner', beneficiary: 'beneficiary', representative: "representative's own, not the client's", unknown: '' };
const STATES = { found: 'found', review: 'to review', blank: 'left blank', absent: 'not on the notice', unreadable: 'not readable' };

// The shapes of the three numbers and the characters that are seen as others, written here by the program from its own tables:
// what a person types is brought to the form that the program writes, or refused.
const SHAPES = @SHAPES@;
const FOLDS = @FOLDS@;
const typedPlainly = (text) => [...text.trim()].map((c) => FOLDS[c] ?? c).join('').replace(/[\s.-]/g, '').toUpperCase();

function normal(kind, text) {
  const shape = SHAPES[kind];
  const number = new RegExp(shape.typed).exec(typedPlainly(text))?.[1];
  if (!number || (shape.refusesZeros && /^0+$/.test(number))) return null;
  return shape.lead + number.padStart(shape.digits, '0');
}

// A finding's message with its numbers in place.
const message = (finding) => finding.message.replace(/\{(\d+)\}/g, (whole, index) => finding.values?.[index] ?? whole);
const pages = (list) => (list.length === 1 ? 'page ' : 'pages ') + list.reduce((runs, page) => {
  const last = runs[runs.length - 1];
  if (last && last[1] + 1 === page) last[1] = page; else runs.push([page, page]);
  return runs;
}, []).map(([a, b]) => (a === b ? a : `${a}-${b}`)).join(', ');

// The groups of the work list, most urgent first; the last ones ask nothing of anybody.
const GROUPS = [
  ['review', 'To review', 'Something was read, but not surely enough. Compare each number with its picture.'],
  ['missing', 'Account number missing, though expected', 'The notice was read and carries no account number, or its cell is empty.'],
  ['unreadable', 'Not readable', 'Whether these carry an account number could not be read: look at the page.'],
  ['conflict', 'Contradictions across documents', 'Acting on these without looking may cost months.'],
  ['failed', 'Files and pages that were not read', 'Nothing is known of what stands on these.'],
  ['usual', 'No account number, which is not unusual', 'Filed on paper outside ELIS, or older than the accounts.'],
];

// What a notice asks of a person; null when it asks nothing.
function needOf(notice) {
  if (notice.identifiers.some((i) => i.verdict === 'review')) return 'review';
  if (notice.account_number === 'unreadable') return 'unreadable';
  if (notice.account_number === 'found') return null;
  const warned = notice.findings.some((f) => f.kind.startsWith('account-number-') && f.severity !== 'info');
  return warned ? 'missing' : 'usual';
}

const same = (a, b) => a.length === 4 && a.every((v, i) => Math.abs(v - b[i]) < 0.02);
const inside = (inner, outer) => (inner[0] + inner[2]) / 2 >= outer[0] && (inner[0] + inner[2]) / 2 <= outer[2];

// The pictures of a value: one for each place where it was seen, none twice.
function cropsOf(identifier, crops) {
  const found = identifier.sightings.map((s) => crops.find((c) => c.shows === 'value' && c.page === s.page && same(c.box, s.box)));
  return [...new Set(found.filter(Boolean))];
}

// The picture of a notice's head. Where two notices lie on one page, the numbers of each tell which head is its own.
function headsOf(notice, crops, used) {
  const heads = crops.filter((c) => c.shows !== 'value' && notice.pages.includes(c.page) && !used.has(c));
  const places = notice.identifiers.flatMap((i) => i.sightings);
  const own = heads.filter((h) => places.some((s) => s.page === h.page && inside(s.box, h.box)));
  const chosen = own.length > 0 || heads.length < 2 ? (own.length ? own : heads) : heads.slice(0, 1);
  chosen.forEach((c) => used.add(c));
  return chosen;
}

// The rows of a notice that a person can decide on.
function valuesOf(item) {
  const { doc, notice } = item;
  const used = new Set();
  const values = notice.identifiers.map((identifier) => {
    const crops = cropsOf(identifier, doc.crops);
    const place = identifier.sightings[0];
    return { item, identifier, kind: identifier.kind, read: identifier.value, crops, asked: identifier.verdict === 'review',
      readings: crops.flatMap((c) => c.readings ?? []).slice(0, 6), page: place.page, box: place.box, notice: null };
  });
  const clients = notice.identifiers.some((i) => i.kind === 'online_account_number' && i.owner !== 'representative');
  if (!clients) {
    values.unshift({ item, identifier: null, kind: 'online_account_number', read: null, crops: headsOf(notice, doc.crops, used),
      asked: item.need === 'missing' || notice.account_number === 'unreadable', readings: [], page: notice.pages[0], box: null, notice: item.twin });
  }
  // What is asked about stands first; the account number is what people came for.
  const rank = (v) => (v.asked ? 0 : 2) + (v.kind === 'online_account_number' ? 0 : 1);
  values.sort((a, b) => rank(a) - rank(b));
  for (const value of values) value.key = keyOf(doc.record.content_hash ?? doc.record.path, value);
  return values;
}

const keyOf = (hash, v) => [hash, v.page, v.kind, v.box ? v.box.join(',') : `notice ${v.notice ?? 0}`].join('|');

// All that the page lists: an item a notice, a file that was not read, a contradiction.
function itemsOf(docs, batch) {
  const items = [];
  const add = (item) => { item.id = items.length; item.cards = []; items.push(item); };
  for (const doc of docs) {
    const record = doc.record;
    const begun = {};
    for (const notice of record.notices) {
      const twin = begun[notice.pages[0]] ?? 0;
      begun[notice.pages[0]] = twin + 1;
      const item = { kind: 'notice', doc, notice, twin, need: needOf(notice), state: notice.account_number };
      add(item);
      item.values = valuesOf(item);
    }
    const failed = record.pages.filter((p) => p.state === 'failed');
    if (record.error || failed.length > 0) add({ kind: 'file', doc, failed, need: 'failed', state: 'failed', values: [] });
  }
  for (const finding of batch.findings) add({ kind: 'batch', finding, need: 'conflict', state: 'conflict', values: [] });
  for (const item of items) item.words = wordsOf(item);
  return items;
}

// Everything that a search looks at, in small letters, numbers also without separators.
function wordsOf(item) {
  const parts = [];
  if (item.doc) parts.push(item.doc.record.path);
  if (item.finding) parts.push(message(item.finding), ...(item.finding.documents ?? []));
  if (item.notice) {
    const n = item.notice;
    parts.push(n.form, n.notice_type, n.notice_date, STATES[n.account_number], ...n.findings.map(message));
    for (const i of n.identifiers) parts.push(i.value, KINDS[i.kind], ...i.sightings.flatMap((s) => [s.printed, s.label]));
  }
  if (item.doc?.record.error) parts.push(item.doc.record.error.message);
  return parts.filter(Boolean).join('\n').toLowerCase();
}
