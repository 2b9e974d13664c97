/** Puts figures into series for the chart. A figure without a single value, or without a time where time is asked for, has no place in it. */

/** The day a figure is about: the end of its period, else the day it was printed, else null. */
export function dayOf(figure) {
  return figure.periodTo ?? figure.issueDate;
}

/** Where it stands on an axis of time, in milliseconds: the middle of its period where both ends are known, so that a year stands within itself. */
export function timeOf(figure) {
  const end = Date.parse(dayOf(figure));
  return figure.periodFrom && figure.periodTo ? (Date.parse(figure.periodFrom) + end) / 2 : end;
}

export function nameOf(figure) {
  return figure.subject ?? figure.regionName ?? '–';
}

/**
 * Over time: one series for each name and status, most figures first, at most `most`:
 * `[{name, status, points: [{time, value, figure}]}]`, points by time.
 */
export function overTime(figures, most) {
  const placed = figures.filter(f => f.normalizedValue !== null && dayOf(f));
  const groups = groupBy(placed, f => nameOf(f) + '\n' + f.status);
  return [...groups.values()]
    .map(group => ({
      name: nameOf(group[0]),
      status: group[0].status,
      points: group.map(f => ({time: timeOf(f), value: Number(f.normalizedValue), figure: f})).sort((a, b) => a.time - b.time),
    }))
    .sort((a, b) => b.points.length - a.points.length)
    .slice(0, most);
}

/**
 * Side by side: the newest ACTUAL and TARGET figure of each name, largest first, at most `most`:
 * `[{name, ACTUAL: figure or undefined, TARGET: …}]`.
 */
export function sideBySide(figures, most) {
  const groups = groupBy(figures.filter(f => f.normalizedValue !== null), nameOf);
  const newest = (group, status) => group.filter(f => f.status === status)
    .reduce((best, f) => best === undefined || (dayOf(f) ?? '') > (dayOf(best) ?? '') ? f : best, undefined);
  const size = ({ACTUAL, TARGET}) => Number((ACTUAL ?? TARGET).normalizedValue);
  return [...groups]
    .map(([name, group]) => ({name, ACTUAL: newest(group, 'ACTUAL'), TARGET: newest(group, 'TARGET')}))
    .filter(row => row.ACTUAL || row.TARGET)
    .sort((a, b) => size(b) - size(a))
    .slice(0, most);
}

function groupBy(items, key) {
  const groups = new Map();
  for (const item of items) {
    const name = key(item);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(item);
  }
  return groups;
}
