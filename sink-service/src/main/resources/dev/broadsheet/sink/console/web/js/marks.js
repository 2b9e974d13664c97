/** Where facts stand: in the text of a block, and through its runs on the printed lines. Offsets are UTF-16 units from 0, ends exclusive. */

/**
 * Cuts a text at every bound of its marks: `[{text, start, marks}]` in order, where `marks` are those that cover the piece. Marks may
 * overlap; what lies outside the text is cut off.
 */
export function pieces(text, marks) {
  const inside = marks
    .map(mark => ({mark, start: Math.max(0, mark.start), end: Math.min(text.length, mark.end)}))
    .filter(({start, end}) => start < end);
  const bounds = [...new Set([0, text.length, ...inside.flatMap(({start, end}) => [start, end])])].sort((a, b) => a - b);
  return bounds.slice(1).map((end, i) => ({
    text: text.slice(bounds[i], end),
    start: bounds[i],
    marks: inside.filter(m => m.start <= bounds[i] && end <= m.end).map(m => m.mark),
  }));
}

/** The printed stretches of `[start, end)` of a block: `[{line, pageStart, pageEnd}]`, one for each run that it touches. */
export function printed(runs, start, end) {
  return runs
    .map(run => ({run, from: Math.max(start, run.blockOffset), to: Math.min(end, run.blockOffset + run.length)}))
    .filter(({from, to}) => from < to)
    .map(({run, from, to}) => ({
      line: run.line,
      pageStart: run.pageOffset + from - run.blockOffset,
      pageEnd: run.pageOffset + to - run.blockOffset,
    }));
}

/** The stretches of a line that printed stretches cover: `[{start, end}]` in its own text. */
export function onLine(line, stretches) {
  return stretches
    .filter(stretch => stretch.line === line.number)
    .map(({pageStart, pageEnd}) => ({start: pageStart - line.offset, end: pageEnd - line.offset}));
}

/** Where a printed line went: `[{block, start, end}]` in the article's blocks. */
export function fromLine(blocks, number) {
  return blocks.flatMap(block => block.runs
    .filter(run => run.line === number)
    .map(run => ({block: block.index, start: run.blockOffset, end: run.blockOffset + run.length})));
}
