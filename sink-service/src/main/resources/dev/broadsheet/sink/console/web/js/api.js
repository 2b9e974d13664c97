/**
 * Speaks with `/api/v1`. A failed request is an ApiError with the server's sentence; every 503 is told to the page's banner too, and a session
 * that has ended to whoever asks for tokens: each request names the session that the page was given, so that the server can tell.
 */
import {t} from './i18n.js';

const ROOT = '/api/v1/';

export class ApiError extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Sends `outage` with the sentence (or null when an answer came again), and `ended` once for a session. */
export const weather = new EventTarget();

let csrf = null;

/** Segments are encoded one by one, as an id may hold slashes. */
export function get(segments, parameters, signal) {
  return request(addressOf(segments, parameters), {signal});
}

export function post(segments, body) {
  return request(addressOf(segments), write('POST', body));
}

export function session() {
  return keep(get(['session']));
}

export function logIn(token) {
  return keep(post(['session'], {token}));
}

export async function logOut() {
  await request(addressOf(['session']), write('DELETE'));
  return session();
}

/** The address of a resource; empty parameters are left out. */
export function addressOf(segments, parameters) {
  const kept = Object.entries(parameters ?? {}).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const query = new URLSearchParams(kept).toString();
  return ROOT + segments.map(encodeURIComponent).join('/') + (query ? '?' + query : '');
}

async function keep(answer) {
  const state = await answer;
  csrf = state.csrf;
  return state;
}

function write(method, body) {
  return {method, headers: {'Content-Type': 'application/json'}, body: body === undefined ? undefined : JSON.stringify(body)};
}

async function request(url, options) {
  const asked = csrf;
  if (asked) options.headers = {...options.headers, 'X-Broadsheet-Csrf': asked};
  const response = await reach(url, options);
  if (!response.ok) throw await failure(response, asked);
  outage(null);
  return response.status === 204 ? null : response.json();
}

async function reach(url, options) {
  try {
    return await fetch(url, {credentials: 'same-origin', ...options});
  } catch (e) {
    if (e.name === 'AbortError') throw e;
    outage(t('serverGone'));
    throw new ApiError(0, 'unreachable', t('serverGone'));
  }
}

async function failure(response, asked) {
  const told = await response.json().catch(() => null);
  const message = told?.error?.message ?? t('failed', {status: response.status});
  if (response.status === 503) outage(message);
  if (told?.error?.code === 'session_ended' && asked === csrf) {
    csrf = null;
    weather.dispatchEvent(new CustomEvent('ended'));
  }
  return new ApiError(response.status, told?.error?.code ?? '', message);
}

function outage(sentence) {
  weather.dispatchEvent(new CustomEvent('outage', {detail: sentence}));
}
