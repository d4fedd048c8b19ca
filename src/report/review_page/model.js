// The data of the report as plain objects: documents, notices and what a person can decide. Nothing here touches the page.

import { FIELDS, TABLES } from './tables.js';
import { capital, daysTo, message, parts } from './words.js';

/** @typedef {[number, number, number, number]} Box */
/** @typedef {{action: 'confirmed' | 'corrected' | 'dismissed' | 'supplied' | 'checked', by?: string, at?: string}} Mark */
/** @typedef {{page: number, box: Box, printed: string, source: string, label: string | null}} Sighting */
/** @typedef {{kind: string, value: string, verdict: string, owner: string, confidence: number, sightings: Sighting[], evidence: string[], person?: string, decided?: Mark}} Identifier */
/** @typedef {{value: string, printed: string, title?: string, verdict: string, confidence: number, sightings: Sighting[], evidence: string[], decided?: Mark}} Field */
/** @typedef {{date: string, time?: string, latest?: string, basis: string, rule: string, source: string}} Deadline */
/** @typedef {{kind: string, severity: 'info' | 'warning' | 'error', message: string, advice: string, values?: string[], documents?: string[], deadline?: Deadline, decided?: Mark}} Finding */
/** @typedef {{pages: number[], is_notice: boolean, form: string | null, notice_type: string | null, notice_date: string | null, account_number: string, fields?: Record<string, Field>, identifiers: Identifier[], findings: Finding[], decided?: (Mark & {kind: string})[]}} Notice */
/** @typedef {{page: number, box: Box, shows: 'value' | 'head' | 'page' | 'overview', size: [number, number], mark?: Box, readings?: {reader: string, value: string | null}[], picture: string}} Crop */
/** @typedef {{path: string, content_hash?: string, outcome: string, error: {message: string, advice: string} | null, page_count: number, pages: {page: number, state: string}[], notices: Notice[], findings: Finding[], decided?: Mark}} Record_ */
/** @typedef {{record: Record_, link: string | null, crops: Crop[]}} Doc */
/** @typedef {{documents: number, read: number, partly: number, failed: number, skipped: number, pages: number, notices: number, interrupted: boolean}} Summary */
/** @typedef {{summary: Summary, findings: Finding[], masked: boolean, topics: {title: string, paragraphs: string[]}[], report: string, overviews: {pages: number, left_out: number, bytes: number, most: number}}} Batch */
/** @typedef {{id: number, kind: 'notice' | 'file' | 'batch' | 'deadline', doc: Doc | null, notice: Notice | null, finding: Finding | null, failed: {page: number}[], twin: number, need: string | null, state: string, values: Value[], words: string, cards: any[]}} Item */
/**
 * Something that a person can decide: a number, a field, a finding or a document. `shows` is the value whose image it has.
 * @typedef {{item: Item, sort: 'number' | 'field' | 'finding' | 'document', kind: string, name: string, record: Identifier | Field | null, finding: Finding | null, about: Finding | null, read: string | null, crops: Crop[], asked: boolean, readings: {reader: string, value: string | null}[], page: number, box: Box | null, notice: number | null, mark: Mark | null, shows: Value | null, key: string}} Value
 */

export const STATES = { found: 'found', review: 'needs review', blank: 'blank', absent: 'not on this notice', unreadable: 'unreadable' };
const OWNERS = { applicant: 'applicant', petitioner: 'petitioner', beneficiary: 'beneficiary', representative: "representative's, not the client's", unknown: '' };
const ACCOUNT = 'online_account_number';
const RECEIPT = 'receipt_number';
export const PEOPLE = ['applicant', 'beneficiary', 'petitioner', 'addressee'];

// The sections, in the order in which they are worked through: what costs most comes first. The last ones ask for nothing.
export const GROUPS = [
  { need: 'conflict', title: 'Contradictions across documents', short: ['contradiction', 'contradictions'], why: 'Acting on a wrong number can cost months. Compare both pages.' },
  { need: 'review', title: 'Needs review', short: ['needs review', 'need review'], why: 'Compare each value with its image.' },
  { need: 'missing', title: 'Missing, but expected', short: ['missing', 'missing'], why: 'The notice should have it. Look at the page, then enter it or check it off.' },
  { need: 'unreadable', title: 'Unreadable', short: ['unreadable', 'unreadable'], why: 'Something could not be read. Look at the page.' },
  { need: 'failed', title: 'Files and pages that couldn\'t be read', short: ['not read', 'not read'], why: 'Their contents are unknown. Look at them by hand.' },
  { need: 'deadline', title: 'Deadlines that are near', short: ['deadline', 'deadlines'], why: 'Due in the next 45 days, or passed in the last 14. A computed date says so: the printed date counts.' },
];
const DUE_WITHIN = 45;
const DUE_SINCE = 14;

// Findings that an account number, a number or a field on the card stands for.
const COVERED = new Set(['to-review', 'account-number-missing', 'account-number-blank', 'account-number-unreadable', 'account-number-too-early', 'receipt-number-not-read', 'note']);
const CONFLICTS = new Set(['two-accounts', 'shared-account', 'two-names', 'dates-out-of-order', 'validity-reversed', 'decisions-disagree']);
const UNREAD = new Set(['number-unread', 'print-unread', 'page-unreadable', 'candidates-left-out']);
/** What findings are called on their rows; the others are a `Check` or a `Note`. @type {Record<string, string>} */
const NAMES = { 'deadline-response': 'Response due', 'deadline-appointment': 'Appointment', 'deadline-validity-end': 'Validity ends', 'field-missing': 'Not read', 'number-unread': 'Not read', 'print-unread': 'Not read', 'page-unreadable': 'Not read' };
/** The fields that printed deadlines are taken from; computed ones count from the date of the notice. @type {Record<string, string>} */
const DUE_FIELDS = { 'deadline-response': 'response_due', 'deadline-appointment': 'appointment_date', 'deadline-validity-end': 'valid_to' };

/** @type {(notice: Notice, kind: string) => Mark | null} */
const settled = (notice, kind) => notice.decided?.find((d) => d.kind === kind) ?? null;

/** @type {(a: Box, b: Box) => boolean} */
const same = (a, b) => a.length === 4 && a.every((v, i) => Math.abs(v - b[i]) < 0.02);
/** @type {(inner: Box, outer: Box) => boolean} */
const inside = (inner, outer) => (inner[0] + inner[2]) / 2 >= outer[0] && (inner[0] + inner[2]) / 2 <= outer[2];

/** The crops of a value, one per sighting, without duplicates. @type {(sightings: Sighting[], crops: Crop[]) => Crop[]} */
function cropsOf(sightings, crops) {
  const found = sightings.map((s) => crops.find((c) => c.shows === 'value' && c.page === s.page && same(c.box, s.box)));
  return [...new Set(found.filter((c) => c !== undefined))];
}

/**
 * The crop of the top of a notice. If a page has two notices, their numbers tell which crop belongs to which.
 * @type {(notice: Notice, crops: Crop[]) => Crop[]}
 */
function headsOf(notice, crops) {
  const heads = crops.filter((c) => (c.shows === 'head' || c.shows === 'page') && notice.pages.includes(c.page));
  const places = notice.identifiers.flatMap((i) => i.sightings);
  const own = heads.filter((h) => places.some((s) => s.page === h.page && inside(s.box, h.box)));
  return own.length ? own : heads.slice(0, 1);
}

/** @type {(value: Partial<Value> & {item: Item, sort: Value['sort'], kind: string, name: string, page: number}) => Value} */
function made(value) {
  /** @type {Value} */
  const whole = { record: null, finding: null, about: null, read: null, crops: [], asked: false, readings: [], box: null, notice: null, mark: null, shows: null, key: '', ...value };
  const record = whole.item.doc?.record;
  whole.key = keyOf(record?.content_hash ?? record?.path ?? '', whole);
  return whole;
}

/** What a decision is kept under. @type {(file: string, d: {page: number, kind: string, box: Box | null, notice: number | null, read: string | null}) => string} */
export function keyOf(file, d) {
  const place = d.box ? d.box.join(',') : `notice ${d.notice ?? '-'}`;
  const isValue = TABLES.shapes[d.kind] || FIELDS[d.kind] || d.kind === 'document';
  return [file, d.page, d.kind, place, isValue ? '' : d.read].join('|');
}

/** @type {(item: Item, notice: Notice, doc: Doc) => Value[]} */
function numbersOf(item, notice, doc) {
  const values = notice.identifiers.map((identifier) => {
    const crops = cropsOf(identifier.sightings, doc.crops);
    const place = identifier.sightings[0];
    const owner = OWNERS[/** @type {keyof typeof OWNERS} */ (identifier.owner)];
    const name = [capital(TABLES.shapes[identifier.kind].name), owner].filter(Boolean).join(', ');
    return made({ item, sort: 'number', kind: identifier.kind, name, record: identifier, read: identifier.value, crops, asked: identifier.verdict === 'review',
      readings: crops.flatMap((c) => c.readings ?? []).slice(0, 6), page: place.page, box: identifier.decided?.action === 'supplied' ? null : place.box,
      notice: identifier.decided?.action === 'supplied' ? item.twin : null, mark: identifier.decided ?? null });
  });
  const clients = notice.identifiers.some((i) => i.kind === ACCOUNT && i.owner !== 'representative');
  const none = (/** @type {string} */ kind, /** @type {boolean} */ asked) => made({ item, sort: 'number', kind, name: capital(TABLES.shapes[kind].name), crops: headsOf(notice, doc.crops), asked,
    page: notice.pages[0], notice: item.twin, mark: settled(notice, kind),
    about: notice.findings.find((f) => f.kind.startsWith(kind === ACCOUNT ? 'account-number-' : 'receipt-number-')) ?? null });
  if (!clients) values.unshift(none(ACCOUNT, accountAsked(notice)));
  if (notice.findings.some((f) => f.kind === 'receipt-number-not-read')) values.unshift(none(RECEIPT, true));
  return values;
}

/** Whether somebody must look for the account number. @type {(notice: Notice) => boolean} */
function accountAsked(notice) {
  if (notice.account_number === 'found' || settled(notice, ACCOUNT)) return false;
  const warned = notice.findings.some((f) => f.kind.startsWith('account-number-') && f.severity !== 'info');
  return warned || notice.account_number === 'unreadable';
}

/** @type {(item: Item, notice: Notice, doc: Doc) => Value[]} */
function fieldsOf(item, notice, doc) {
  const read = TABLES.fields.filter(({ key }) => notice.fields?.[key]);
  const values = read.map(({ key, heading }) => {
    const field = /** @type {Field} */ (notice.fields?.[key]);
    const place = field.sightings[0];
    const supplied = field.decided?.action === 'supplied';
    return made({ item, sort: 'field', kind: key, name: heading, record: field, read: field.value, crops: cropsOf(field.sightings, doc.crops), asked: field.verdict === 'review',
      page: place?.page ?? notice.pages[0], box: supplied ? null : place?.box ?? null, notice: supplied || !place ? item.twin : null, mark: field.decided ?? null });
  });
  const gone = TABLES.fields.filter(({ key }) => !notice.fields?.[key] && settled(notice, key));
  return values.concat(gone.map(({ key, heading }) => made({ item, sort: 'field', kind: key, name: heading, page: notice.pages[0], notice: item.twin, mark: settled(notice, key) })));
}

/** A field that was not read, for a person to enter. @type {(item: Item, key: string) => Value} */
export function emptyField(item, key) {
  return made({ item, sort: 'field', kind: key, name: FIELDS[key].heading, page: item.notice?.pages[0] ?? 1, notice: item.twin });
}

/** @type {(item: Item, finding: Finding, notice: number | null, asked: boolean) => Value} */
function findingOf(item, finding, notice, asked) {
  const name = CONFLICTS.has(finding.kind) && item.kind === 'batch' ? 'Contradiction' : NAMES[finding.kind] ?? (finding.severity === 'info' ? 'Note' : 'Check');
  return made({ item, sort: 'finding', kind: finding.kind, name, finding, read: message(finding), asked, page: item.notice?.pages[0] ?? 1, notice, mark: finding.decided ?? null });
}

/** The values of a notice, those that ask for something first, of these the account number first. @type {(item: Item) => Value[]} */
function valuesOf(item) {
  const { doc, notice } = item;
  if (!doc || !notice) return [];
  const findings = notice.findings.filter((f) => !COVERED.has(f.kind));
  const values = [...numbersOf(item, notice, doc), ...fieldsOf(item, notice, doc), ...findings.map((f) => findingOf(item, f, item.twin, f.severity !== 'info'))];
  const sorts = { number: 1, field: 2, finding: 3, document: 3 };
  const rank = (/** @type {Value} */ v) => (v.asked ? 0 : 10) + (v.kind === ACCOUNT ? 0 : sorts[v.sort]);
  return values.sort((a, b) => rank(a) - rank(b));
}

/** Which section a notice belongs to; null if it asks for nothing. @type {(item: Item) => string | null} */
function needOf(item) {
  const asked = item.values.filter((v) => v.asked);
  if (asked.some((v) => v.record || (v.finding && !UNREAD.has(v.kind) && v.kind !== 'field-missing'))) return 'review';
  if (item.notice?.account_number === 'unreadable' && asked.length) return 'unreadable';
  if (asked.some((v) => UNREAD.has(v.kind))) return 'unreadable';
  return asked.length ? 'missing' : null;
}

/** All items of the page: one per notice, file that couldn't be read, contradiction and near deadline. @type {(docs: Doc[], batch: Batch, today: string) => Item[]} */
export function itemsOf(docs, batch, today) {
  /** @type {Item[]} */
  const items = [];
  const add = (/** @type {Partial<Item>} */ part) => {
    /** @type {Item} */
    const item = { kind: 'notice', doc: null, notice: null, finding: null, failed: [], twin: 0, need: null, state: '', values: [], words: '', ...part, id: items.length, cards: [] };
    items.push(item);
    return item;
  };
  for (const doc of docs) {
    /** @type {Record<number, number>} */
    const begun = {};
    for (const notice of doc.record.notices) {
      const twin = begun[notice.pages[0]] ?? 0;
      begun[notice.pages[0]] = twin + 1;
      const item = add({ doc, notice, twin, state: notice.account_number });
      item.values = valuesOf(item);
      item.need = needOf(item);
      for (const finding of notice.findings) {
        const left = finding.deadline ? daysTo(finding.deadline.date, today) : NaN;
        if (!(left <= DUE_WITHIN && left >= -DUE_SINCE) || finding.decided) continue;
        const due = add({ kind: 'deadline', doc, notice, twin, finding, need: 'deadline', state: 'deadline' });
        const field = finding.deadline?.basis === 'computed' ? 'notice_date' : DUE_FIELDS[finding.kind];
        const shows = item.values.find((v) => v.sort === 'field' && v.kind === field && v.record) ?? null;
        due.values = [{ ...findingOf(due, finding, twin, true), shows }];
      }
    }
    const failed = doc.record.pages.filter((p) => p.state === 'failed');
    if (doc.record.error || failed.length > 0) {
      const item = add({ kind: 'file', doc, failed, need: 'failed', state: 'failed' });
      const mark = doc.record.decided ?? null;
      item.values = doc.record.error ? [made({ item, sort: 'document', kind: 'document', name: 'File', asked: !mark, page: 1, mark })] : [];
      if (!item.values.some((v) => v.asked)) item.need = 'note';
    }
  }
  for (const finding of batch.findings) {
    const conflict = CONFLICTS.has(finding.kind) && finding.severity !== 'info';
    const item = add({ kind: 'batch', finding, need: conflict ? 'conflict' : 'note', state: 'conflict' });
    item.values = conflict ? [batchValue(item, finding)] : [];
  }
  for (const item of items) item.words = wordsOf(item);
  return items;
}

/** @type {(item: Item, finding: Finding) => Value} */
function batchValue(item, finding) {
  const value = findingOf(item, finding, null, true);
  value.key = keyOf((finding.documents ?? []).join(', '), value);
  return value;
}

/** Where the decision belongs. @type {(value: Value) => {content_hash: string | null, path: string}} */
export function fileOf(value) {
  const record = value.item.doc?.record;
  if (record) return { content_hash: record.content_hash ?? null, path: record.path };
  return { content_hash: null, path: (value.finding?.documents ?? []).join(', ') };
}

/** The person whose notice it is. @type {(notice: Notice) => string | null} */
export function personOf(notice) {
  const key = PEOPLE.find((name) => notice.fields?.[name]);
  if (key) return notice.fields?.[key].value ?? null;
  return notice.identifiers.find((i) => i.person)?.person ?? null;
}

/** The searchable text of an item, in lower case. @type {(item: Item) => string} */
function wordsOf(item) {
  /** @type {(string | null | undefined)[]} */
  const words = [];
  if (item.doc) words.push(item.doc.record.path, item.doc.record.error?.message);
  if (item.finding) words.push(message(item.finding), ...(item.finding.documents ?? []));
  const n = item.notice;
  if (n) {
    words.push(n.form, n.notice_type, n.notice_date, STATES[/** @type {keyof typeof STATES} */ (n.account_number)], ...n.findings.map(message));
    for (const field of Object.values(n.fields ?? {})) words.push(field.value, field.printed, field.title);
    for (const i of n.identifiers) words.push(i.value, TABLES.shapes[i.kind].name, i.person, ...i.sightings.flatMap((s) => [s.printed, s.label]));
  }
  return words.filter(Boolean).join('\n').toLowerCase();
}

/** The folders of all documents. @type {(docs: Doc[]) => string[]} */
export const foldersOf = (docs) => [...new Set(docs.map((d) => parts(d.record.path).folder))].sort();

/**
 * What two documents of a contradiction say: of each, the notices that have one of its numbers, or all.
 * @type {(finding: Finding, items: Item[]) => {item: Item, values: Value[]}[]}
 */
export function sidesOf(finding, items) {
  const paths = new Set(finding.documents ?? []);
  const numbers = new Set(finding.values ?? []);
  const notices = items.filter((i) => i.kind === 'notice' && i.doc && paths.has(i.doc.record.path));
  const own = (/** @type {Item} */ item) => item.values.filter((v) => v.sort === 'number' && v.read && numbers.has(v.read));
  const sides = notices.map((item) => ({ item, values: own(item) })).filter((side) => numbers.size === 0 || side.values.length > 0);
  const names = new Set(['two-names', 'dates-out-of-order', 'validity-reversed']);
  for (const side of sides) {
    if (names.has(finding.kind)) side.values = side.values.concat(side.item.values.filter((v) => v.sort === 'field' && (PEOPLE.includes(v.kind) || FIELDS[v.kind].typed === 'date')));
  }
  return sides.slice(0, 6);
}
