/** The printed lines of a page: those of the article in full ink, the others faint. One stop of the keyboard; arrows move within. */
import {fill, h} from './dom.js';
import {moment} from './format.js';
import {t} from './i18n.js';
import {onLine, pieces} from './marks.js';
import {href} from './router.js';

/** `choose(number)` is called with a chosen line and answers whether it stands in the article shown. */
export function pageLines(page, article, choose) {
  const texts = new Map();
  const own = new Set(article.blocks.flatMap(block => block.lines));
  const told = h('p', {class: 'told', role: 'status'});
  const list = h('ol', {class: 'lines', lang: 'zh-CN'}, page.lines.map(line => row(line)));
  list.addEventListener('keydown', walk);
  list.querySelector('.own [role=button], [role=button]')?.setAttribute('tabindex', '0');

  function row(line) {
    const text = h('span', {role: 'button', tabindex: '-1', data: {line: line.number}, on: {click: () => pick(line.number)}}, line.text);
    texts.set(line.number, {line, text});
    return h('li', {class: own.has(line.number) ? 'own' : 'other'}, h('span', {class: 'number', 'aria-hidden': 'true'}, line.number), text);
  }

  function pick(number) {
    const here = choose(number);
    markLine(number, [{start: 0, end: texts.get(number).line.text.length}]);
    const other = page.articles.find(a => a.lines.includes(number));
    fill(told, here ? t('lineHere', {line: number})
      : other ? [t('lineOther', {line: number}), h('a', {href: href(['article', other.articleId])}, other.title ?? t('untitled'))]
        : t('lineFurniture', {line: number}));
  }

  function markLine(number, marks) {
    const {line, text} = texts.get(number);
    fill(text, pieces(line.text, marks).map(piece => piece.marks.length ? h('mark', {}, piece.text) : piece.text));
    text.parentElement.classList.toggle('hit', marks.length > 0);
  }

  /** Marks printed stretches and scrolls to the first; answers the numbers of their lines. */
  function mark(stretches) {
    fill(told);
    const numbers = [...new Set(stretches.map(stretch => stretch.line))].filter(number => texts.has(number));
    for (const {line, text} of texts.values()) {
      if (numbers.includes(line.number)) markLine(line.number, onLine(line, stretches));
      else if (text.parentElement.classList.contains('hit')) markLine(line.number, []);
    }
    if (numbers.length > 0) scrollTo(texts.get(numbers[0]).text);
    return numbers;
  }

  /** Moves the list alone, never the window. */
  function scrollTo(text) {
    list.scrollTop = text.parentElement.offsetTop - list.clientHeight / 3;
  }

  function walk(event) {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    const buttons = [...list.querySelectorAll('[role=button]')];
    const at = buttons.indexOf(event.target);
    if (at >= 0 && step && buttons[at + step]) {
      event.preventDefault();
      event.target.setAttribute('tabindex', '-1');
      buttons[at + step].setAttribute('tabindex', '0');
      buttons[at + step].focus();
    } else if (at >= 0 && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      pick(Number(event.target.dataset.line));
    }
  }

  const element = h('section', {class: 'page', 'aria-labelledby': 'page-title'},
    h('h2', {id: 'page-title'}, t('printedPage')),
    h('p', {class: 'meta'}, h('span', {}, page.fileName), h('span', {}, page.feed), h('span', {}, moment(page.receivedAt))),
    h('p', {class: 'hint'}, t('linesHint')),
    list, told, others(page, article), history(page));
  /** Brings the marked lines into the window. */
  function reveal() {
    list.querySelector('.hit')?.scrollIntoView({block: 'center'});
  }

  return {element, mark, reveal};
}

function others(page, article) {
  const rest = page.articles.filter(a => a.articleId !== article.articleId);
  return rest.length > 0 && h('details', {}, h('summary', {}, t('alsoOnPage', {n: rest.length})),
    h('ul', {lang: 'zh-CN'}, rest.map(a => h('li', {}, h('a', {href: href(['article', a.articleId])}, a.title ?? t('untitled'))))));
}

function history(page) {
  return page.history.length > 1 && h('details', {}, h('summary', {}, t('versions', {n: page.history.length})),
    h('ul', {}, page.history.map(v => h('li', {}, `${v.fileName}: ${moment(v.stoodFrom)} – ${v.stoodUntil ? moment(v.stoodUntil) : t('stands')}`))));
}
