/** The card of a project: how far it is, what it costs, who says so. */
import {h} from './dom.js';
import {amount, term} from './format.js';
import {t} from './i18n.js';
import {href} from './router.js';

const STAGES = ['PLANNED', 'SIGNED', 'APPROVED', 'STARTED', 'UNDER_CONSTRUCTION', 'COMPLETED', 'OPERATING'];

export function project(p) {
  const at = STAGES.indexOf(p.stage);
  return h('section', {class: 'project'}, h('h2', {}, t('project')),
    h('ol', {class: 'stages'}, STAGES.map((stage, i) => h('li', {class: i < at ? 'past' : i === at ? 'now' : 'ahead', 'aria-current': i === at ? 'step' : null},
      term('stage', stage)))),
    h('dl', {class: 'facts'}, [
      ['stage', term('stage', p.stage)],
      ['total', p.totalValue && amount(p.totalValue, p.totalCurrency)],
      ['done', p.doneValue && amount(p.doneValue, p.doneCurrency)],
      ['due', p.dueValue && amount(p.dueValue, p.dueCurrency)],
      ['owner', p.owner],
      ['place', p.placePath],
    ].filter(([, value]) => value).map(([key, value]) => [h('dt', {}, t('project.' + key)), h('dd', {}, value)])),
    milestones(p.milestones), sources(p.sources));
}

function milestones(all) {
  return all.length > 0 && h('ul', {class: 'milestones', lang: 'zh-CN'}, all.map(m => h('li', {},
    h('span', {class: 'badge ' + m.status.toLowerCase()}, term('status', m.status)), ' ', term('stage', m.stage), ' ', m.day ?? m.when ?? '',
    m.evidence?.quote && h('q', {}, m.evidence.quote))));
}

function sources(all) {
  return h('details', {open: true}, h('summary', {}, t('sources', {n: all.length})),
    h('ul', {class: 'sources', lang: 'zh-CN'}, all.map(s => h('li', {},
      h('a', {href: href(['article', s.articleId])}, s.title ?? t('untitled')), ' ',
      h('span', {class: 'meta'}, h('span', {}, s.issueDate ?? t('dateUnknown')), h('span', {}, term('stage', s.stage))),
      s.quote && h('q', {}, s.quote)))));
}
