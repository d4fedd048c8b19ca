// The bar at the top: how much there is to do of what. Its counts are those of the sections and of the progress.

import { GROUPS } from './model.js';
import { make } from './draw.js';

const SVG = 'http://www.w3.org/2000/svg';

/** @type {(tag: string, attributes: Record<string, string | number>) => SVGElement} */
function drawn(tag, attributes) {
  const element = /** @type {SVGElement} */ (document.createElementNS(SVG, tag));
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

/**
 * A bar with a legend that states the counts, so that they need not be guessed from lengths or colors. Each entry of the
 * legend shows its section.
 * @type {(items: import('./model.js').Item[], choose: (need: string) => void) => HTMLElement}
 */
export function overview(items, choose) {
  const counts = GROUPS.map(({ need, short }) => {
    const n = items.filter((i) => i.need === need).length;
    return { need, short: short[n === 1 ? 0 : 1], n };
  });
  const rest = items.filter((i) => i.kind === 'notice' && i.need === null).length;
  counts.push({ need: 'none', short: rest === 1 ? 'notice with nothing to do' : 'notices with nothing to do', n: rest });
  const all = counts.reduce((sum, { n }) => sum + n, 0);
  const svg = drawn('svg', { viewBox: '0 0 400 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  let x = 0;
  for (const { need, n } of counts) {
    const width = all ? (400 * n) / all : 0;
    if (n > 0) svg.append(drawn('rect', { x, y: 0, width: Math.max(width - 0.6, 0.6), height: 10, class: `c-${need}` }));
    x += width;
  }
  const entries = counts.filter(({ n }) => n > 0).map(({ need, short, n }) => make('li', { class: `c-${need}` },
    need === 'none' ? make('span', {}, `${n} ${short}`) : make('button', { type: 'button', class: 'plain', onclick: () => choose(need) }, `${n} ${short}`)));
  return make('div', { class: 'overview' }, svg, make('ul', { 'aria-label': 'What there is to do' }, entries));
}
