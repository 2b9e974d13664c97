import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {MESSAGES} from '../js/messages.js';
import {href, parse} from '../js/router.js';

const slots = words => [...words.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();

test('every word is there in Chinese and English, with the same slots', () => {
  for (const [key, words] of Object.entries(MESSAGES)) {
    assert.equal(words.length, 2, key);
    assert.ok(words.every(word => word.trim()), key);
    assert.deepEqual(slots(words[0]), slots(words[1]), key);
  }
});

test('every key that the page names is there, and none is left over', () => {
  const source = readdirSync('js').filter(name => name !== 'messages.js').map(name => readFileSync(`js/${name}`, 'utf8')).join('\n')
    + readFileSync('index.html', 'utf8');
  const named = [...source.matchAll(/\bt\('([\w.]+)'|data-t(?:-label)?="(\w+)"/g)].map(([, js, html]) => js ?? html).filter(key => !key.endsWith('.'));
  assert.deepEqual(named.filter(key => !Object.hasOwn(MESSAGES, key)), []);
  const unused = Object.keys(MESSAGES).filter(key => !key.includes('.') && !new RegExp(`['"]${key}(['"]|Title'|Why')`).test(source))
    .filter(key => !/^(pause|resume|replay|discard)(Title|Why)$/.test(key));
  assert.deepEqual(unused, []);
});

test('an address comes back as it went, whatever it holds', () => {
  const path = ['entity', 'PLACE', '甲/乙 #1'];
  const {path: read, query} = parse(href(path, {q: '"水库" & 50%', none: ''}));

  assert.deepEqual(read, path);
  assert.deepEqual([...query], [['q', '"水库" & 50%']]);
  assert.deepEqual(parse('#/article/%E4%B8').path, ['article', '%E4%B8']);
});
