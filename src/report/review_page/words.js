// How things are said. Nothing here touches the page.

/** @typedef {import('./model.js').Finding} Finding */
/** @typedef {import('./model.js').Mark} Mark */

// Characters that do something instead of being seen.
// oxlint-disable-next-line no-control-regex, no-misleading-character-class
const ACTS = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;

/** Text whose control characters are escaped. @type {(text: unknown) => string} */
export const clean = (text) => String(text).replace(ACTS, (c) => `\\u{${c.codePointAt(0)?.toString(16)}}`);

/** @type {(n: number, one: string) => string} */
export const plural = (n, one) => `${n} ${one}${n === 1 ? '' : 's'}`;

/** @type {(text: string) => string} */
export const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** `pages 1-3, 5` @type {(list: number[]) => string} */
export function pages(list) {
  /** @type {number[][]} */
  const runs = [];
  for (const page of list) {
    const last = runs[runs.length - 1];
    if (last && last[1] + 1 === page) last[1] = page;
    else runs.push([page, page]);
  }
  const said = runs.map(([a, b]) => (a === b ? a : `${a}-${b}`)).join(', ');
  return (list.length === 1 ? 'page ' : 'pages ') + said;
}

/** The message of a finding with its numbers filled in. @type {(finding: Finding) => string} */
export const message = (finding) => finding.message.replace(/\{(\d+)\}/g, (whole, index) => finding.values?.[Number(index)] ?? whole);

/** Folder and name of a path, also one inside an archive. @type {(path: string) => {folder: string, file: string}} */
export function parts(path) {
  const cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
  return { folder: path.slice(0, cut), file: path.slice(cut) };
}

/** Confidence in a word; the figure is in the details. @type {(confidence: number) => 'sure' | 'likely' | 'unsure'} */
export const sureness = (confidence) => (confidence >= 0.99 ? 'sure' : confidence >= 0.9 ? 'likely' : 'unsure');

const DONE = { confirmed: 'confirmed', corrected: 'corrected', dismissed: 'dismissed', supplied: 'entered', checked: 'checked' };

/** `corrected by AB` @type {(mark: Mark, none?: boolean) => string} */
export const marked = (mark, none) => `${DONE[mark.action]}${mark.by ? ` by ${mark.by}` : ''}${none && mark.action === 'checked' ? ': none there' : ''}`;

/** Days from today to a day, both `YYYY-MM-DD`. @type {(day: string, today: string) => number} */
export const daysTo = (day, today) => Math.round((Date.parse(day) - Date.parse(today)) / 864e5);

/** `in 3 days` @type {(days: number) => string} */
export const inDays = (days) => (days === 0 ? 'today' : days > 0 ? `in ${plural(days, 'day')}` : `${plural(-days, 'day')} ago`);
