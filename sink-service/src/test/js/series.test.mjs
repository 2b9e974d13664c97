import assert from 'node:assert/strict';
import {test} from 'node:test';
import {overTime, sideBySide, timeOf} from '../js/series.js';

const figure = (regionName, periodTo, normalizedValue, status = 'ACTUAL') =>
  ({regionName, subject: null, periodFrom: null, periodTo, issueDate: '2024-03-08', normalizedValue, status});

test('over time there is a series for each name and status, and ranges have no place', () => {
  const series = overTime([
    figure('甲县', '2023-12-31', '20'), figure('甲县', '2022-12-31', '10'), figure('甲县', '2024-12-31', '30', 'TARGET'),
    figure('乙县', '2023-12-31', null),
  ], 9);

  assert.deepEqual(series.map(s => [s.name, s.status, s.points.map(p => p.value)]), [['甲县', 'ACTUAL', [10, 20]], ['甲县', 'TARGET', [30]]]);
});

test('side by side stand the newest of each status, the largest first', () => {
  const rows = sideBySide([
    figure('甲县', '2022-12-31', '10'), figure('甲县', '2023-12-31', '20'), figure('甲县', '2024-12-31', '30', 'TARGET'),
    figure('乙县', '2023-12-31', '90'),
  ], 9);

  assert.deepEqual(rows.map(r => [r.name, r.ACTUAL?.normalizedValue, r.TARGET?.normalizedValue]), [['乙县', '90', undefined], ['甲县', '20', '30']]);
});

test('a year stands within itself on the axis, and what has no period where it was printed', () => {
  assert.equal(new Date(timeOf({periodFrom: '2023-01-01', periodTo: '2023-12-31'})).getUTCFullYear(), 2023);
  assert.equal(timeOf({periodFrom: null, periodTo: null, issueDate: '2024-03-08'}), Date.UTC(2024, 2, 8));
});
