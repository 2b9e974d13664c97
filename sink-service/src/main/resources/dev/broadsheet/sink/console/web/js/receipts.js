/** The newest receipts, or those of a file, an issue or a state: what became of each delivery. */
import {get, post} from './api.js';
import {dialog} from './dialog.js';
import {fill, h} from './dom.js';
import {count, moment, term} from './format.js';
import {t} from './i18n.js';
import {more} from './more.js';
import {select} from './newsroom.js';
import {go, href} from './router.js';
import {operator} from './session.js';

const STATES = ['RECEIVED', 'DUPLICATE', 'SPLIT', 'ENRICHED', 'STORED', 'REJECTED', 'FAILED', 'SUPERSEDED', 'RETRACTED', 'LATE'];
const HEADS = ['at', 'state', 'file', 'feed', 'page', 'detail', 'action'];

export async function receipts(query, signal) {
  const question = {fileName: query.get('fileName'), issue: query.get('issue'), state: query.get('receipt')};
  const ask = cursor => get(['operations', 'receipts'], {...question, cursor}, signal);
  const found = await ask();
  const body = h('tbody', {});
  const below = more(body, found, ask, item => [row(item)]);
  return h('section', {}, h('h2', {}, t('receipts')), form(question),
    found.items.length === 0
      ? h('p', {class: 'notice'}, t('nothing'))
      : h('div', {class: 'table-frame', role: 'region', tabindex: '0', 'aria-label': t('receipts')}, h('table', {},
        h('thead', {}, h('tr', {}, HEADS.map(head => h('th', {scope: 'col'}, t('receiptHead.' + head))))), body)),
    below);
}

function form(question) {
  const field = (label, control) => h('div', {class: 'field'}, h('label', {for: control.id}, label), control);
  const element = h('form', {class: 'fields', role: 'search', 'aria-label': t('receipts')},
    field(t('fileName'), h('input', {type: 'search', id: 'fileName', name: 'fileName', value: question.fileName ?? '', autocomplete: 'off'})),
    field(t('issueId'), h('input', {id: 'issue', name: 'issue', value: question.issue ?? '', autocomplete: 'off'})),
    field(t('receiptHead.state'), select('receipt', question.state, STATES.map(state => [state, term('receipt', state)]), t('any.state'))),
    h('button', {class: 'primary'}, t('search')));
  const send = event => {
    event.preventDefault();
    go(href(['operations'], Object.fromEntries(new FormData(element))));
  };
  element.addEventListener('submit', send);
  element.elements.receipt.addEventListener('change', send);
  return element;
}

function row(r) {
  const bad = r.state === 'REJECTED' || r.state === 'FAILED';
  return h('tr', {},
    h('td', {class: 'time'}, moment(r.at)),
    h('td', {}, h('span', {class: 'badge ' + (bad ? 'bad' : r.state === 'STORED' ? 'good' : '')}, term('receipt', r.state))),
    h('td', {lang: 'zh-CN'}, h('a', {href: href(['operations'], {fileName: r.fileName})}, r.fileName)),
    h('td', {lang: 'zh-CN'}, r.feed),
    h('td', {lang: 'zh-CN', class: 'wide'}, r.pageId ?? '–'),
    h('td', {class: 'wide'}, detail(r)),
    h('td', {}, r.issueId && h('button', {type: 'button', on: {click: () => reprocess([r.issueId])}}, t('reprocess'))));
}

function detail(r) {
  return [r.reason, r.articles !== null && r.articles !== undefined && t('articlesIn', {n: count(r.articles)}), r.store,
    r.firstDeliveryId && t('duplicateOf', {id: r.firstDeliveryId.slice(0, 8)}), r.otherIssueId && t('otherIssue', {id: r.otherIssueId.slice(0, 8)})]
    .filter(Boolean).join(' · ') || '–';
}

/** Splits issues anew, after telling what that would hand on. */
export async function reprocess(issues) {
  if (!await operator()) return;
  const outcome = h('p', {class: 'told'});
  const ask = dryRun => post(['operations', 'reprocess'], {issues, dryRun});
  const tell = (words, answer) => fill(outcome, t(words, {n: answer.handedOn}),
    answer.refused.map(refused => h('span', {class: 'error'}, ` ${refused.issue.slice(0, 8)}: ${refused.reason}`)));
  const refused = e => {
    if (e.status === undefined) throw e;
    fill(outcome, e.message);
  };
  const [, done] = await Promise.all([
    ask(true).then(answer => tell('wouldHandOn', answer), refused),
    dialog({title: t('reprocessTitle'), content: [h('p', {}, t('reprocessWhy')), outcome], action: t('reprocess'), act: async () => tell('handsOn', await ask(false))}),
  ]);
  if (done) await dialog({title: t('done'), content: outcome});
}
