/** Search: the newest articles, or those that words and filters choose. The address holds the whole question. */
import {get} from './api.js';
import {h, say} from './dom.js';
import {count, day, percent, term} from './format.js';
import {withHits} from './hits.js';
import {t} from './i18n.js';
import {more} from './more.js';
import {go, href} from './router.js';

const KINDS = ['NEWS', 'COMMENTARY', 'FEATURE', 'PHOTO'];
export const TYPES = ['PERSON', 'PLACE', 'ORGANIZATION', 'PROJECT', 'PROGRAMME', 'PLATFORM', 'EVENT'];
const FILTERS = ['from', 'to', 'publication', 'region', 'kind', 'entity', 'type', 'minConfidence'];
const DOUBTFUL = 0.7;

export async function newsroom({query}, signal) {
  const question = Object.fromEntries(['q', 'sort', ...FILTERS].map(name => [name, query.get(name)]));
  const ask = cursor => get(['articles'], {...question, cursor}, signal);
  const [filters, found] = await Promise.all([get(['filters'], {}, signal), ask().catch(asked)]);
  if (found.error) say(found.error);
  return h('div', {class: 'newsroom'},
    searchForm(question, filters),
    found.error ? h('p', {class: 'error notice'}, found.error) : results(question, found, ask));
}

/** A question that the server cannot read is told where the results would stand; the form stays. */
function asked(e) {
  if (e.status === 400) return {error: e.message};
  throw e;
}

function searchForm(question, filters) {
  const form = h('form', {class: 'search', role: 'search'},
    h('h1', {class: 'unseen'}, t('newsroom')),
    h('div', {class: 'search-row'},
      h('label', {for: 'q', class: 'unseen'}, t('search')),
      h('input', {type: 'search', id: 'q', name: 'q', maxlength: 200, value: question.q ?? '', placeholder: t('searchHint'), autocomplete: 'off', enterkeyhint: 'search'}),
      h('button', {class: 'primary'}, t('search'))),
    h('details', {class: 'filters', open: matchMedia('(min-width: 62rem)').matches || FILTERS.some(name => question[name])},
      h('summary', {}, t('filters')),
      fields(question, filters)));
  form.addEventListener('submit', event => {
    event.preventDefault();
    go(href([], Object.fromEntries(new FormData(form))));
  });
  form.addEventListener('change', event => event.target.id !== 'q' && form.requestSubmit());
  return form;
}

function fields(question, filters) {
  const field = (name, control) => h('div', {class: 'field'}, h('label', {for: name}, t('filter.' + name)), control);
  const date = name => field(name, h('input', {type: 'date', id: name, name, value: question[name] ?? '', min: filters.firstDate, max: filters.lastDate}));
  const choice = (name, options) => field(name, select(name, question[name], options));
  return h('div', {class: 'fields'},
    date('from'),
    date('to'),
    choice('publication', filters.publications.map(p => [p.name, `${p.name} (${count(p.articles)})`])),
    field('region', [
      h('input', {id: 'region', name: 'region', list: 'regions', value: question.region ?? '', autocomplete: 'off'}),
      h('datalist', {id: 'regions'}, filters.regions.map(r => h('option', {value: r.code ?? r.name}, r.path ?? r.name)))]),
    choice('kind', KINDS.map(kind => [kind, term('kind', kind)])),
    field('entity', h('input', {id: 'entity', name: 'entity', value: question.entity ?? '', autocomplete: 'off'})),
    choice('type', TYPES.map(type => [type, term('type', type)])),
    choice('minConfidence', [0.5, 0.7, 0.9].map(least => [String(least), '≥ ' + percent(least)])),
    choice('sort', [['relevance', t('sort.relevance')]]),
    h('a', {href: href([], {q: question.q}), class: 'clear'}, t('clear')));
}

/** A select whose first option is empty: no filter. */
export function select(name, chosen, options, none = t('any.' + name)) {
  return h('select', {id: name, name},
    h('option', {value: ''}, none),
    options.map(([value, label]) => h('option', {value, selected: value === chosen}, label)));
}

function results(question, found, ask) {
  const sum = found.total === null ? t('atLeast', {n: count(found.totalAtLeast)}) : t('found', {n: count(found.total)});
  const words = question.q || FILTERS.some(name => question[name]) ? sum : t('newest', {n: sum});
  say(words);
  let last;
  const row = item => {
    const head = question.sort !== 'relevance' && item.issueDate !== last && h('h2', {class: 'date'}, day(item.issueDate));
    last = item.issueDate;
    return [head, result(item)].filter(Boolean);
  };
  const list = h('div', {class: 'results', lang: 'zh-CN'});
  const below = more(list, found, ask, row);
  return h('section', {'aria-label': t('results')},
    h('p', {class: 'sum', id: 'sum'}, words),
    list,
    found.items.length === 0 && h('p', {class: 'notice'}, t('nothing')),
    below);
}

/** One article in a list; what a list gives without hits is shown without them. */
export function result(item) {
  return h('article', {class: 'result'},
    item.kicker && h('p', {class: 'kicker'}, item.kicker),
    h('h3', {}, h('a', {href: href(['article', item.articleId])},
      item.title ? withHits(item.title, item.titleHits ?? []) : h('span', {class: 'untitled'}, t('untitled')))),
    item.subtitle && h('p', {class: 'subtitle'}, item.subtitle),
    item.snippet?.text && h('p', {class: 'snippet'}, withHits(item.snippet.text, item.snippet.hits)),
    h('p', {class: 'meta'}, [
      item.publication, item.issueDate ?? t('dateUnknown'), item.page, item.section, item.regionName, term('kind', item.kind),
      item.figures > 0 && t('figuresIn', {n: count(item.figures)}),
    ].filter(Boolean).map(part => h('span', {}, part)),
    item.confidence < DOUBTFUL && h('span', {class: 'badge'}, t('doubtful', {share: percent(item.confidence)})),
    item.incomplete && h('span', {class: 'badge'}, t('incomplete'))));
}
