// The reviewer's decisions, kept by place, undone one by one, and written as a file that `extract apply` reads.

import { FIELDS, TABLES } from './tables.js';
import { fileOf, keyOf } from './model.js';

/** @typedef {import('./model.js').Item} Item */
/** @typedef {import('./model.js').Value} Value */
/** @typedef {import('./model.js').Mark} Mark */
/** @typedef {{content_hash: string | null, path: string, page: number, box: import('./model.js').Box | null, notice: number | null, kind: string, read: string | null, action: Mark['action'] | null, value: string | null, note: string | null, by: string | null, at: string | null}} Decision */
/** @typedef {{action?: Mark['action'] | null, value?: string | null, note?: string | null}} Change */

/** @type {Map<string, Decision>} */
export const decisions = new Map();
/** What was decided before, latest last. @type {{key: string, before: Decision | null}[]} */
const past = [];
const LONGEST_HISTORY = 500;

/** @type {(key: string, decision: Decision | null) => void} */
function put(key, decision) {
  if (decision) decisions.set(key, decision);
  else decisions.delete(key);
}

/** Makes a decision. Without an action and a note, there is none any more. @type {(value: Value, change: Change, by: string | null, at: string) => Decision | null} */
export function decide(value, change, by, at) {
  const before = decisions.get(value.key) ?? null;
  /** @type {Decision} */
  const decision = { ...fileOf(value), page: value.page, box: value.box, notice: value.notice, kind: value.kind, read: value.read,
    action: null, value: null, note: null, ...before, ...change, by, at };
  const kept = decision.action || decision.note ? decision : null;
  past.push({ key: value.key, before });
  if (past.length > LONGEST_HISTORY) past.shift();
  put(value.key, kept);
  return kept;
}

/** Takes the latest decision back; the key of it, or null. @type {() => string | null} */
export function undo() {
  const last = past.pop();
  if (!last) return null;
  put(last.key, last.before);
  return last.key;
}

/** Gives decisions that have no initials some. @type {(by: string) => string[]} */
export function sign(by) {
  const keys = [];
  for (const [key, decision] of decisions) {
    if (decision.by === null) {
      decisions.set(key, { ...decision, by });
      keys.push(key);
    }
  }
  return keys;
}

/** @type {(value: Value) => Decision | undefined} */
export const decisionOn = (value) => decisions.get(value.key);
/** @type {(value: Value) => boolean} */
export const decided = (value) => Boolean(decisionOn(value)?.action);
/** @type {(item: Item) => boolean} */
export const asks = (item) => item.values.some((v) => v.asked);
/** @type {(item: Item) => boolean} */
export const finished = (item) => item.values.every((v) => !v.asked || decided(v));

/** The current value: the reviewer's if there is one. @type {(value: Value) => string | null} */
export function standing(value) {
  const decision = decisionOn(value);
  if (decision?.action === 'dismissed' || decision?.action === 'checked') return null;
  return decision?.value ?? value.read;
}

/** The file of all decisions. @type {() => string} */
export function exported() {
  return `${JSON.stringify({ schema_version: 1, decisions: [...decisions.values()] }, null, 1)}\n`;
}

/**
 * Reads a file of decisions. Of two on one place the later counts. Those about other files are kept for the next export.
 * @type {(text: string, values: Value[]) => {count: number, strangers: number, older: number, keys: string[]}}
 */
export function imported(text, values) {
  const file = JSON.parse(text);
  if (file?.schema_version !== 1 || !Array.isArray(file.decisions)) throw new Error('not a decisions file');
  const known = new Set(values.map((v) => v.key));
  const told = { count: file.decisions.length, strangers: 0, older: 0, keys: /** @type {string[]} */ ([]) };
  const named = (/** @type {any} */ kind) => typeof kind === 'string' && (TABLES.shapes[kind] || FIELDS[kind] || /^[a-z-]+$/.test(kind));
  if (file.decisions.some((/** @type {any} */ d) => !named(d?.kind) || !Number.isInteger(d.page))) throw new Error('not a decisions file');
  for (const d of file.decisions) {
    const key = keyOf(d.content_hash ?? d.path, d);
    if (!known.has(key)) told.strangers += 1;
    const mine = decisions.get(key);
    if (mine?.at && d.at && mine.at > d.at) {
      told.older += 1;
      continue;
    }
    decisions.set(key, { by: null, at: null, ...d });
    told.keys.push(key);
  }
  return told;
}
