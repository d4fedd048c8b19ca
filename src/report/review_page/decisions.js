// The reviewer's decisions, keyed by location and exported as a file that `extract apply` reads.

const decisions = new Map();
let unsaved = false;

// Records a decision. `change` has action, value or note; without an action and a note, the decision is undone.
function decide(value, change) {
  const record = value.item.doc.record;
  const decision = {
    content_hash: record.content_hash ?? null, path: record.path, page: value.page, box: value.box, notice: value.notice,
    kind: value.kind, read: value.read, action: null, value: null, note: null, ...decisions.get(value.key), ...change,
  };
  if (decision.action || decision.note) decisions.set(value.key, decision); else decisions.delete(value.key);
  unsaved = true;
}

const decisionOn = (value) => decisions.get(value.key);
const decided = (value) => Boolean(decisionOn(value)?.action);
const finished = (item) => item.values.filter((v) => v.asked).every(decided);
const asks = (item) => item.values.some((v) => v.asked);

// The current value: the reviewer's if there is one.
function standing(value) {
  const decision = decisionOn(value);
  if (decision?.action === 'dismissed') return null;
  return decision?.value ?? value.read;
}

function exported() {
  return JSON.stringify({ schema_version: 1, decisions: [...decisions.values()] }, null, 1) + '\n';
}

// Imports a decisions file. Returns how many decisions it has and how many match nothing in this report; these are
// kept for the next export.
function imported(text, values) {
  const file = JSON.parse(text);
  if (file?.schema_version !== 1 || !Array.isArray(file.decisions)) throw new Error('not a decisions file');
  const known = new Set(values.map((v) => v.key));
  let strangers = 0;
  for (const d of file.decisions) {
    if (!KINDS[d?.kind] || !Number.isInteger(d.page)) throw new Error('not a decisions file');
    const key = keyOf(d.content_hash ?? d.path, d);
    if (!known.has(key)) strangers += 1;
    decisions.set(key, d);
  }
  return { count: file.decisions.length, strangers };
}
