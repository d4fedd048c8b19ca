// Creates elements. Text is inserted as text, never as markup; control characters are escaped.

const ACTS = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;
const clean = (text) => String(text).replace(ACTS, (c) => `\\u{${c.codePointAt(0).toString(16)}}`);

// Creates an element with properties and children. Strings become text nodes.
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'class') element.className = value;
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : clean(value));
  }
  element.append(...children.flat().filter((c) => c !== null && c !== undefined).map((c) => (c instanceof Node ? c : clean(c))));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';
function drawn(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const plural = (n, one) => `${n} ${one}${n === 1 ? '' : 's'}`;
const badge = (text, kind) => make('span', { class: `badge b-${kind}` }, text);

// A chart with a legend that states the counts, so that they need not be guessed from lengths or colors.
function chart(caption, svg, legend) {
  svg.setAttribute('aria-hidden', 'true');
  const list = legend.filter(([, n]) => n > 0).map(([name, n, kind]) => make('li', { class: `c-${kind}` }, `${name} ${n}`));
  return make('figure', {}, make('figcaption', {}, caption), svg, make('ul', {}, list));
}

// A chart of notices by the state of the account number.
function chartOfStates(items) {
  const names = [['found', 'found'], ['review', 'needs review'], ['blank', 'blank'], ['absent', 'missing'], ['early', 'missing, not unusual'], ['unreadable', 'unreadable']];
  const state = (i) => (i.state === 'absent' && i.need === 'usual' ? 'early' : i.state);
  const notices = items.filter((i) => i.kind === 'notice');
  const counts = names.map(([kind, name]) => [name, notices.filter((i) => state(i) === kind).length, kind]);
  const svg = drawn('svg', { viewBox: '0 0 400 22' });
  let x = 0;
  for (const [, n, kind] of counts) {
    const width = notices.length ? (400 * n) / notices.length : 0;
    if (n > 0) svg.append(drawn('rect', { x, y: 2, width: Math.max(width - 1, 1), height: 18, rx: 2, class: `c-${kind}` }));
    x += width;
  }
  return chart(`Account number on ${plural(notices.length, 'notice')}`, svg, counts);
}

// A chart of numbers by kind and verdict.
function chartOfNumbers(items) {
  const identifiers = items.filter((i) => i.kind === 'notice').flatMap((i) => i.notice.identifiers);
  const count = (kind, verdict) => identifiers.filter((i) => i.kind === kind && i.verdict === verdict).length;
  const rows = [['receipt', 'receipt_number'], ['A-Number', 'a_number'], ['account', 'online_account_number']];
  const most = Math.max(1, ...rows.map(([, kind]) => identifiers.filter((i) => i.kind === kind).length));
  const svg = drawn('svg', { viewBox: '0 0 400 54' });
  rows.forEach(([name, kind], row) => {
    const label = drawn('text', { x: 0, y: 13 + row * 18 });
    label.textContent = name;
    svg.append(label);
    let x = 62;
    for (const [verdict, style] of [['accepted', 'found'], ['review', 'review']]) {
      const n = count(kind, verdict);
      const width = (290 * n) / most;
      if (n > 0) svg.append(drawn('rect', { x, y: 3 + row * 18, width: Math.max(width, 1), height: 12, class: `c-${style}` }));
      x += width;
    }
    const total = drawn('text', { x: x + 5, y: 13 + row * 18 });
    total.textContent = `${count(kind, 'accepted')} + ${count(kind, 'review')}`;
    svg.append(total);
  });
  const all = (verdict) => identifiers.filter((i) => i.verdict === verdict).length;
  return chart('Numbers found', svg, [['accepted', all('accepted'), 'found'], ['needs review', all('review'), 'review']]);
}

// A crop with the box of its number marked. The image is decoded when it comes into view.
function picture(crop, alt, large) {
  const [width, height] = crop.size;
  const image = make('img', { width, height, alt, loading: 'lazy', decoding: 'async' });
  const frame = make('span', {}, image);
  if (crop.mark) {
    const box = make('span', { class: 'box' });
    const [x0, y0, x1, y1] = crop.mark;
    const spare = 4;
    box.style.left = `${(100 * (x0 - spare)) / width}%`;
    box.style.top = `${(100 * (y0 - spare)) / height}%`;
    box.style.width = `${(100 * (x1 - x0 + 2 * spare)) / width}%`;
    box.style.height = `${(100 * (y1 - y0 + 2 * spare)) / height}%`;
    frame.append(box);
  }
  if (large) { image.width = Math.min(width * large, 1200); image.height = Math.round((image.width * height) / width); }
  image.src = 'data:image/png;base64,' + document.getElementById(crop.picture).textContent;
  return frame;
}

// A table of conflicting readings, with the differing characters marked.
function readings(value, take) {
  const first = value.read;
  const rows = value.readings.map((reading) => {
    const text = reading.value === null ? ['no such number'] : [...clean(reading.value)].map((c, i) => (c === first[i] ? c : make('mark', {}, c)));
    const use = reading.value && reading.value !== first && normal(value.kind, reading.value) ? make('button', { type: 'button', onclick: () => take(reading.value) }, 'use this') : null;
    return make('tr', {}, make('th', { scope: 'row' }, reading.reader), make('td', { class: 'num' }, text), make('td', {}, use));
  });
  return make('table', { class: 'readings' }, make('caption', { class: 'dim' }, 'Readings conflict'), make('tbody', {}, rows));
}
