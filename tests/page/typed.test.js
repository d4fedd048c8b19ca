// What a person types.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import './report.js';

const { canonical, day, form, normal } = await import('../../src/report/review_page/typed.js');

test('numbers come to the form that the program writes', () => {
  assert.equal(normal('online_account_number', '0011 2233-4455'), '001122334455');
  assert.equal(normal('online_account_number', '00112233445'), null);
  assert.equal(normal('online_account_number', '000000000000'), null);
  assert.equal(normal('a_number', 'A 99 888 777'), 'A099888777');
  assert.equal(normal('a_number', 'a099888777'), 'A099888777');
  assert.equal(normal('receipt_number', 'eac-21-123-45678'), 'EAC2112345678');
  assert.equal(normal('receipt_number', 'ＩＯＥ０９１２３４５６７８'), 'IOE0912345678');
  assert.equal(normal('receipt_number', 'XYZ'), null);
});

test('dates are days of the calendar', () => {
  for (const typed of ['2021-04-01', '4/1/2021', '04/01/2021', 'April 1, 2021', 'Apr. 1 2021', '1 Apr 2021']) assert.equal(day(typed), '2021-04-01', typed);
  for (const typed of ['2021-02-30', '13/01/2021', '04/01/21', 'yesterday', '', '1.4']) assert.equal(day(typed), null, typed);
  assert.equal(day('02/29/2024'), '2024-02-29');
  assert.equal(day('02/29/2023'), null);
});

test('forms are those that are filed', () => {
  assert.equal(form('i485'), 'I-485');
  assert.equal(form('I-129 F'), 'I-129F');
  assert.equal(form('I-999'), null);
});

test('each field is checked by what it holds', () => {
  assert.equal(canonical('received_date', '4/1/2021'), '2021-04-01');
  assert.equal(canonical('case_type', 'n-400'), 'N-400');
  assert.equal(canonical('extension_months', '48'), '48');
  assert.equal(canonical('extension_months', 'many'), null);
  assert.equal(canonical('applicant', '  DOE,   JANE '), 'DOE, JANE');
  assert.equal(canonical('applicant', ' '), null);
  assert.equal(canonical('applicant', '12 34'), null);
});
