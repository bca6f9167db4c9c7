import { randomFrom } from './random';

/** What a line of the made-up log is made of: where the training is, and numbers that look measured. */
interface Moment {
  readonly epoch: number;
  readonly batch: number;
  readonly step: number;
  readonly loss: number;
  readonly score: number;
  /** The next random number in [0, 1). */
  readonly random: () => number;
}

type Line = (now: Moment) => string;

const BATCHES = 2000;
/** Lines of one epoch. */
const LINES = 200;

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

function clock({ step }: Moment): string {
  return `${pad(Math.floor(step / 3600) % 24)}:${pad(Math.floor(step / 60) % 60)}:${pad(step % 60)}`;
}

const date = ({ epoch }: Moment): string => `2024-03-${pad(1 + (epoch % 28))}`;

/** Seventeen ways in which frameworks print a training while it runs. */
const TEMPLATES: readonly Line[] = [
  ({ epoch, batch, loss }) =>
    `Train Epoch: ${epoch} [${batch}/2000 (${Math.floor(batch / 20)}%)]\tLoss: ${loss.toFixed(6)}`,
  ({ epoch, batch, loss }) =>
    `Epoch [${epoch}/5000], Step [${batch}/2000], Step Loss: ${loss.toFixed(4)}`,
  ({ loss, score, batch }) =>
    `${batch}/2000 [====>.........................] - ETA: ${Math.floor(score * 90)}s - keras_loss: ${loss.toFixed(4)} - keras_acc: ${score.toFixed(4)}`,
  ({ epoch, batch, loss, random }) =>
    `Epoch ${epoch}: ${String(Math.floor(batch / 20)).padStart(3)}%|${'█'.repeat(batch / 200)}${' '.repeat(10 - Math.floor(batch / 200))}| ${batch}/2000 [00:${pad(batch % 60)}<00:${pad(60 - (batch % 60))}, ${(20 + random()).toFixed(2)}it/s, tqdm_loss=${loss.toFixed(3)}, v_num=3]`,
  now =>
    `${date(now)} ${clock(now)},${pad(now.batch % 1000, 3)} - mmdet - INFO - Epoch [${now.epoch}][${now.batch}/2000]\tlr: 2.000e-02, eta: 1 day, 2:03:04, time: ${(0.3 + now.random() / 9).toFixed(3)}, data_time: 0.012, memory: 3908, loss_rpn_cls: ${(now.loss / 9).toFixed(4)}, loss_rpn_bbox: ${(now.loss / 7).toFixed(4)}, loss_cls: ${(now.loss / 3).toFixed(4)}, acc: ${(100 * now.score).toFixed(4)}, loss_bbox: ${(now.loss / 2).toFixed(4)}, loss: ${now.loss.toFixed(4)}`,
  ({ epoch, loss, random }) =>
    `{'hf_loss': ${Number(loss.toFixed(4))}, 'grad_norm': ${1 + random()}, 'learning_rate': ${(5e-5 * random()).toPrecision(16)}, 'epoch': ${epoch}.0}`,
  ({ step, loss, random }) =>
    ` iteration ${String(step).padStart(8)}/  600000 | consumed samples: ${String(step * 64).padStart(12)} | elapsed time per iteration (ms): ${(300 + 9 * random()).toFixed(1)} | learning rate: 1.500E-04 | global batch size:    64 | lm loss: ${loss.toExponential(6).toUpperCase()} | loss scale: 65536.0 | grad norm: ${(1 + random()).toFixed(3)} | number of skipped iterations:   0 | number of nan iterations:   0 |`,
  ({ step, loss, random }) =>
    `iter ${step}: gpt loss ${loss.toFixed(4)}, time ${(135 + random()).toFixed(2)}ms, mfu ${(17 + random()).toFixed(2)}%`,
  now =>
    `[${pad(now.epoch % 12)}/${pad(1 + (now.epoch % 28))} ${clock(now)} d2.utils.events]:  eta: 0:01:02  iter: ${now.step}  total_loss: ${now.loss.toFixed(3)}  loss_mask: ${(now.loss / 3).toFixed(3)}  time: 0.2012  data_time: 0.0051  lr: 0.00025  max_mem: 2724M`,
  ({ epoch, batch, loss, score }) =>
    `Epoch: [${epoch}][${String(batch).padStart(4)}/2000]\tTime  0.${batch % 10}12 ( 0.325)\tData  0.0${batch % 10} ( 0.012)\tObj ${loss.toExponential(4)} (${(loss * 1.01).toExponential(4)})\tAcc@1 ${(100 * score).toFixed(2).padStart(6)} (${(99 * score).toFixed(2).padStart(6)})\tAcc@5 ${(50 + 50 * score).toFixed(2)} (${(50 + 49 * score).toFixed(2)})`,
  now =>
    `${date(now)} ${clock(now)} | INFO | train_inner | epoch ${pad(now.epoch, 3)}:   ${now.batch} / 2000 fairseq_loss=${now.loss.toFixed(3)}, ppl=${(2 ** now.loss).toFixed(2)}, wps=${Math.floor(9000 * now.random())}, ups=3.1, num_updates=${now.step}, lr=0.000125, gnorm=${now.random().toFixed(3)}, train_wall=32, wall=${now.step}`,
  ({ epoch, batch, loss }) => `epoch ${epoch} batch ${batch} cost ${loss}`,
  ({ step, loss }) =>
    `[${step}]\ttrain-logloss:${loss.toFixed(5)}\teval-logloss:${(loss * 1.1).toFixed(5)}`,
  now =>
    `[${date(now)} ${clock(now)},${pad(now.batch % 1000, 3)}] [INFO] [logging.py:96:log_dist] [Rank 0] step=${now.step}, skipped=0, lr=[9.65e-06, 9.65e-06], mom=[(0.9, 0.95)]`,
  now =>
    `I0${1 + (now.epoch % 9)}2${now.epoch % 8} ${clock(now)}.${pad(now.step % 1000, 3)}456 140012 solver.cpp:239] Iteration ${now.step} (2.1 iter/s, 47.2s/100 iters), caffe loss = ${now.loss.toFixed(6)}`,
  now =>
    `${date(now)} ${clock(now)} [INFO] epoch: ${now.epoch}, batch: ${now.batch}, paddle_loss: ${now.loss.toFixed(5)}, top1: ${now.score.toFixed(5)}, batch_cost: 0.32 s, ips: ${(190 + now.random()).toFixed(2)} samples/s`,
  ({ step, loss }) =>
    `Step: ${step}, Loss_D: ${loss.toFixed(4)}, Loss_G: ${(4 - loss).toFixed(4)}, D(x): 0.${step % 10}12`,
];

/** Three more, printed where an epoch ends, and the header of the next one. */
const ENDS: readonly Line[] = [
  ({ loss, score, random }) =>
    `2000/2000 [==============================] - ${9 + Math.floor(random() * 9)}s ${Math.floor(random() * 9)}ms/step - keras_loss: ${loss.toFixed(4)} - keras_acc: ${score.toFixed(4)} - val_keras_loss: ${(loss * 1.1).toFixed(4)} - val_keras_acc: ${(score * 0.9).toFixed(4)}`,
  ({ epoch, loss, score }) =>
    `| end of epoch ${epoch} | time: 45.12s | valid loss ${(loss * 1.1).toFixed(2)} | valid ppl ${(2 ** (9 * score)).toFixed(2)}`,
  ({ epoch, score }) =>
    `Epoch ${epoch} test set: Accuracy: ${Math.floor(10_000 * score)}/10000 (${(100 * score).toFixed(2)}%)`,
  ({ epoch }) => `Epoch ${epoch + 1}/5000`,
];

/** What else stands in a log. */
const NOISE: readonly Line[] = [
  () => '',
  () => '----------------------------------------------------------------',
  () => 'UserWarning: The given NumPy array is not writable, and PyTorch does not support that.',
  ({ step }) =>
    `Saving model checkpoint to /home/user/outputs/run/checkpoint-${step - (step % 5000)}`,
  now =>
    `${date(now)} ${clock(now)},${pad(now.batch % 1000, 3)} - root - DEBUG - worker ${now.batch % 8} fetched shard ${now.step} in ${now.random().toFixed(3)} s`,
  ({ step }) => `downloading https://example.org/data/part-${pad(step % 64, 5)}.tar.gz ... done`,
  ({ random }) =>
    `W tensorflow/core/framework/cpu_allocator_impl.cc:80] Allocation of ${Math.floor(random() * 1e9)} exceeds 10% of free system memory.`,
];

/** How many lines in a hundred are noise. */
const NOISY = 25;

function momentAt(at: number, count: number, random: () => number): Moment {
  const epoch = Math.floor(at / LINES) + 1;
  const batch = Math.floor(((at % LINES) / LINES) * BATCHES);
  const loss = 0.05 + 3 * Math.exp((-4 * at) / count) + 0.1 * random();
  return { epoch, batch, step: (epoch - 1) * BATCHES + batch, loss, score: 1 - loss / 4, random };
}

/** A log of twenty templates in any order, with noise between them, of about this many bytes; the same every time. */
export function mixedLog(size: number): Uint8Array {
  const random = randomFrom(11);
  const count = Math.ceil(size / 108);
  const lines: string[] = [];
  for (let at = 0; at < count; at++) {
    const moment = momentAt(at, count, random);
    const kinds = random() * 100 < NOISY ? NOISE : TEMPLATES;
    if (at % LINES === LINES - 1) lines.push(...ENDS.map(line => line(moment)));
    else lines.push(kinds[Math.floor(random() * kinds.length)]!(moment));
  }
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}
