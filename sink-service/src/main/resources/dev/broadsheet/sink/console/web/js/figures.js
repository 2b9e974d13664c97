/** Figures of one indicator: chart and table over regions and time, what has happened against what is planned; or the choice of an indicator. */
import {addressOf, get} from './api.js';
import {draw} from './chart.js';
import {h, fill, say} from './dom.js';
import {count, term, unitName} from './format.js';
import {figuresTable} from './figure-rows.js';
import {t} from './i18n.js';
import {select} from './newsroom.js';
import {go, href} from './router.js';
import {overTime} from './series.js';

const FILTERS = ['indicator', 'unit', 'kind', 'status', 'growthBase', 'region', 'subject', 'publication', 'from', 'to'];
const GROWTH_BASES = ['YEAR_ON_YEAR', 'PREVIOUS_PERIOD', 'YEAR_START', 'ANNUAL_AVERAGE', 'OTHER'];
const MOST = 1000;

export function figures({query}, signal) {
  return query.get('indicator') ? oneIndicator(query, signal) : indicators(query, signal);
}

async function indicators(query, signal) {
  const q = query.get('q');
  const found = await get(['indicators'], {q, limit: 60}, signal);
  const form = h('form', {class: 'search', role: 'search'},
    h('div', {class: 'search-row'},
      h('label', {for: 'iq', class: 'unseen'}, t('indicatorSearch')),
      h('input', {type: 'search', id: 'iq', name: 'q', value: q ?? '', placeholder: t('indicatorSearch')}),
      h('button', {class: 'primary'}, t('search'))));
  form.addEventListener('submit', event => {
    event.preventDefault();
    go(href(['figures'], {q: form.elements.q.value}));
  });
  say(t('found', {n: found.items.length}));
  return h('section', {},
    h('h1', {}, t('figures')), h('p', {class: 'lead'}, t('figuresLead')), form,
    found.items.length === 0 ? h('p', {class: 'notice'}, t('nothing')) : h('ul', {class: 'tiles', lang: 'zh-CN'}, found.items.map(tile)));
}

function tile(item) {
  return h('li', {}, h('a', {href: href(['figures'], {indicator: item.indicator, unit: item.normalizedUnit, kind: item.kind})},
    h('span', {class: 'tile-name'}, item.indicator),
    h('span', {class: 'meta'}, h('span', {}, term('metricKind', item.kind)), unitName(item.normalizedUnit) && h('span', {}, unitName(item.normalizedUnit).trim()),
      h('span', {}, t('figuresIn', {n: count(item.figures)})), h('span', {}, t('regionsIn', {n: count(item.regions)})))));
}

async function oneIndicator(query, signal) {
  const question = Object.fromEntries(FILTERS.map(name => [name, query.get(name)]));
  const [filters, found] = await Promise.all([
    get(['filters'], {}, signal),
    get(['figures'], {...question, limit: MOST}, signal),
  ]);
  const form = query.get('view') || (hasCourse(found.items) ? 'time' : 'bars');
  say(t('found', {n: found.items.length}));
  return h('section', {},
    h('p', {class: 'crumbs'}, h('a', {href: href(['figures'])}, t('allIndicators'))),
    h('h1', {lang: 'zh-CN'}, question.indicator),
    filterForm(question, form, filters),
    found.items.length === 0 ? h('p', {class: 'notice'}, t('nothing')) : picture(found, question, form, signal));
}

/** Whether anything is told of more than once; a chart over time of single points says nothing. */
function hasCourse(figures) {
  return overTime(figures, 1).some(series => series.points.length > 1);
}

function filterForm(question, view, filters) {
  const field = (name, control) => h('div', {class: 'field'}, h('label', {for: name}, t('filter.' + name)), control);
  const input = (name, type = 'text', more = {}) => field(name, h('input', {type, id: name, name, value: question[name] ?? '', autocomplete: 'off', ...more}));
  const choice = (name, options) => field(name, select(name, question[name], options));
  const form = h('form', {class: 'fields', 'aria-label': t('filters')},
    h('input', {type: 'hidden', name: 'indicator', value: question.indicator}),
    h('input', {type: 'hidden', name: 'unit', value: question.unit ?? ''}),
    field('view', h('select', {id: 'view', name: 'view'},
      ['time', 'bars'].map(name => h('option', {value: name, selected: name === view}, t('view.' + name))))),
    choice('status', ['ACTUAL', 'TARGET'].map(status => [status, term('status', status)])),
    h('div', {class: 'field'}, h('label', {for: 'kind'}, t('filter.metricKind')),
      select('kind', question.kind, ['LEVEL', 'GROWTH', 'SHARE'].map(kind => [kind, term('metricKind', kind)]), t('any.metricKind'))),
    (question.kind === 'GROWTH' || question.growthBase) && choice('growthBase', GROWTH_BASES.map(base => [base, term('growthBase', base)])),
    [input('region', 'text', {list: 'regions'}), h('datalist', {id: 'regions'}, filters.regions.map(r => h('option', {value: r.code ?? r.name}, r.path ?? r.name)))],
    input('subject'),
    choice('publication', filters.publications.map(p => [p.name, p.name])),
    input('from', 'date'), input('to', 'date'),
    h('a', {class: 'clear', href: href(['figures'], {indicator: question.indicator})}, t('clear')));
  const send = event => {
    event.preventDefault();
    const asked = Object.fromEntries(new FormData(form));
    if (asked.kind !== (question.kind ?? '')) asked.unit = '';
    go(href(['figures'], asked));
  };
  form.addEventListener('submit', send);
  form.addEventListener('change', send);
  return form;
}

function picture(found, question, view, signal) {
  const unit = question.unit ?? found.items[0].normalizedUnit;
  const drawn = found.items.filter(figure => figure.normalizedUnit === unit);
  const chart = h('div', {class: 'chart', role: 'img', 'aria-label': t('chartOf', {indicator: question.indicator, n: drawn.length})});
  const error = h('p', {class: 'error', role: 'alert'});
  requestAnimationFrame(() => draw(chart, drawn, unit, view, signal).catch(e => {
    if (e.status === undefined) throw e;
    fill(error, e.message);
    chart.hidden = true;
  }));
  return [
    h('figure', {class: 'chart-frame'}, chart, error, h('figcaption', {}, t('chartHint'))),
    h('p', {class: 'sum'}, t(found.next ? 'firstOf' : 'found', {n: count(found.items.length)}), ' ',
      h('a', {class: 'button', href: addressOf(['figures.csv'], question), download: 'figures.csv'}, t('csv'))),
    figuresTable(found.items),
  ];
}
