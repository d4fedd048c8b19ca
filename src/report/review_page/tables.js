// The tables of the program that wrote the page: shapes of numbers, fields of notices, forms.

/** @typedef {{name: string, hint: string, typed: string, lead: string, digits: number, refusesZeros: boolean}} Shape */
/** @typedef {{key: string, heading: string, typed: 'date' | 'form' | 'count' | 'name' | 'text'}} FieldShape */
/** @typedef {{shapes: Record<string, Shape>, folds: Record<string, string>, fields: FieldShape[], forms: string[]}} Tables */

/** @type {(element: {textContent: string | null} | null) => any} */
export const json = (element) => JSON.parse(element?.textContent ?? 'null');

/** @type {Tables} */
export const TABLES = json(document.getElementById('tables'));

/** @type {Record<string, FieldShape>} */
export const FIELDS = Object.fromEntries(TABLES.fields.map((field) => [field.key, field]));
