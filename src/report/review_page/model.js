'use strict';
// The data of the report as plain objects: documents, notices and values. Nothing here touches the page.

const json = (element) => JSON.parse(element.textContent);
const KINDS = { online_account_number: 'USCIS online account number', a_number: 'A-Number', receipt_number: 'receipt number' };
const OWNERS = { applicant: 'applicant', petitioner: 'petitioner', beneficiary: 'beneficiary', representative: "representative's, not the client's", unknown: '' };
const STATES = { found: 'found', review: 'needs review', blank: 'blank', absent: 'not on this notice', unreadable: 'unreadable' };

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

// The message of a finding with its placeholders filled in.
const message = (finding) => finding.message.replace(/\{(\d+)\}/g, (whole, index) => finding.values?.[index] ?? whole);
const pages = (list) => (list.length === 1 ? 'page ' : 'pages ') + list.reduce((runs, page) => {
  const last = runs[runs.length - 1];
  if (last && last[1] + 1 === page) last[1] = page; else runs.push([page, page]);
  return runs;
}, []).map(([a, b]) => (a === b ? a : `${a}-${b}`)).join(', ');

// The groups of open items, most urgent first. The last one needs no action.
const GROUPS = [
  ['review', 'Needs review', 'These numbers couldn\'t be confirmed. Compare each one with its image.'],
  ['missing', 'Account number missing, but expected', 'The notice has no account number, or its field is blank.'],
  ['unreadable', 'Unreadable', 'Couldn\'t determine whether these have an account number. Check the page.'],
  ['conflict', 'Contradictions across documents', 'Check these first. Acting on a wrong number can cost months.'],
  ['failed', 'Files and pages that couldn\'t be read', 'Their contents are unknown.'],
  ['usual', 'No account number (not unusual)', 'Filed on paper outside ELIS, or older than online accounts.'],
];

// Which group a notice belongs to; null if it needs no action.
function needOf(notice) {
  if (notice.identifiers.some((i) => i.verdict === 'review')) return 'review';
  if (notice.account_number === 'unreadable') return 'unreadable';
  if (notice.account_number === 'found') return null;
  const warned = notice.findings.some((f) => f.kind.startsWith('account-number-') && f.severity !== 'info');
  return warned ? 'missing' : 'usual';
}

const same = (a, b) => a.length === 4 && a.every((v, i) => Math.abs(v - b[i]) < 0.02);
const inside = (inner, outer) => (inner[0] + inner[2]) / 2 >= outer[0] && (inner[0] + inner[2]) / 2 <= outer[2];

// The crops of a value, one per sighting, without duplicates.
function cropsOf(identifier, crops) {
  const found = identifier.sightings.map((s) => crops.find((c) => c.shows === 'value' && c.page === s.page && same(c.box, s.box)));
  return [...new Set(found.filter(Boolean))];
}

// The crop of the top of a notice. If a page has two notices, their numbers tell which crop belongs to which.
function headsOf(notice, crops, used) {
  const heads = crops.filter((c) => c.shows !== 'value' && notice.pages.includes(c.page) && !used.has(c));
  const places = notice.identifiers.flatMap((i) => i.sightings);
  const own = heads.filter((h) => places.some((s) => s.page === h.page && inside(s.box, h.box)));
  const chosen = own.length > 0 || heads.length < 2 ? (own.length ? own : heads) : heads.slice(0, 1);
  chosen.forEach((c) => used.add(c));
  return chosen;
}

// The values of a notice that a reviewer can decide on.
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
  // Open values come first, then the account number, which matters most.
  const rank = (v) => (v.asked ? 0 : 2) + (v.kind === 'online_account_number' ? 0 : 1);
  values.sort((a, b) => rank(a) - rank(b));
  for (const value of values) value.key = keyOf(doc.record.content_hash ?? doc.record.path, value);
  return values;
}

const keyOf = (hash, v) => [hash, v.page, v.kind, v.box ? v.box.join(',') : `notice ${v.notice ?? 0}`].join('|');

// All items of the page: one per notice, per file that couldn't be read and per contradiction.
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

// The searchable text of an item, in lower case.
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
