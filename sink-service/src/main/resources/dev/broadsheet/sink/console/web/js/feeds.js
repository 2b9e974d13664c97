/** The feeds: when each last brought something, when it is expected, and whether it is paused. */
import {post} from './api.js';
import {dialog} from './dialog.js';
import {h} from './dom.js';
import {age, count, moment} from './format.js';
import {t} from './i18n.js';
import {operator} from './session.js';

export function feedsTable(feeds) {
  const heads = ['feed', 'state', 'last', 'windows', 'today', 'action'];
  return h('section', {}, h('h2', {}, t('feeds')),
    feeds.length === 0 ? h('p', {class: 'notice'}, t('noFeeds')) : h('div', {class: 'table-frame', role: 'region', tabindex: '0', 'aria-label': t('feeds')}, h('table', {},
      h('thead', {}, h('tr', {}, heads.map(head => h('th', {scope: 'col'}, t('feedHead.' + head))))),
      h('tbody', {}, feeds.map(row)))));
}

function row(feed) {
  const line = h('tr', {},
    h('th', {scope: 'row', lang: 'zh-CN'}, feed.feed, feed.publication && feed.publication !== feed.feed && h('span', {class: 'small'}, feed.publication)),
    h('td', {}, state(feed)),
    h('td', {title: moment(feed.lastReceivedAt)}, age(feed.lastReceivedAt)),
    h('td', {}, feed.windows?.length ? `${feed.windows.join(', ')} ${feed.zone ?? ''}` : '–'),
    h('td', {class: 'number'}, count(feed.receivedToday), feed.rejectedToday > 0 && h('span', {class: 'badge bad'}, t('rejected', {n: feed.rejectedToday}))),
    h('td', {}, h('button', {type: 'button', on: {click: () => change(feed, line)}}, t(feed.paused ? 'resume' : 'pause'))));
  return line;
}

function state(feed) {
  if (!feed.paused) return h('span', {class: 'badge ' + (feed.open === false ? 'quiet' : 'good')}, t(feed.open === null ? 'running' : feed.open ? 'open' : 'closed'));
  return [h('span', {class: 'badge target'}, t('paused')),
    h('span', {class: 'small'}, [feed.pausedReason, feed.pausedBy, moment(feed.pausedAt)].filter(Boolean).join(' · '))];
}

async function change(feed, line) {
  if (!await operator()) return;
  const reason = h('input', {id: 'reason', maxlength: 200, required: true});
  const word = feed.paused ? 'resume' : 'pause';
  const done = await dialog({
    title: t(word + 'Title', {feed: feed.feed}),
    content: [h('p', {}, t(word + 'Why')), feed.paused ? null : [h('label', {for: 'reason'}, t('reason')), reason]],
    action: t(word),
    act: async () => Object.assign(feed, await post(['operations', 'feeds', feed.feed, word], {reason: reason.value})),
  });
  if (done) {
    document.activeElement?.blur();
    line.replaceWith(row(feed)); // by the answer: the store learns of it a moment later
  }
}
