/** Figures as a table that every view shares. */
import {h} from './dom.js';
import {amount, decimal, term, unitName} from './format.js';
import {asPrinted, daysOf} from './card.js';
import {t} from './i18n.js';
import {href} from './router.js';

/** `show(metric)` is what a choice does; without it each row links to its article, with date and region. */
export function figuresTable(metrics, {show} = {}) {
  const heads = ['about', 'indicator', 'value', 'normalized', 'period', 'status', ...(show ? [] : ['printedIn'])];
  return h('div', {class: 'table-frame', role: 'region', tabindex: '0', 'aria-label': t('figures')}, h('table', {class: 'figures-table'},
    h('thead', {}, h('tr', {}, heads.map(head => h('th', {scope: 'col'}, t('head.' + head))))),
    h('tbody', {lang: 'zh-CN'}, metrics.map(metric => h('tr', {},
      h('td', {}, about(metric)),
      h('td', {}, metric.canonicalIndicator ?? metric.indicator),
      h('td', {class: 'number'}, link(metric, show)),
      h('td', {class: 'number'}, normalized(metric)),
      h('td', {title: daysOf(metric)}, metric.period ?? daysOf(metric) ?? '–'),
      h('td', {}, h('span', {class: 'badge ' + metric.status.toLowerCase()}, term('status', metric.status)), ' ', kind(metric)),
      show ? null : h('td', {class: 'meta'}, [metric.publication, metric.issueDate ?? t('dateUnknown'), metric.page].filter(Boolean).map(part => h('span', {}, part))))))));
}

export function about(metric) {
  return metric.subject ?? metric.regionName ?? '–';
}

export function factAddress(metric) {
  return href(['article', metric.articleId], {fact: metric.metricId});
}

function link(metric, show) {
  const text = asPrinted(metric);
  return show
    ? h('button', {type: 'button', class: 'link', on: {click: () => show(metric)}}, text)
    : h('a', {href: factAddress(metric), title: metric.title}, text);
}

function normalized(m) {
  if (m.normalizedValue !== null) return amount(m.normalizedValue, m.normalizedUnit);
  return m.minValue === null && m.maxValue === null ? '–' : `${decimal(m.minValue)} – ${decimal(m.maxValue)}${unitName(m.normalizedUnit)}`;
}

function kind(m) {
  if (m.kind === 'LEVEL') return '';
  return [term('metricKind', m.kind), m.growthBase && m.growthBase !== 'UNKNOWN' && term('growthBase', m.growthBase)].filter(Boolean).join(' · ');
}
