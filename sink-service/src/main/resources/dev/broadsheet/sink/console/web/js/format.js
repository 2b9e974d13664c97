/** Numbers, dates and ages for people, in the language chosen. */
import {language, t, has} from './i18n.js';

const locale = () => language() === 'zh' ? 'zh-CN' : 'en-GB';

export function count(n) {
  return n === null || n === undefined ? '–' : new Intl.NumberFormat(locale()).format(n);
}

/** A decimal string with its digits grouped, none lost. */
export function decimal(value) {
  if (value === null || value === undefined) return '–';
  const [whole, fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : grouped + '.' + fraction;
}

/** An amount a reader grasps: 2,350,000,000 CNY is 23.5 亿元 or 2.35 bn CNY. */
export function amount(value, unit) {
  if (value === null || value === undefined) return '–';
  const number = Number(value);
  const short = Math.abs(number) >= 1e4
    ? new Intl.NumberFormat(locale(), {notation: 'compact', maximumSignificantDigits: 5}).format(number)
    : new Intl.NumberFormat(locale(), {maximumFractionDigits: 4}).format(number);
  return short + unitName(unit);
}

export function unitName(unit) {
  if (unit === 'percent') return '%';
  if (unit === 'count' || !unit) return '';
  return language() === 'zh' && has('unit.' + unit) ? t('unit.' + unit) : '\u00a0' + unit;
}

/** An ISO date as a reader writes it; null is the unknown date. */
export function day(iso) {
  if (!iso) return t('dateUnknown');
  return new Intl.DateTimeFormat(locale(), {dateStyle: 'long', timeZone: 'UTC'}).format(new Date(iso + 'T00:00:00Z'));
}

export function longDay(date) {
  return new Intl.DateTimeFormat(locale(), {dateStyle: 'full'}).format(date);
}

export function moment(iso) {
  return iso ? new Intl.DateTimeFormat(locale(), {dateStyle: 'medium', timeStyle: 'medium'}).format(new Date(iso)) : '–';
}

/** How long ago, in the largest unit that fits. */
export function age(iso, now = Date.now()) {
  if (!iso) return t('never');
  const seconds = Math.round((new Date(iso).getTime() - now) / 1000);
  const words = new Intl.RelativeTimeFormat(locale(), {numeric: 'auto'});
  for (const [unit, size] of [['day', 86400], ['hour', 3600], ['minute', 60]]) {
    if (Math.abs(seconds) >= size) return words.format(Math.trunc(seconds / size), unit);
  }
  return words.format(seconds, 'second');
}

/** A word of the data (a type, a state …) in the reader's language; as it is where the table has none. */
export function term(group, value) {
  if (value === null || value === undefined) return '–';
  const key = group + '.' + value;
  return has(key) ? t(key) : value;
}

export function percent(share) {
  return share === null || share === undefined ? '–' : Math.round(share * 100) + '%';
}
