// Creates elements. Text is inserted as text, never as markup; control characters are escaped.

import { clean } from './words.js';

/** @typedef {import('./model.js').Crop} Crop */
/** @typedef {import('./model.js').Box} Box */

/** @type {(id: string) => any} */
export const get = (id) => document.getElementById(id);

/**
 * Creates an element with properties and children. Strings become text nodes.
 * @type {(tag: string, properties?: Record<string, any>, ...children: any[]) => any}
 */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'class') element.className = value;
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : clean(value));
  }
  element.append(...children.flat(3).filter((c) => c !== null && c !== undefined && c !== '').map((c) => (c instanceof Node ? c : clean(c))));
  return element;
}

/** @type {(text: string, kind: string) => HTMLElement} */
export const badge = (text, kind) => make('span', { class: `badge b-${kind}` }, text);

/** The source of a picture, decoded when it is used. @type {(id: string) => string} */
const source = (id) => `data:image/png;base64,${get(id).textContent}`;

/** A frame laid over part of a picture. @type {(share: Box, strong: boolean) => HTMLElement} */
function frame([left, top, right, bottom], strong) {
  const box = make('span', { class: strong ? 'box' : 'box other' });
  Object.assign(box.style, { left: `${100 * left}%`, top: `${100 * top}%`, width: `${100 * (right - left)}%`, height: `${100 * (bottom - top)}%` });
  return box;
}

/** A crop with the box of its value marked. The image is decoded when it comes into view. @type {(crop: Crop, alt: string, enlarged?: number) => HTMLElement} */
export function picture(crop, alt, enlarged = 1) {
  const [width, height] = crop.size;
  const wide = Math.round(width * enlarged);
  const image = make('img', { width: wide, height: Math.round((wide * height) / width), alt, loading: 'lazy', decoding: 'async', src: source(crop.picture) });
  const spare = 4;
  const mark = crop.mark ?? null;
  const share = mark && /** @type {Box} */ ([(mark[0] - spare) / width, (mark[1] - spare) / height, (mark[2] + spare) / width, (mark[3] + spare) / height]);
  const whole = make('span', {}, image, share ? frame(share, true) : null);
  if (share) {
    // Where a phone is narrower than the crop, it shows the crop at its size around the mark, or as large as the whole mark fits.
    whole.className = 'marked';
    for (const [name, text] of [['--wide', `${wide}px`], ['--times', 1 / Math.min(1, share[2] - share[0] + 0.04)], ['--middle', (share[0] + share[2]) / 2]]) whole.style.setProperty(name, String(text));
  }
  return whole;
}

/**
 * A whole page with places on it: the first one is the one that is looked at.
 * @type {(page: Crop, boxes: Box[], alt: string) => HTMLElement}
 */
export function sheet(page, boxes, alt) {
  const [width, height] = page.size;
  const [x0, y0, x1, y1] = page.box;
  const image = make('img', { width, height, alt, src: source(page.picture) });
  const spare = 3;
  const marks = boxes.map((b, index) => frame([(b[0] - spare - x0) / (x1 - x0), (b[1] - spare - y0) / (y1 - y0), (b[2] + spare - x0) / (x1 - x0), (b[3] + spare - y0) / (y1 - y0)], index === 0));
  return make('div', { class: 'sheet' }, image, marks);
}

const CUT = { wide: 280, above: 16, below: 9, enlarged: 1.7 };

/**
 * A place cut out of the picture of its page, with what stands around it.
 * @type {(page: Crop, box: Box, alt: string) => HTMLElement}
 */
export function cutout(page, box, alt) {
  const [x0, y0, x1, y1] = page.box;
  const beside = Math.max(12, (CUT.wide - (box[2] - box[0])) / 2);
  const left = Math.max(x0, box[0] - beside);
  const top = Math.max(y0, box[1] - CUT.above);
  const wide = Math.min(x1, box[2] + beside) - left;
  const high = Math.min(y1, box[3] + CUT.below) - top;
  const [width, height] = page.size;
  const image = make('img', { width, height, alt, src: source(page.picture), decoding: 'async' });
  const percent = (/** @type {number} */ part, /** @type {number} */ whole) => `${(100 * part) / whole}%`;
  Object.assign(image.style, { width: percent(x1 - x0, wide), left: percent(x0 - left, wide), top: percent(y0 - top, high) });
  const spare = 2;
  const mark = frame([(box[0] - spare - left) / wide, (box[1] - spare - top) / high, (box[2] + spare - left) / wide, (box[3] + spare - top) / high], true);
  const cut = make('span', { class: 'cut' }, image, mark);
  const pixels = (wide / (x1 - x0)) * page.size[0] * CUT.enlarged;
  Object.assign(cut.style, { width: `${Math.round(pixels)}px`, aspectRatio: `${wide} / ${high}` });
  return cut;
}
