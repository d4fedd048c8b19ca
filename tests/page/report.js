// A report that the program wrote, as the scripts of its page meet it, without a browser.

import { readFileSync } from 'node:fs';

const path = process.env.REPORT;
if (!path) throw new Error('REPORT names a report; scripts/page.sh writes one');
const text = readFileSync(path, 'utf8');

/** @type {(attribute: string) => string[]} */
const islands = (attribute) => [...text.matchAll(new RegExp(`<script type="application/json" ${attribute}>(.*?)</script>`, 'gs'))].map((m) => m[1]);

// The modules read the tables of the program when they are loaded.
globalThis.document = { getElementById: (id) => ({ textContent: islands(`id="${id}"`)[0] }) };

/** @type {() => any[]} */
export const docs = () => islands('class="document"').map((d) => JSON.parse(d));
/** @type {() => any} */
export const batch = () => JSON.parse(islands('id="batch"')[0]);
