import assert from 'node:assert/strict';
import { escapeMarkdown, escapeMarkup } from '../../../src/core/report/escape';
import { shownName } from '../../../src/core/report/shownName';

describe('escaping', () => {
  it('for markup takes the meaning from every character that has one', () => {
    assert.equal(
      escapeMarkup(`<img src=x onerror="a('b')"> & more`),
      '&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt; &amp; more',
    );
  });

  it('for Markdown keeps links, code, tables, emphasis and HTML from being any', () => {
    const hostile = [
      ['[a](command:x)', '\\[a\\](command:x)'],
      ['](command:x)', '\\](command:x)'],
      ['a|b', 'a\\|b'],
      ['`code`', '\\`code\\`'],
      ['**bold** ~~no~~', '\\*\\*bold\\*\\* \\~\\~no\\~\\~'],
      ['<script>', '&lt;script&gt;'],
      ['&lt;', '&amp;lt;'],
      ['https://example.org', 'https:&#47;&#47;example.org'],
      ['www.example.org', 'www&#46;example.org'],
      ['mail@example.org', 'mail&#64;example.org'],
      ['# title', '\\# title'],
      ['- item', '\\- item'],
      ['12. item', '12\\. item'],
      ['0.3 @ 12', '0.3 @ 12'],
      ['two\nlines', 'two lines'],
    ] as const;
    assert.deepEqual(
      hostile.map(([text]) => escapeMarkdown(text)),
      hostile.map(([, escaped]) => escaped),
    );
  });

  it('for Markdown leaves an underscore between letters as it is', () => {
    assert.equal(escapeMarkdown('val_loss _em_'), 'val_loss \\_em\\_');
  });
});

describe('a name to show', () => {
  it('has no characters that reorder, hide or break the line', () => {
    assert.equal(shownName('a\u202Eb\u0000c\u200Bd\ne\u2028f'), 'a�b�c�d�e�f');
  });

  it('is cut where it is longer than a line', () => {
    assert.equal(shownName('x'.repeat(100_000)), `${'x'.repeat(79)}…`);
  });

  it('keeps letters of any language', () => {
    assert.equal(shownName('验证损失 – é 😀'), '验证损失 – é 😀');
  });
});
