/** Entities: the search for one, and one with its articles, figures, months and company. */
import {get} from './api.js';
import {h, say, svg} from './dom.js';
import {count, day, term} from './format.js';
import {figuresTable} from './figure-rows.js';
import {t} from './i18n.js';
import {more} from './more.js';
import {result, select, TYPES} from './newsroom.js';
import {project} from './project.js';
import {go, href} from './router.js';

export async function entities({query}, signal) {
  const question = {q: query.get('q'), type: query.get('type')};
  const ask = cursor => get(['entities'], {...question, limit: 60, cursor}, signal);
  const found = await ask();
  const form = h('form', {class: 'search', role: 'search'},
    h('div', {class: 'search-row'},
      h('label', {for: 'eq', class: 'unseen'}, t('entitySearch')),
      h('input', {type: 'search', id: 'eq', name: 'q', value: question.q ?? '', placeholder: t('entitySearch')}),
      h('label', {for: 'type', class: 'unseen'}, t('filter.type')),
      select('type', question.type, TYPES.map(type => [type, term('type', type)])),
      h('button', {class: 'primary'}, t('search'))));
  const send = event => {
    event.preventDefault();
    go(href(['entities'], Object.fromEntries(new FormData(form))));
  };
  form.addEventListener('submit', send);
  form.elements.type.addEventListener('change', send);
  say(t('found', {n: found.items.length}));
  const list = h('ul', {class: 'tiles', lang: 'zh-CN'});
  return h('section', {},
    h('h1', {}, t('entities')), h('p', {class: 'lead'}, t('entitiesLead')), form,
    found.items.length === 0 && h('p', {class: 'notice'}, t('nothing')),
    list, more(list, found, ask, tile));
}

function tile(item) {
  return [h('li', {}, h('a', {href: href(['entity', item.type, item.name]), class: 'entity-tile ' + item.type.toLowerCase()},
    h('span', {class: 'tile-name'}, item.name),
    h('span', {class: 'meta'}, h('span', {}, term('type', item.type)), h('span', {}, t('articlesIn', {n: count(item.articles)})))))];
}

export async function entity({path: [, type, name]}, signal) {
  const articles = cursor => get(['articles'], {entity: name, type, limit: 10, cursor}, signal);
  const [found, printed] = await Promise.all([get(['entities', type, name], {}, signal), articles()]);
  const list = h('div', {class: 'results', lang: 'zh-CN'});
  const below = more(list, printed, articles, item => [result(item)]);
  return h('section', {class: 'entity-view'},
    h('header', {},
      h('p', {class: 'kicker'}, term('type', found.type)),
      h('h1', {lang: 'zh-CN'}, found.name),
      h('p', {class: 'meta'}, [found.path, found.code, t('articlesIn', {n: count(found.articles)}),
        found.firstDate && `${day(found.firstDate)} – ${day(found.lastDate)}`].filter(Boolean).map(part => h('span', {}, part))),
      found.texts.length > 1 && h('p', {lang: 'zh-CN'}, h('span', {class: 'label'}, t('alsoWritten')), found.texts.filter(text => text !== found.name).join('、'))),
    h('div', {class: 'two'},
      h('div', {}, found.project && project(found.project),
        found.figures.length > 0 && h('section', {}, h('h2', {}, t('figures')), figuresTable(found.figures)),
        h('section', {}, h('h2', {}, t('articles')), list, below)),
      h('aside', {'aria-label': t('around')}, months(found.byMonth), company(found.together))));
}

/** Articles by month as bars; months without any are gaps that show. */
function months(byMonth) {
  if (byMonth.length === 0) return null;
  const all = everyMonth(byMonth);
  const most = Math.max(...byMonth.map(m => m.articles));
  const width = 100 / all.length;
  const label = all.filter(m => m.articles > 0).map(m => `${m.month}: ${m.articles}`).join(', ');
  return h('section', {}, h('h2', {}, t('byMonth')),
    svg('svg', {class: 'months', viewBox: '0 0 100 40', preserveAspectRatio: 'none', role: 'img', 'aria-label': label},
      all.map(({month, articles}, i) => {
        const height = 38 * articles / most;
        return svg('rect', {x: i * width + width * 0.1, y: 40 - height, width: width * 0.8, height}, svg('title', {}, `${month}: ${articles}`));
      })),
    h('p', {class: 'month-ends', 'aria-hidden': 'true'}, h('span', {}, all[0].month), h('span', {}, all.at(-1).month)));
}

/** From the first month to the last, a year at least, so that a bar is a month wide and not the chart. */
function everyMonth(byMonth) {
  const known = new Map(byMonth.map(({month, articles}) => [monthNumber(month), articles]));
  const last = Math.max(...known.keys());
  const first = Math.min(...known.keys(), last - 11);
  return Array.from({length: last - first + 1}, (none, i) => ({month: monthName(first + i), articles: known.get(first + i) ?? 0}));
}

function monthNumber(month) {
  const [year, number] = month.split('-').map(Number);
  return year * 12 + number - 1;
}

function monthName(number) {
  return `${Math.floor(number / 12)}-${String(number % 12 + 1).padStart(2, '0')}`;
}

function company(together) {
  return together.length > 0 && h('section', {}, h('h2', {}, t('together')),
    h('ul', {class: 'chips', lang: 'zh-CN'}, together.map(other => h('li', {},
      h('a', {href: href(['entity', other.type, other.name]), title: term('type', other.type)}, other.name, h('span', {class: 'n'}, count(other.articles)))))));
}
