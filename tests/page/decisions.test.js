// Decisions: made, undone, written and read.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { batch, docs } from './report.js';

const { itemsOf } = await import('../../src/report/review_page/model.js');
const { decide, decisionOn, decisions, exported, finished, imported, sign, standing, undo } = await import('../../src/report/review_page/decisions.js');

const items = itemsOf(docs(), batch(), '2026-11-26');
const values = items.flatMap((i) => i.values);
const number = values.find((v) => v.kind === 'receipt_number' && v.record);
const none = values.find((v) => v.kind === 'online_account_number' && !v.record && v.asked);
const field = values.find((v) => v.sort === 'field' && v.record);

beforeEach(() => decisions.clear());

test('a decision has its place, its time and its person', () => {
  const made = decide(number, { action: 'corrected', value: 'IOE0912345678' }, 'AB', '2026-11-26T05:00:00.000Z');
  assert.equal(made.page, number.page);
  assert.deepEqual(made.box, number.box);
  assert.deepEqual([made.by, made.at, made.read], ['AB', '2026-11-26T05:00:00.000Z', number.read]);
  assert.equal(standing(number), 'IOE0912345678');
});

test('undo takes back one decision after the other', () => {
  decide(field, { action: 'confirmed', value: field.read }, null, '1');
  decide(field, { action: 'dismissed', value: null }, null, '2');
  assert.equal(standing(field), null);
  assert.equal(undo(), field.key);
  assert.equal(decisionOn(field).action, 'confirmed');
  undo();
  assert.equal(decisionOn(field), undefined);
});

test('an item is finished when all that it asks is decided', () => {
  const item = none.item;
  assert.equal(finished(item), false);
  for (const value of item.values.filter((v) => v.asked)) decide(value, { action: 'checked', value: null }, null, '1');
  assert.equal(finished(item), true);
});

test('what is exported can be imported, and the later decision counts', () => {
  decide(number, { action: 'confirmed', value: number.read }, 'AB', '2026-11-26T05:00:00.000Z');
  const early = exported();
  decide(number, { action: 'corrected', value: 'IOE0912345678' }, 'CD', '2026-11-26T06:00:00.000Z');
  const late = exported();
  assert.equal(imported(early, values).older, 1);
  assert.equal(decisionOn(number).by, 'CD');
  decisions.clear();
  imported(early, values);
  assert.deepEqual(imported(late, values).keys, [number.key]);
  assert.equal(decisionOn(number).by, 'CD');
});

test('files of older pages are understood, and other files refused', () => {
  const old = { content_hash: number.item.doc.record.content_hash, path: 'x', page: number.page, box: number.box, notice: null, kind: number.kind, read: number.read, action: 'confirmed', value: number.read, note: null };
  assert.deepEqual(imported(JSON.stringify({ schema_version: 1, decisions: [old] }), values), { count: 1, strangers: 0, older: 0, keys: [number.key] });
  for (const text of ['{}', '{"schema_version":2,"decisions":[]}', '{"schema_version":1,"decisions":[{"kind":7}]}']) assert.throws(() => imported(text, values), /not a decisions file/);
});

test('initials that come later are added to what has none', () => {
  decide(number, { action: 'confirmed', value: number.read }, null, '1');
  assert.deepEqual(sign('AB'), [number.key]);
  assert.equal(decisionOn(number).by, 'AB');
  assert.deepEqual(sign('CD'), []);
});
