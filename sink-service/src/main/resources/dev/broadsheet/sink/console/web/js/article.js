/**
 * An article as printed with its facts marked, beside the printed lines of its page. Choosing a fact marks where it stands on the page,
 * through repairs and joins; choosing a line marks what became of it.
 */
import {get} from './api.js';
import {card} from './card.js';
import {fill, h, say} from './dom.js';
import {day, percent, term} from './format.js';
import {figuresTable} from './figure-rows.js';
import {t} from './i18n.js';
import {fromLine, pieces, printed} from './marks.js';
import {pageLines} from './page-lines.js';
import {href} from './router.js';

const TAGS = {KICKER: 'p', TITLE: 'h1', SUBTITLE: 'p', BYLINE: 'p', SUBHEAD: 'h2', BODY: 'p', CAPTION: 'p'};

export async function article({path: [, id], query}, signal) {
  const found = await get(['articles', id], {}, signal);
  const page = await get(['pages', found.pageId], {}, signal).catch(gone);
  return new ArticleView(found, page, signal).element(query.get('fact'));
}

/** The page of an article that no longer stands may be gone; the article is shown without it. */
function gone(e) {
  if (e.status === 404) return null;
  throw e;
}

class ArticleView {
  constructor(found, page, signal) {
    this.found = found;
    this.facts = new Map([
      ...found.metrics.map(m => [m.metricId, {key: m.metricId, metric: m, block: m.block, start: m.start, end: m.end}]),
      ...found.entities.map(e => [e.mentionId, {key: e.mentionId, entity: e, block: e.block, start: e.start, end: e.end}]),
    ]);
    this.blocks = new Map(found.blocks.map(block => [block.index, h(blockTag(found, block), {class: 'block ' + block.role.toLowerCase()})]));
    this.card = card(() => this.lines?.reveal(), signal);
    this.lineMarked = new Set();
    this.lines = page && pageLines(page, found, number => this.chooseLine(number));
  }

  element(fact) {
    [...this.facts.values()].forEach((each, at) => { each.at = at; });
    for (const block of this.found.blocks) this.drawBlock(block, []);
    const text = h('article', {class: 'printed', lang: 'zh-CN'},
      this.blocksWithTitle(), h('p', {class: 'end', 'aria-hidden': 'true'}, '■'));
    this.reading = h('div', {class: 'reading'}, this.head(), this.legend(), text, this.figures(), this.keywords(), this.card.element);
    this.listen(text);
    const whole = h('div', {class: 'article-view'}, this.reading, this.lines?.element ?? h('p', {class: 'notice'}, t('pageGone')));
    if (this.facts.has(fact)) requestAnimationFrame(() => this.choose([this.facts.get(fact)], this.pieceOf(fact)));
    return whole;
  }

  blocksWithTitle() {
    const printed = this.found.blocks.map(block => this.blocks.get(block.index));
    return this.found.blocks.some(block => block.role === 'TITLE') ? printed : [h('h1', {class: 'untitled'}, t('untitled')), printed];
  }

  head() {
    const a = this.found;
    const parts = [a.publication, day(a.issueDate), a.edition, a.page && t('pageNo', {page: a.page}), a.section, a.regionPath ?? a.regionName,
      term('kind', a.kind), t('sure', {share: percent(a.confidence)})];
    return h('div', {class: 'article-head'},
      a.state === 'RETRACTED' && h('p', {class: 'notice grave', role: 'note'}, t('retracted', {reason: a.retractionReason ?? ''})),
      h('p', {class: 'meta'}, parts.filter(Boolean).map(part => h('span', {}, part)),
        a.incomplete && h('span', {class: 'badge'}, t('incomplete'))));
  }

  legend() {
    const types = [...new Set(this.found.entities.map(e => e.type))];
    const toggle = (name, label, on) => {
      const button = h('button', {type: 'button', class: 'key ' + name, 'aria-pressed': String(on)}, h('span', {}, label));
      button.addEventListener('click', () => {
        const now = button.getAttribute('aria-pressed') !== 'true';
        button.setAttribute('aria-pressed', String(now));
        this.reading.classList.toggle((name === 'labels' ? 'with-' : 'without-') + name, name === 'labels' ? now : !now);
      });
      return button;
    };
    const n = type => this.found.entities.filter(e => e.type === type).length;
    return h('div', {class: 'legend', role: 'group', 'aria-label': t('legend')},
      this.found.metrics.length > 0 && toggle('metric', `${t('figures')} ${this.found.metrics.length}`, true),
      types.map(type => toggle(type.toLowerCase(), `${term('type', type)} ${n(type)}`, true)),
      types.length > 0 && toggle('labels', t('labels'), false));
  }

  figures() {
    if (this.found.metrics.length === 0) return null;
    const show = metric => {
      const piece = this.pieceOf(metric.metricId);
      piece.scrollIntoView({block: 'center', behavior: 'auto'});
      this.choose([this.facts.get(metric.metricId)], piece);
    };
    return h('section', {class: 'own-figures'}, h('h2', {}, t('figuresHere')), figuresTable(this.found.metrics, {show}));
  }

  keywords() {
    return this.found.keywords.length > 0 && h('p', {class: 'keywords', lang: 'zh-CN'}, h('span', {class: 'label'}, t('keywords')),
      this.found.keywords.map(word => h('a', {href: href([], {q: word})}, word)));
  }

  drawBlock(block, extra) {
    const marks = [...this.facts.values()].filter(fact => fact.block === block.index).concat(extra);
    fill(this.blocks.get(block.index), pieces(block.text, marks).map(piece => node(piece)));
  }

  listen(text) {
    const factsAt = target => target.closest('.fact')?.dataset.facts.split(' ').map(at => [...this.facts.values()][at]);
    const peek = ({target}) => factsAt(target) && this.card.show(factsAt(target), target.closest('.fact'), this.reading);
    text.addEventListener('pointerover', event => event.pointerType === 'mouse' && peek(event));
    text.addEventListener('pointerout', () => this.card.leave());
    text.addEventListener('focusin', peek);
    text.addEventListener('focusout', () => this.card.leave());
    text.addEventListener('click', ({target}) => factsAt(target) && this.choose(factsAt(target), target.closest('.fact')));
    text.addEventListener('keydown', event => {
      if ((event.key === 'Enter' || event.key === ' ') && factsAt(event.target)) {
        event.preventDefault();
        event.target.click();
      }
    });
  }

  /** Marks facts in the text and where they stand on the page, and shows their card. */
  choose(facts, piece) {
    this.unmark();
    const anchor = piece.isConnected ? piece : this.pieceOf(facts[0].key);
    for (const fact of facts) for (const other of this.piecesOf(fact.key)) other.classList.add('chosen');
    this.card.show(facts, anchor, this.reading, true);
    history.replaceState(null, '', href(['article', this.found.articleId], {fact: facts[0].key}));
    if (!this.lines) return;
    const stretches = facts.flatMap(fact => printed(this.blockAt(fact.block).runs, fact.start, fact.end));
    const numbers = this.lines.mark(stretches);
    say(t('onLines', {lines: numbers.join(', ')}));
  }

  /** Marks what became of a printed line, or says where it went instead. */
  chooseLine(number) {
    this.unmark();
    const went = fromLine(this.found.blocks, number);
    for (const index of new Set(went.map(stretch => stretch.block))) {
      this.lineMarked.add(index);
      this.drawBlock(this.blockAt(index), went.filter(stretch => stretch.block === index).map(stretch => ({...stretch, line: number})));
    }
    const first = this.reading.querySelector('.of-line');
    first?.scrollIntoView({block: 'nearest'});
    return went.length > 0;
  }

  unmark() {
    this.card.hide();
    this.lines?.mark([]);
    for (const piece of this.reading.querySelectorAll('.chosen')) piece.classList.remove('chosen');
    for (const index of this.lineMarked) this.drawBlock(this.blockAt(index), []);
    this.lineMarked.clear();
  }

  blockAt(index) {
    return this.found.blocks.find(block => block.index === index);
  }

  piecesOf(key) {
    const at = String(this.facts.get(key).at);
    return [...this.reading.querySelectorAll('.fact')].filter(piece => piece.dataset.facts.split(' ').includes(at));
  }

  pieceOf(key) {
    return this.piecesOf(key)[0];
  }
}

function blockTag(found, block) {
  const first = found.blocks.find(other => other.role === 'TITLE');
  if (block.role === 'TITLE' && block !== first) return 'p';
  return TAGS[block.role] ?? 'p';
}

/** A piece of text; only where a fact begins is it a stop of the keyboard. */
function node({text, start, marks}) {
  const facts = marks.filter(mark => mark.key);
  const ofLine = marks.some(mark => mark.line !== undefined);
  if (facts.length === 0) return ofLine ? h('mark', {class: 'of-line'}, text) : text;
  const entity = facts.find(fact => fact.entity)?.entity;
  const metrics = facts.filter(fact => fact.metric).map(fact => fact.metric);
  const begins = facts.some(fact => fact.start === start);
  const ends = entity && facts.some(fact => fact.entity && fact.end === start + text.length);
  const classes = ['fact', entity && entity.type.toLowerCase(), metrics.length && 'metric', metrics.some(m => m.status === 'TARGET') && 'target',
    metrics.some(m => m.flags.length) && 'flagged', ofLine && 'of-line'];
  return h('span', {
    class: classes.filter(Boolean).join(' '),
    role: begins ? 'button' : null,
    tabindex: begins ? '0' : null,
    data: {facts: facts.map(fact => fact.at).join(' '), ...(ends && {label: t('sign.' + entity.type)})},
  }, text);
}
