// What the page makes of a report.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batch, docs } from './report.js';

const { GROUPS, emptyField, itemsOf, personOf, sidesOf } = await import('../../src/report/review_page/model.js');
const { daysTo, inDays, pages, parts, sureness } = await import('../../src/report/review_page/words.js');

const items = itemsOf(docs(), batch(), '2026-11-26');

test('everything that asks for action is in exactly one section', () => {
  const needs = new Set(GROUPS.map((g) => g.need));
  for (const item of items) {
    assert.equal(item.values.some((v) => v.asked), needs.has(item.need), `${item.doc?.record.path} ${item.need}`);
  }
});

test('no two values share the key of their decision, but for a deadline and its finding', () => {
  const seen = new Map();
  for (const value of items.flatMap((i) => i.values)) {
    const other = seen.get(value.key);
    assert.ok(!other || value.sort === 'finding', value.key);
    seen.set(value.key, value);
  }
});

test('a contradiction has both sides with their numbers', () => {
  const conflict = items.find((i) => i.kind === 'batch' && i.finding.kind === 'two-accounts');
  const sides = sidesOf(conflict.finding, items);
  assert.equal(sides.length, 2);
  for (const side of sides) assert.ok(side.values.some((v) => v.kind === 'online_account_number' && v.crops.length === 1));
});

test('a deadline is near for 45 days before and 14 after', () => {
  const [doc] = docs().filter((d) => d.record.notices.length);
  doc.record.notices = doc.record.notices.slice(0, 1);
  const at = (date) => {
    doc.record.notices[0].findings = [{ kind: 'deadline-response', severity: 'info', message: 'm', advice: '', deadline: { date, basis: 'printed', rule: '', source: '' } }];
    return itemsOf([doc], { ...batch(), findings: [] }, '2026-11-26').filter((i) => i.need === 'deadline').length;
  };
  assert.deepEqual(['2026-11-12', '2026-11-26', '2027-01-10'].map(at), [1, 1, 1]);
  assert.deepEqual(['2026-11-11', '2027-01-11'].map(at), [0, 0]);
});

test('a notice of which print was not read is unreadable', () => {
  const [doc] = docs().filter((d) => d.record.notices.length);
  const [notice] = doc.record.notices;
  Object.assign(notice, { account_number: 'unreadable', fields: {}, identifiers: [], findings: [{ kind: 'print-unread', severity: 'warning', message: 'm', advice: '' }] });
  doc.record.notices = [notice];
  const [item] = itemsOf([doc], { ...batch(), findings: [] }, '2026-11-26');
  assert.equal(item.need, 'unreadable');
});

test('a deadline shows the date that it rests on', () => {
  const [doc] = docs().filter((d) => d.record.notices.some((n) => n.fields?.notice_date));
  doc.record.notices = doc.record.notices.filter((n) => n.fields?.notice_date).slice(0, 1);
  doc.record.notices[0].findings = [{ kind: 'deadline-response', severity: 'warning', message: 'm', advice: '', deadline: { date: '2026-12-03', basis: 'computed', rule: '', source: '' } }];
  const due = itemsOf([doc], { ...batch(), findings: [] }, '2026-11-26').find((i) => i.need === 'deadline');
  assert.equal(due.values[0].shows.kind, 'notice_date');
});

test('what a person settled asks for nothing any more', () => {
  const lacks = (n) => n.findings.some((f) => f.kind === 'account-number-missing' && f.severity === 'warning');
  const [doc] = docs().filter((d) => d.record.notices.some(lacks));
  doc.record.notices = doc.record.notices.filter(lacks).slice(0, 1);
  const [notice] = doc.record.notices;
  notice.findings = [];
  notice.decided = [{ kind: 'online_account_number', action: 'checked', by: 'AB' }];
  notice.fields = {};
  notice.identifiers.forEach((i) => { i.verdict = 'accepted'; });
  const [item] = itemsOf([doc], { ...batch(), findings: [] }, '2026-11-26');
  assert.equal(item.need, null);
  assert.equal(item.values.find((v) => v.kind === 'online_account_number').mark.by, 'AB');
});

test('search finds people and files', () => {
  const item = items.find((i) => i.notice && personOf(i.notice));
  assert.ok(item.words.includes(personOf(item.notice).toLowerCase()));
  assert.ok(item.words.includes(parts(item.doc.record.path).file.toLowerCase()));
  assert.equal(emptyField(item, 'priority_date').asked, false);
});

test('words', () => {
  assert.deepEqual(parts('a/b\\c.pdf'), { folder: 'a/b\\', file: 'c.pdf' });
  assert.equal(pages([1, 2, 3, 5]), 'pages 1-3, 5');
  assert.deepEqual([1, 0.95, 0.6].map(sureness), ['sure', 'likely', 'unsure']);
  assert.deepEqual([0, 3, -1].map(inDays), ['today', 'in 3 days', '1 day ago']);
  assert.equal(daysTo('2026-12-01', '2026-11-26'), 5);
});
