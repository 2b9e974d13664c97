/** Who is at the page, and the dialog that asks for a token. */
import * as api from './api.js';
import {dialog} from './dialog.js';
import {h} from './dom.js';
import {t} from './i18n.js';

let state = {role: 'NONE', loginRequired: false, csrf: null};

export const isOperator = () => state.role === 'OPERATOR';

/** Whether there is anything to sign out of. */
export const isSignedIn = () => state.csrf !== null;

/** Reads the session; a server that does not answer is told by the banner and by the first view. */
export async function begin() {
  try {
    state = await api.session();
  } catch (e) {
    if (e.status === undefined) throw e;
  }
}

export async function end() {
  state = await api.logOut();
}

/** After a session has ended: takes the one that another tab has begun, or asks for a token; without one the person goes on as nobody. */
export async function lost() {
  state = {...state, role: 'NONE', csrf: null};
  await begin();
  if (!isSignedIn()) await ask(t('sessionEnded'));
}

/** Asks for a token until the server takes it; false where the person gave up. */
export function ask(why = t('logInWhy')) {
  const token = h('input', {type: 'password', id: 'token', autocomplete: 'current-password', required: true});
  return dialog({
    title: t('logIn'),
    content: [h('p', {}, why), h('label', {for: 'token'}, t('token')), token],
    action: t('logIn'),
    async act() {
      state = await api.logIn(token.value);
    },
  });
}

/** True as soon as the person may change things, after asking for the token where needed. */
export async function operator() {
  return isOperator() || (await ask() && isOperator());
}
