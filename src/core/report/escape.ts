const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Plain text for HTML and SVG, in elements and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, found => ENTITIES[found] ?? found);
}

/**
 * Plain text for a paragraph, list item or table cell of Markdown: shown as it is, on one line.
 * Everything that Markdown or HTML gives a meaning is escaped, addresses that would become links included.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\r\n\t]+/g, ' ')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/[\\`*{}[\]#|~^$!]/g, '\\$&')
      // Between letters an underscore means nothing, and names are full of them.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replace(/^(\s*)([-+=])/, '$1\\$2')
      .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
      .replace(/:\/\//g, ':&#47;&#47;')
      .replace(/@(?=\w)/g, '&#64;')
      .replace(/\bwww\./gi, 'www&#46;')
  );
}
