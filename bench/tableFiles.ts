import { closeSync, openSync, writeSync } from 'node:fs';
import { randomFrom } from './random';

/** A table on disk, and how many values its curves have. */
export interface TableFile {
  readonly path: string;
  readonly bytes: number;
  readonly values: number;
  /** The columns that are curves. */
  readonly curves: readonly string[];
}

const ROWS_AT_ONCE = 20_000;

/** Tensors of 32 bits as Python prints them: up to seventeen digits. */
const float32 = (value: number): string => String(Math.fround(value));

interface Writer {
  readonly header: readonly string[];
  readonly end: string;
  /** The cells of a row, and how many of them belong to curves. */
  readonly row: (index: number) => readonly [cells: readonly (string | number)[], values: number];
}

function write(path: string, size: number, { header, end, row }: Writer): TableFile {
  const file = openSync(path, 'w');
  let bytes = writeSync(file, header.join() + end);
  let values = 0;
  for (let index = 0; bytes < size;) {
    let text = '';
    for (const last = index + ROWS_AT_ONCE; index < last; index++) {
      const [cells, count] = row(index);
      values += count;
      text += cells.join() + end;
    }
    bytes += writeSync(file, text);
  }
  closeSync(file);
  const axes = ['epoch', 'step'];
  return { path, bytes, values, curves: header.filter(name => !axes.includes(name)) };
}

/** What Lightning's CSVLogger writes: sorted columns, CRLF, and a row per call that fills few of them. */
export function sparseTable(path: string, size: number): TableFile {
  const random = randomFrom(7);
  const metrics = ['accuracy', 'auroc', 'f1', 'loss', 'precision', 'recall'];
  const header = [
    'epoch',
    'lr-AdamW',
    'step',
    ...metrics.map(name => `test_${name}`),
    'train_loss_epoch',
    'train_loss_step',
    ...metrics.map(name => `val_${name}`),
  ];
  const column = (name: string): number => header.indexOf(name);
  const validation = metrics.map(name => column(`val_${name}`));
  const [rate, trainEpoch, trainStep] = ['lr-AdamW', 'train_loss_epoch', 'train_loss_step'].map(
    column,
  );
  return write(path, size, {
    header,
    end: '\r\n',
    row: index => {
      const cells = header.map((): string | number => '');
      const progress = Math.exp(-index / 2e6);
      cells[0] = Math.floor(index / 4000);
      cells[2] = 49 + 50 * index;
      if (index % 200 === 198) {
        for (const at of validation) cells[at] = float32(0.3 + 1.8 * progress + 0.05 * random());
        return [cells, validation.length];
      }
      const at = index % 200 === 199 ? trainEpoch! : index % 200 === 100 ? rate! : trainStep!;
      if (at === rate) cells[0] = '';
      cells[at] = at === rate ? 1e-3 * progress : float32(0.1 + 2 * progress + 0.2 * random());
      return [cells, 1];
    },
  });
}

/** Twelve columns with a number in every row: tensors, doubles, and numbers of four and six digits. */
export function denseTable(path: string, size: number): TableFile {
  const random = randomFrom(11);
  const names = 'train_loss val_loss train_acc val_acc lr grad_norm train_ppl val_ppl f1 auc';
  const header = ['epoch', 'step', ...names.split(' ')];
  return write(path, size, {
    header,
    end: '\n',
    row: index => {
      const progress = Math.exp(-index / 5e5);
      const noisy = (low: number, range: number): number =>
        low + range * progress + 0.05 * random();
      const cells = [
        Math.floor(index / 1000),
        10 * index,
        float32(noisy(0.1, 2)),
        float32(noisy(0.2, 2)),
        noisy(0.9, -0.5).toFixed(6),
        noisy(0.88, -0.5).toFixed(6),
        (1e-3 * progress).toExponential(4),
        (1 + random()).toFixed(4),
        Math.exp(noisy(0, 1)),
        Math.exp(noisy(0.1, 1)),
        noisy(0.8, -0.3).toFixed(6),
        noisy(0.85, -0.3).toFixed(6),
      ];
      return [cells, cells.length - 2];
    },
  });
}
