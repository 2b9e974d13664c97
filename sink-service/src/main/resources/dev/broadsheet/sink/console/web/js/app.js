/** Shows the view that the address names, and what stands around it: navigation, language, theme, session, banner. */
import {weather} from './api.js';
import {byId, fill, h, say} from './dom.js';
import {longDay} from './format.js';
import {language, setLanguage, t} from './i18n.js';
import {href, parse} from './router.js';
import * as session from './session.js';
import {article} from './article.js';
import {entities, entity} from './entities.js';
import {figures} from './figures.js';
import {newsroom} from './newsroom.js';
import {operations} from './operations.js';

const VIEWS = {'': newsroom, article, figures, entities, entity, operations};
const NAV = [['', ''], ['figures', 'figures'], ['entities', 'entities'], ['operations', 'operations']];
/** What is down for a while is asked again without anybody's doing. */
const RETRY_MILLIS = 5000;
const BELONGS_TO = {article: '', entity: 'entities'};

let leaving = new AbortController();
let shownPath = null;

/** The newest request for a view wins; the old view stays until the new one is there. */
async function show() {
  leaving.abort();
  leaving = new AbortController();
  const {signal} = leaving;
  const route = parse(location.hash);
  const name = route.path[0] ?? '';
  const view = VIEWS[name] ?? notFound;
  const main = byId('main');
  const {hash} = location;
  main.setAttribute('aria-busy', 'true');
  drawFrame(BELONGS_TO[name] ?? name);
  const content = await contentOf(view, route, signal);
  if (signal.aborted) return;
  const focused = document.activeElement?.id;
  fill(main, content);
  main.removeAttribute('aria-busy');
  main.dataset.shown = hash;
  document.title = (main.querySelector('h1')?.textContent || t('newsroom')) + ' · Broadsheet';
  arrive(focused, route.path.join('/'));
}

async function contentOf(view, route, signal) {
  try {
    return await view(route, signal);
  } catch (e) {
    if (e.name === 'AbortError') return '';
    if (e.status === undefined) throw e;
    if (e.status === 503 || e.status === 0) setTimeout(() => signal.aborted || show(), RETRY_MILLIS);
    return problem(e);
  }
}

function arrive(focused, path) {
  const again = focused && byId(focused);
  if (again) again.focus({preventScroll: true});
  if (path === shownPath) return;
  if (shownPath !== null) {
    scrollTo(0, 0);
    if (!again) byId('main').focus({preventScroll: true});
  }
  shownPath = path;
}

function problem(e) {
  say(e.message);
  const logIn = e.status === 401 || e.status === 403;
  return h('section', {class: 'problem'},
    h('h1', {}, e.status === 404 ? t('notFound') : t('trouble')),
    h('p', {}, e.message),
    logIn
      ? h('button', {type: 'button', on: {click: () => session.ask().then(done => done && show())}}, t('logIn'))
      : h('button', {type: 'button', on: {click: show}}, t('tryAgain')));
}

function notFound() {
  return h('section', {class: 'problem'}, h('h1', {}, t('notFound')), h('a', {href: '#/'}, t('toNewsroom')));
}

function drawFrame(current) {
  fill(byId('nav'), h('ul', {}, NAV.map(([name, path]) => h('li', {},
    h('a', {href: href(path ? [path] : []), 'aria-current': current === name ? 'page' : null}, t(name || 'newsroom'))))));
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll('[data-t-label]')) element.setAttribute('aria-label', t(element.dataset.tLabel));
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
  byId('today').textContent = longDay(new Date());
  byId('language').textContent = language() === 'zh' ? 'English' : '中文';
  byId('language').lang = language() === 'zh' ? 'en' : 'zh-CN';
  byId('theme').textContent = t(dark() ? 'light' : 'dark');
  drawSession();
}

function drawSession() {
  byId('session').textContent = session.isSignedIn() ? t('logOut') : t('logIn');
}

function dark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

function switchTheme() {
  const theme = dark() ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme;
  localStorage.setItem('broadsheet.theme', theme);
  return show();
}

async function switchSession() {
  if (session.isSignedIn()) await session.end();
  else if (!await session.ask()) return;
  await show();
}

/** What the person was at stays: the view behind the dialog, and a dialog that waits for an answer. */
async function signInAgain() {
  await session.lost();
  if (document.querySelector('dialog') === null) await show();
  else drawSession();
}

function slashSearches(event) {
  const typing = event.target.closest('input, textarea, select, dialog');
  const search = document.querySelector('main input[type=search]');
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || !search) return;
  event.preventDefault();
  search.focus();
}

/** Null hides it. */
function tell(sentence) {
  const banner = byId('banner');
  banner.hidden = sentence === null;
  if (banner.textContent !== (sentence ?? '')) banner.textContent = sentence ?? '';
}

weather.addEventListener('outage', ({detail}) => tell(detail));
weather.addEventListener('ended', signInAgain);
/** What a button asked for and the server refused, where the button has no place of its own to say so. */
addEventListener('unhandledrejection', event => {
  if (event.reason?.status === undefined) return;
  event.preventDefault();
  tell(event.reason.message);
});
byId('language').addEventListener('click', () => {
  setLanguage(language() === 'zh' ? 'en' : 'zh');
  show();
});
byId('theme').addEventListener('click', switchTheme);
byId('session').addEventListener('click', switchSession);
document.querySelector('.skip').addEventListener('click', event => {
  event.preventDefault();
  byId('main').focus();
});
document.addEventListener('keydown', slashSearches);
addEventListener('hashchange', show);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show);
await session.begin();
await show();
