/**
 * What launchers, containers and loggers put in front of a line, in the order they are tried. Each is bounded and
 * anchored; none of them may take a word that counts or names a measure.
 */
const WRAPPINGS: readonly RegExp[] = [
  // torchrun, mpirun, SageMaker: `[rank0]:`, `[default3]:`, `[1,0]<stdout>:`
  /\s*\[(?:rank|default)\d{1,5}\]:\s?/iy,
  /\s*\[[\w,:-]{1,40}\]<std(?:out|err)>:\s?/y,
  // `Rank 0 | `
  /\s*rank[ :]?\s?\d{1,5}\s\|\s/iy,
  // Ray: `(RayTrainWorker pid=4242, ip=10.0.0.12)`
  /\s*\([\w.]{1,60} pid=\d{1,9}(?:, ip=[\d.]{1,20})?\)\s?/y,
  // Docker compose and DeepSpeed: `trainer-1  |`, `worker-0:`
  /(?!epoch|step|iter|fold|batch|ep[-_])[A-Za-z][\w.]{0,40}[-_]\d{1,4}\s+\|\s/iy,
  /(?:worker|node|host|gpu|trainer|rank)-\d{1,5}:\s/iy,
  // Kubernetes, Docker: a zone behind the time, then the stream
  /(?:Z|[+-]\d{2}:?\d{2})(?=[\s\])])[\s\])]*/y,
  /std(?:out|err) [FP]\s/y,
  // journald and syslog: `gpu07 python[12345]:`
  /[\w.-]{1,60} [\w./-]{1,60}\[\d{1,9}\]:\s/y,
  // Transformers: `[INFO|trainer.py:525] 2021-01-15 10:27:59,116 >> `
  /\[[A-Z]{4,8}\|[\w.]{1,60}:\d{1,6}\]\s[\d-]{10}\s[\d:,]{8,12}\s>>\s*/y,
  // Seconds since the start: `[    7.00s]`, `[1709632694.123456]`
  /\s*\[\s{0,12}\d{1,12}\.\d{1,9}s?\]\s/y,
  // srun --label, in front of what counts in brackets
  /\s{0,4}\d{1,4}: (?=\[\d{1,6}\/)/y,
  // `05.03.2024 09:58:14`
  /[\s[(]*\d{1,2}\.\d{1,2}\.\d{4}[ ,T]{1,2}\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?[\s\])|:,-]*/y,
  /(?:AM|PM)\b[\s\])|:,-]*/y,
  // structlog and loguru: `[info     ]`, `| INFO     | __main__:train:42 -`
  /\[(?:debug|info|warning|error|critical)\s{0,5}\]\s*/y,
  /[\s|]*[\w.<>]{1,60}:[\w.<>]{1,60}:\d{1,6}\s-\s/y,
  // log4j: `trainer.Trainer:`
  /\s?[A-Za-z_]\w{0,40}(?:\.[A-Za-z_]\w{0,40}){1,6}:\s(?!\s*(?:[\d.+-]|nan|inf))/iy,
  // Kaldi: `LOG (nnet3-train[5.4.198~1-be967]:PrintTotalStats():nnet-training.cc:303)`
  /(?:LOG|WARNING) \([\w-]{1,60}(?:\[[\w.~-]{1,60}\])?:[\w~]{1,80}\(\):[\w.-]{1,60}:\d{1,6}\)\s/y,
  // NeMo: `[NeMo I 2023-01-01 12:00:00 wer_bpe:188]`, and whatever else brackets a time with words behind it
  /\[(?![^\]]{0,140}(?:epoch|step|iter|batch|loss|round|fold))[^\][<]{0,60}\d{1,2}:\d{2}:\d{2} [^\][<]{0,40}[a-z][^\][<]{0,40}\]\s?/iy,
  // A logger's name in front of the time: `Training: 2022-05-05 03:09:46,211-`
  /[A-Za-z][\w.]{0,30}:\s(?=\d{4}-\d{2}-\d{2}[ T]\d)/y,
  // Signs that only catch the eye
  /\s*(?:\p{Extended_Pictographic}\uFE0F?\s*){1,4}/uy,
  /#{1,6}\s(?=\s*[\d.]+\s)/y,
];

/** Where the text behind a wrapping begins that stands at `start`; `start` itself where there is none. */
export function afterWrapping(text: string, start: number): number {
  for (const pattern of WRAPPINGS) {
    pattern.lastIndex = start;
    if (pattern.test(text) && pattern.lastIndex > start) return pattern.lastIndex;
  }
  return start;
}
