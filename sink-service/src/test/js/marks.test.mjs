// Run by WebPageTest in a copy where ../js holds the page's modules.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {fromLine, onLine, pieces, printed} from '../js/marks.js';

// "总投资" on line 4, "31亿元" on line 6 behind a foreign line; the page's lines are 10 units apart.
const runs = [
  {line: 4, blockOffset: 0, pageOffset: 32, length: 3},
  {line: 6, blockOffset: 3, pageOffset: 50, length: 5},
];

const texts = cut => cut.map(piece => [piece.text, piece.marks.map(mark => mark.id).join('')]);

test('a text is cut at every bound of marks that overlap', () => {
  assert.deepEqual(
    texts(pieces('总投资31亿元', [{id: 'a', start: 0, end: 5}, {id: 'b', start: 3, end: 8}])),
    [['总投资', 'a'], ['31', 'ab'], ['亿元', 'b']]);
});

test('what a mark covers outside the text is cut off, and an empty mark is none', () => {
  assert.deepEqual(texts(pieces('水库', [{id: 'a', start: 1, end: 9}, {id: 'b', start: 1, end: 1}])), [['水', ''], ['库', 'a']]);
  assert.deepEqual(texts(pieces('水库', [])), [['水库', '']]);
});

test('a fact that the page tore apart stands on both lines', () => {
  assert.deepEqual(printed(runs, 1, 5), [
    {line: 4, pageStart: 33, pageEnd: 35},
    {line: 6, pageStart: 50, pageEnd: 52},
  ]);
  assert.deepEqual(printed(runs, 3, 8), [{line: 6, pageStart: 50, pageEnd: 55}]);
});

test('printed stretches are told in the text of their line', () => {
  assert.deepEqual(onLine({number: 4, offset: 30}, printed(runs, 1, 5)), [{start: 3, end: 5}]);
  assert.deepEqual(onLine({number: 5, offset: 40}, printed(runs, 1, 5)), []);
});

test('a line leads to the blocks that it went into', () => {
  const blocks = [{index: 0, runs: [{line: 1, blockOffset: 0, pageOffset: 0, length: 4}]}, {index: 1, runs}];
  assert.deepEqual(fromLine(blocks, 6), [{block: 1, start: 3, end: 8}]);
  assert.deepEqual(fromLine(blocks, 5), []);
});
