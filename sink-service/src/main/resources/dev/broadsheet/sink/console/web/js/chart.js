/** Draws series with ECharts, which is loaded when the first chart is. Canvas and rich text only: the page allows no inline style. */
import {amount, term} from './format.js';
import {factAddress} from './figure-rows.js';
import {t} from './i18n.js';
import {go} from './router.js';
import {dayOf, overTime, sideBySide} from './series.js';

const LIBRARY = '/webjars/echarts/echarts.common.min.js';
const COLOURS = ['--c1', '--c2', '--c3', '--c4', '--c5', '--c6', '--c7', '--c8'];
const MOST_SERIES = 12;
const MOST_BARS = 24;

let loading = null;

/** Draws into an element that is in the document; `form` is "time" or "bars". Ends with `signal`. */
export async function draw(element, figures, unit, form, signal) {
  const echarts = await library();
  if (signal.aborted) return;
  const chart = echarts.init(element, null, {renderer: 'canvas'});
  const resize = new ResizeObserver(() => chart.resize());
  resize.observe(element);
  signal.addEventListener('abort', () => {
    resize.disconnect();
    chart.dispose();
  });
  chart.setOption({...common(unit), ...(form === 'time' ? timeOption(figures, unit) : barOption(figures, unit))});
  chart.on('click', ({data}) => data?.figure && go(factAddress(data.figure)));
}

function library() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = LIBRARY;
    script.addEventListener('load', () => resolve(window.echarts));
    script.addEventListener('error', () => {
      loading = null;
      reject(Object.assign(new Error(t('chartMissing')), {status: 0}));
    });
    document.head.append(script);
  });
  return loading;
}

function common(unit) {
  const ink = colour('--ink');
  return {
    textStyle: {fontFamily: getComputedStyle(document.body).fontFamily, color: ink},
    legend: {type: 'scroll', top: 0, textStyle: {color: ink}, pageTextStyle: {color: ink}},
    grid: {left: 12, right: 20, top: 44, bottom: 12, containLabel: true},
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    tooltip: {
      renderMode: 'richText',
      backgroundColor: colour('--raised'),
      borderColor: colour('--rule'),
      textStyle: {color: ink},
      formatter: ({seriesName, data, name}) => [`${name || data.figure.period || dayOf(data.figure)} ${seriesName}`,
        amount(data.figure.normalizedValue, unit), data.figure.title ?? ''].filter(Boolean).join('\n'),
    },
  };
}

function timeOption(figures, unit) {
  const series = overTime(figures, MOST_SERIES);
  const names = [...new Set(series.map(({name}) => name))];
  return {
    xAxis: {type: 'time', axisLabel: {color: colour('--muted'), hideOverlap: true}, axisLine: {lineStyle: {color: colour('--rule')}}},
    yAxis: valueAxis(unit),
    series: series.map(({name, status, points}) => ({
      type: 'line',
      name: `${name} · ${term('status', status)}`,
      color: colour(COLOURS[names.indexOf(name) % COLOURS.length]),
      symbol: status === 'TARGET' ? 'emptyDiamond' : 'circle',
      symbolSize: 9,
      lineStyle: {type: status === 'TARGET' ? 'dashed' : 'solid', width: 2},
      data: points.map(({time, value, figure}) => ({value: [time, value], figure})),
    })),
  };
}

function barOption(figures, unit) {
  const rows = sideBySide(figures, MOST_BARS);
  const bars = status => ({
    type: 'bar',
    name: term('status', status),
    barMaxWidth: 28,
    itemStyle: status === 'TARGET' ? {color: 'transparent', borderColor: colour('--c1'), borderType: 'dashed', borderWidth: 2} : {color: colour('--c2')},
    data: rows.map(row => row[status] ? {value: Number(row[status].normalizedValue), figure: row[status]} : null),
  });
  return {
    xAxis: {type: 'category', data: rows.map(row => row.name), axisLabel: {color: colour('--muted'), interval: 0, rotate: rows.length > 6 ? 35 : 0}},
    yAxis: valueAxis(unit),
    series: [bars('ACTUAL'), bars('TARGET')],
  };
}

function valueAxis(unit) {
  return {
    type: 'value',
    axisLabel: {color: colour('--muted'), formatter: value => amount(value, unit)},
    splitLine: {lineStyle: {color: colour('--rule')}},
  };
}

/** The colour of a custom property in the present theme; canvas knows no light-dark(). */
function colour(name) {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const {color} = getComputedStyle(probe);
  probe.remove();
  return color;
}
