/** Characters of HTML looked at; trainings print small tables. */
const LONGEST = 4_000_000;
const ENTITIES = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&nbsp;', ' '],
  ['&amp;', '&'],
]);

/** The tables of an HTML text as Markdown, one string each: how fastai and Hugging Face show a training in a notebook. */
export function tablesIn(html: string): string[] {
  const text = html.slice(0, LONGEST);
  return splitAt(text, '<table').flatMap(table => {
    const rows = splitAt(upTo(table, '</table'), '<tr').map(row => cellsOf(upTo(row, '</tr')));
    const filled = rows.filter(cells => cells.length > 1);
    if (filled.length < 2) return [];
    const [header, ...rest] = filled.map(cells => `| ${cells.join(' | ')} |\n`);
    const rule = `|${' --- |'.repeat(filled[0]!.length)}\n`;
    return [[header, rule, ...rest].join('')];
  });
}

/** What stands behind each occurrence of a tag's beginning, up to the next. */
function splitAt(text: string, tag: string): string[] {
  return text.split(tag).slice(1);
}

function upTo(text: string, tag: string): string {
  const end = text.indexOf(tag);
  return end < 0 ? text : text.slice(0, end);
}

function cellsOf(row: string): string[] {
  return row
    .split(/<t[hd]\b/)
    .slice(1)
    .map(cell => plain(cell.slice(cell.indexOf('>') + 1)));
}

/** Text without tags and on one line; a bar would be the end of a cell. */
function plain(html: string): string {
  return html
    .split('<')
    .map((part, at) => (at === 0 ? part : part.slice(part.indexOf('>') + 1)))
    .join(' ')
    .replace(/&(?:lt|gt|quot|#39|nbsp|amp);/g, entity => ENTITIES.get(entity) ?? entity)
    .replace(/[\s|]+/g, ' ')
    .trim();
}
