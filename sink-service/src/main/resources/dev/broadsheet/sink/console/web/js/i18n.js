/** The words of the page in the reader's language: the one chosen, else the browser's. */
import {MESSAGES} from './messages.js';

const LANGUAGES = ['zh', 'en'];

let current = localStorage.getItem('broadsheet.language') ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');

export const language = () => current;

export function setLanguage(chosen) {
  current = chosen;
  localStorage.setItem('broadsheet.language', chosen);
}

export const has = key => Object.hasOwn(MESSAGES, key);

/** The words of a key with `{name}` replaced; a key that the table lacks stands for itself, so that it is seen. */
export function t(key, values = {}) {
  const words = MESSAGES[key]?.[LANGUAGES.indexOf(current)] ?? key;
  return words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
