/** The card of one or more facts: near the fact on a wide page, at the lower edge of a phone. Escape closes it, and so does leaving it. */
import {fill, h} from './dom.js';
import {amount, decimal, term, unitName} from './format.js';
import {has, t} from './i18n.js';
import {href} from './router.js';

const LEAVE_MILLIS = 250;

/** `toLines` goes to the printed lines of the fact that was chosen; `signal` ends the card's hold on the keyboard. */
export function card(toLines, signal) {
  const element = h('div', {class: 'card', role: 'group', hidden: true, 'aria-label': t('fact')});
  let pinned = false;
  let timer = 0;

  const hide = () => {
    clearTimeout(timer);
    pinned = false;
    element.hidden = true;
  };
  const leave = () => {
    clearTimeout(timer);
    if (!pinned) timer = setTimeout(hide, LEAVE_MILLIS);
  };
  /** Shows facts beside `anchor`, inside `frame`; a pinned card stays until it is closed, and glances do not replace it. */
  const show = (facts, anchor, frame, pin = false) => {
    if (pinned && !pin) return;
    clearTimeout(timer);
    pinned = pin;
    fill(element, pin && h('button', {type: 'button', class: 'close', 'aria-label': t('close'), on: {click: hide}}, '×'), facts.map(fact => section(fact, pin && toLines)));
    element.hidden = false;
    place(element, anchor, frame);
  };
  element.addEventListener('pointerenter', () => clearTimeout(timer));
  element.addEventListener('pointerleave', leave);
  document.addEventListener('keydown', event => event.key === 'Escape' && hide(), {signal});
  return {element, show, leave, hide};
}

/** Below the anchor's first row, moved left where it would pass the frame's edge; the style sheet overrides it on a phone. */
function place(element, anchor, frame) {
  const row = anchor.getClientRects()[0];
  const bounds = frame.getBoundingClientRect();
  element.style.left = Math.max(0, Math.min(row.left - bounds.left, bounds.width - element.offsetWidth)) + 'px';
  element.style.top = row.bottom - bounds.top + 6 + 'px';
}

function section({metric, entity}, toLines) {
  return metric ? metricSection(metric, toLines) : entitySection(entity, toLines);
}

function metricSection(m, toLines) {
  const range = m.minValue !== null || m.maxValue !== null;
  return h('section', {class: 'fact-card'},
    h('p', {class: 'card-title'}, m.canonicalIndicator ?? m.indicator, h('span', {class: 'badge ' + m.status.toLowerCase()}, term('status', m.status))),
    h('p', {class: 'card-value', lang: 'zh-CN'}, asPrinted(m)),
    rows([
      ['normalized', range
        ? `${decimal(m.minValue)} – ${decimal(m.maxValue)}${unitName(m.normalizedUnit)}`
        : m.normalizedValue && amount(m.normalizedValue, m.normalizedUnit)],
      ['indicator', m.canonicalIndicator && m.canonicalIndicator !== m.indicator && m.indicator],
      ['qualifier', m.qualifier !== 'EXACT' && has('qualifier.' + m.qualifier) && t('qualifier.' + m.qualifier)],
      ['subject', m.subject],
      ['period', periodOf(m)],
      ['kind', [term('metricKind', m.kind), m.growthBase && term('growthBase', m.growthBase)].filter(Boolean).join(' · ')],
      ['evidence', h('q', {lang: 'zh-CN'}, m.quote)],
      ['lines', lineNumbers(m, toLines)],
      ['conflicts', m.flags.map(flag => term('check', flag.check)).join(', ')],
    ]));
}

function entitySection(e, toLines) {
  const name = e.canonicalName ?? e.text;
  return h('section', {class: 'fact-card'},
    h('p', {class: 'card-title'}, h('a', {href: href(['entity', e.type, name]), lang: 'zh-CN'}, name), h('span', {class: 'badge'}, term('type', e.type))),
    rows([
      ['printedAs', name !== e.text && e.text],
      ['role', e.role],
      ['path', e.path ?? e.placePath],
      ['code', e.code],
      ['lines', lineNumbers(e, toLines)],
    ]));
}

/** On a phone the lines are far below, so the numbers lead there. */
function lineNumbers({lines}, toLines) {
  const text = lines.join(', ');
  return toLines ? h('button', {type: 'button', class: 'link', on: {click: toLines}}, text) : text;
}

function rows(pairs) {
  return h('dl', {}, pairs.filter(([, value]) => value).map(([key, value]) => [h('dt', {}, t('card.' + key)), h('dd', {}, value)]));
}

/** The words that were read; most hold the unit already. */
export function asPrinted({rawValue, unit}) {
  return rawValue.endsWith(unit) ? rawValue : rawValue + unit;
}

/** First and last day; null where neither is known. */
export function daysOf({periodFrom: from, periodTo: to}) {
  return from === to ? from : `${from ?? '…'} – ${to ?? '…'}`;
}

function periodOf(m) {
  const days = daysOf(m);
  return m.period && days ? `${m.period} (${days})` : m.period ?? days;
}
