/** A list that grows by cursor: its first items, and a button that fetches the next ones. */
import {fill, h, say} from './dom.js';
import {t} from './i18n.js';

/**
 * Puts the rows of `first` into `list` and returns the button below it. `fetchNext(cursor)` answers `{items, next}`; `row(item)` is the
 * node of an item. The first new row takes the focus, so that reading goes on there.
 */
export function more(list, first, fetchNext, row) {
  const button = h('button', {type: 'button', class: 'more'}, t('more'));
  const error = h('p', {class: 'error', role: 'alert'});
  let next = null;
  const show = answer => {
    const rows = answer.items.flatMap(item => row(item));
    list.append(...rows);
    next = answer.next;
    button.hidden = !next;
    return rows;
  };
  button.addEventListener('click', async () => {
    button.disabled = true;
    fill(error);
    try {
      const rows = show(await fetchNext(next));
      say(t('loaded', {n: rows.length}));
      rows.map(node => node.querySelector('a, button')).find(Boolean)?.focus({preventScroll: true});
    } catch (e) {
      if (e.status === undefined) throw e;
      fill(error, e.message);
    } finally {
      button.disabled = false;
    }
  });
  show(first);
  return h('div', {class: 'more-row'}, button, error);
}
