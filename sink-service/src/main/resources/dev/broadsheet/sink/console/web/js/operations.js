/** Operations: feeds, flow, receipts and dead letters, fresh every few seconds while one looks; what changes something asks first. */
import {get} from './api.js';
import {fill, h} from './dom.js';
import {age, count, moment, term} from './format.js';
import {feedsTable} from './feeds.js';
import {letters} from './letters.js';
import {receipts} from './receipts.js';
import {t} from './i18n.js';

const REFRESH_MILLIS = 5000;

export async function operations({query}, signal) {
  const overview = h('div', {});
  const at = h('p', {class: 'meta', id: 'fresh'});
  const refresh = async () => {
    const state = await get(['operations', 'overview'], {}, signal);
    if (!holdsFocus(overview)) fill(overview, flow(state), feedsTable(state.feeds));
    fill(at, h('span', {}, t('asOf', {at: moment(state.at)})));
  };
  const deadLetters = letters(query, signal);
  const [receiptsList, lettersList] = await Promise.all([receipts(query, signal), deadLetters.element(), refresh()]);
  every(REFRESH_MILLIS, signal, () => Promise.all([refresh(), deadLetters.refresh()]));
  return h('div', {class: 'operations'}, h('h1', {}, t('operations')), at, overview, lettersList, receiptsList);
}

/** Runs it again and again while the page is looked at. Failures are told by the banner, and the next turn tries again. */
function every(millis, signal, run) {
  let busy = false;
  const timer = setInterval(async () => {
    if (document.hidden || busy) return;
    busy = true;
    try {
      await run();
    } catch (e) {
      if (e.status === undefined && e.name !== 'AbortError') throw e;
    } finally {
      busy = false;
    }
  }, millis);
  signal.addEventListener('abort', () => clearInterval(timer));
}

/** What a person is about to press is not pulled away. */
function holdsFocus(element) {
  return element.contains(document.activeElement);
}

function flow(state) {
  const stage = s => h('li', {class: 'stage'},
    h('span', {class: 'stage-name'}, t('stageName.' + s.stage)),
    h('span', {class: 'big'}, count(s.lastHour)), h('span', {class: 'small'}, t('lastHour')),
    h('span', {class: 'small'}, t('perMinute', {n: (s.lastFiveMinutes / 5).toFixed(1)})),
    h('span', {class: 'small'}, t('lastAge', {age: age(s.lastAt)})),
    s.lag !== null && h('span', {class: 'small'}, t('lag', {n: count(s.lag)})));
  const fact = (name, value, bad) => h('div', {class: bad ? 'number-card bad' : 'number-card'}, h('dt', {}, t(name)), h('dd', {}, value));
  return [
    h('section', {'aria-label': t('flow')}, h('h2', {}, t('flow')), h('ol', {class: 'flow'}, state.stages.map(stage))),
    h('dl', {class: 'number-cards'},
      fact('unfinished', count(state.unfinished)),
      fact('oldest', state.oldestUnfinishedAt ? age(state.oldestUnfinishedAt) : '–'),
      fact('deadLetters', count(state.deadLetters), state.deadLetters > 0),
      fact('store', state.store.ready ? term('store', 'ready') : term('store', 'down'), !state.store.ready),
      fact('pages', count(state.store.pages)),
      fact('articles', count(state.store.articles))),
  ];
}
