/** Text with the words that a search found in it. */
import {h} from './dom.js';
import {pieces} from './marks.js';

/** Nodes of the text; each hit `[start, end]` is a mark. */
export function withHits(text, hits) {
  return pieces(text, hits.map(([start, end]) => ({start, end})))
    .map(piece => piece.marks.length ? h('mark', {}, piece.text) : piece.text);
}
