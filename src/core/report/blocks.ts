import type { AnalysedRun } from '../project/project';

/** A part of a document in plain words; the renderers escape it. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph' | 'lead' | 'note'; readonly text: string }
  /** Text as it stands in a file, in lines. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly items: readonly Fact[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly Row[] }
  | { readonly kind: 'figure'; readonly of: AnalysedRun };

/** A line with a short name: `Best: val_loss 0.312 at epoch 21`. */
export interface Fact {
  readonly name: string;
  readonly text: string;
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** As many cells as the table has columns. */
export type Row = readonly string[];
