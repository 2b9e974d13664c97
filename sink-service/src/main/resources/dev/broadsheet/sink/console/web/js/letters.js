/** Dead letters: what a stage could not process, why, and what an operator decides. */
import {get, post} from './api.js';
import {dialog} from './dialog.js';
import {fill, h, say} from './dom.js';
import {count, moment, term} from './format.js';
import {t} from './i18n.js';
import {more} from './more.js';
import {select} from './newsroom.js';
import {go, href} from './router.js';
import {operator} from './session.js';

const STATES = ['DEAD', 'REPLAYED', 'DISCARDED', 'UNREADABLE'];
const HEADS = ['pick', 'state', 'stage', 'cause', 'file', 'times', 'at', 'action'];

/** `{element(), refresh()}`: the section, and what brings it up to date unless something is picked or more was loaded. */
export function letters(query, signal) {
  const state = query.get('letter') ?? 'DEAD';
  const question = {state: state === 'ALL' ? null : state, stage: query.get('stage'), cause: query.get('cause')};
  const picked = new Set();
  const section = h('section', {class: 'letters'});
  let shown = '';

  const ask = cursor => get(['operations', 'dead-letters'], {...question, cursor}, signal);

  async function element() {
    draw(await ask());
    return section;
  }

  async function refresh() {
    if (picked.size > 0 || section.contains(document.activeElement) || section.querySelectorAll('tbody tr').length > 20) return;
    draw(await ask());
  }

  function draw(found) {
    const now = JSON.stringify(found);
    if (now === shown) return;
    shown = now;
    const body = h('tbody', {});
    const below = more(body, found, ask, item => [row(item)]);
    fill(section, h('h2', {}, t('deadLetters')), counts(found.counts, question), form(question),
      found.items.length === 0
        ? h('p', {class: 'notice'}, t('noLetters'))
        : h('div', {class: 'table-frame', role: 'region', tabindex: '0', 'aria-label': t('deadLetters')}, h('table', {},
          h('thead', {}, h('tr', {}, HEADS.map(head => h('th', {scope: 'col'}, t('letterHead.' + head))))), body)),
      below, found.items.length > 0 && actions());
  }

  function row(letter) {
    const box = h('input', {type: 'checkbox', 'aria-label': t('pick', {id: letter.id}), checked: picked.has(letter.id)});
    box.addEventListener('change', () => {
      if (box.checked) picked.add(letter.id);
      else picked.delete(letter.id);
    });
    return h('tr', {},
      h('td', {}, box),
      h('td', {}, h('span', {class: 'badge ' + (letter.state === 'DEAD' ? 'bad' : 'quiet')}, term('letter', letter.state)), decided(letter)),
      h('td', {}, letter.stage),
      h('td', {class: 'wide'}, h('b', {}, simpleName(letter.causeClass)), ' ', letter.causeMessage),
      h('td', {lang: 'zh-CN'}, letter.fileName ?? letter.key ?? '–', letter.feed && h('span', {class: 'small'}, letter.feed)),
      h('td', {class: 'number'}, count(letter.attempts)),
      h('td', {class: 'time'}, moment(letter.lastFailedAt)),
      h('td', {}, h('button', {type: 'button', on: {click: () => open(letter.id)}}, t('show'))));
  }

  function actions() {
    const button = (word, grave) => h('button', {type: 'button', class: grave ? 'grave' : 'primary', on: {click: () => decide(word, grave)}}, t(word));
    return h('div', {class: 'buttons'}, button('replay', false), button('discard', true));
  }

  async function decide(word, grave) {
    if (picked.size === 0) {
      await dialog({title: t(word), content: h('p', {}, t('pickFirst'))});
      return;
    }
    if (!await operator()) return;
    const ids = [...picked];
    const again = h('input', {type: 'checkbox', id: 'again'});
    let answer = null;
    const done = await dialog({
      title: t(word + 'Title', {n: ids.length}),
      content: [h('p', {}, t(word + 'Why')), h('p', {class: 'field inline'}, again, h('label', {for: 'again'}, t('again')))],
      action: t(word),
      grave,
      async act() {
        answer = await post(['operations', 'dead-letters', word], {ids, again: again.checked, dryRun: false});
      },
    });
    if (!done) return;
    picked.clear();
    shown = ''; // the store learns of it a moment later; the ticks are to go now
    draw(await ask());
    await outcome(answer);
    document.activeElement?.blur();
  }

  return {element, refresh};
}

function outcome(answer) {
  const told = t('decided', {n: answer.decided});
  say(told);
  return dialog({title: t('done'), content: [h('p', {}, told),
    answer.refused.length > 0 && h('ul', {}, answer.refused.map(refused => h('li', {}, `${refused.id}: ${refused.reason}`)))]});
}

async function open(id) {
  const letter = await get(['operations', 'dead-letters', id]);
  const rows = [['id', letter.id], ['cause', [letter.causeClass, letter.causeMessage].filter(Boolean).join(': ')], ['issue', letter.issueId], ['pageId', letter.pageId],
    ['key', letter.key], ['size', count(letter.valueSize)], ['first', moment(letter.firstFailedAt)], ['software', letter.software], ['extractor', letter.extractor]];
  await dialog({
    title: t('letterTitle', {stage: letter.stage}),
    content: [
      h('dl', {class: 'facts'}, rows.filter(([, value]) => value).map(([key, value]) => [h('dt', {}, t('letterRow.' + key)), h('dd', {}, value)])),
      h('details', {}, h('summary', {}, t('headers')), h('ul', {}, (letter.headers ?? []).map(header => h('li', {}, `${header.name}: ${header.value ?? '–'}`)))),
      letter.stack && h('details', {}, h('summary', {}, t('stack')), h('pre', {tabindex: '0'}, letter.stack)),
      letter.history.length > 0 && h('details', {}, h('summary', {}, t('letterHistory')), h('pre', {tabindex: '0'}, JSON.stringify(letter.history, null, 2))),
    ],
  });
}

function decided(letter) {
  return letter.decidedAt && h('span', {class: 'small'}, [letter.decidedBy, moment(letter.decidedAt)].filter(Boolean).join(' · '));
}

function counts(all, question) {
  return h('ul', {class: 'chips'}, all.map(c => h('li', {},
    h('a', {href: href(['operations'], {letter: c.state, stage: c.stage, cause: c.causeClass}),
      'aria-current': question.state === c.state && question.stage === c.stage && question.cause === c.causeClass ? 'true' : null},
    `${term('letter', c.state)} · ${c.stage} · ${simpleName(c.causeClass)}`, h('span', {class: 'n'}, count(c.letters))))));
}

function form(question) {
  const element = h('form', {class: 'fields', 'aria-label': t('deadLetters')},
    h('div', {class: 'field'}, h('label', {for: 'letter'}, t('letterHead.state')),
      select('letter', question.state, STATES.map(state => [state, term('letter', state)]), t('any.state'))),
    (question.stage || question.cause) && h('a', {class: 'clear', href: href(['operations'], {letter: question.state})}, t('clear')));
  element.addEventListener('change', () => go(href(['operations'], {letter: element.elements.letter.value || 'ALL'})));
  return element;
}

function simpleName(className) {
  return (className ?? '').split('.').at(-1);
}
