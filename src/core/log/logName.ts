import { wordsOf } from './words';

const NEVER =
  /\.(?:py|pyc|pyi|js|ts|jsx|tsx|mjs|cjs|map|c|cc|cpp|h|hpp|cu|java|kt|go|rs|rb|php|sh|bat|ps1|r|jl|m|lua|html?|css|scss|md|rst|tex|bib|pdf|docx?|xlsx?|pptx?|png|jpe?g|gif|bmp|webp|svg|ico|tiff?|mp[34]|wav|flac|ogg|avi|mov|mkv|zip|tgz|bz2|xz|7z|rar|tar|whl|egg|jar|so|dll|dylib|exe|o|a|bin|pth?|ckpt|safetensors|onnx|pb|tflite|h5|hdf5|keras|pkl|pickle|joblib|parquet|feather|arrow|lmdb|ya?ml|toml|ini|cfg|lock|xml|proto|ttf|woff2?|eot|gitignore|gitattributes)$/i;
/** As TensorBoard looks for them; the name ends in that of the machine, which may look like any extension. */
const EVENTS = /(?:^|\.)tfevents\./;
/** What W&B and VisualDL call theirs. */
const RECORDS = /\.wandb$|^vdlrecords\./i;
const PACKED = /\.gz$/i;
/** Databases, and what SQLite puts beside one. */
const DATABASE = /\.(?:db3?|sqlite3?|sqlite-?db)$/i;
const ARRAYS = /\.np[yz]$/i;
/** Words of arrays that are curves: `train.npz` is a dataset. */
const CURVES =
  /^(?:loss|losses|history|metrics?|evaluations?|curves?|acc|accuracy|logs?|progress)$/;
/** Where Trackio keeps its databases, which are called after projects. */
const TRACKIO = /(?:^|\/)trackio\/[^/]+$/;
/** A metric in MLflow's file store; samples of the machine's load are none. */
const MLFLOW_METRIC = /(?:^|\/)[0-9a-f]{32}\/metrics\/(?!system\/)[^.]+$/;
const BESIDE_DATABASE = /-(?:wal|shm|journal)$/i;
/** Most YAML is settings. */
const YAML = /\.ya?ml$/i;
const YAML_WORDS = new Set('log logs history metrics losses progress results scores'.split(' '));
const EXTENSION = /\.(?:csv|tsv|jsonl|ndjson|json|log|txt|out|err|dat|scalars)$/i;
const WORDS = new Set(
  `log logs logger loss losses train training trainer trained val valid validation eval evaluation test metrics metric
  history progress results result stats statistics curve curves lcurve stdout stderr output console nohup slurm scalars
  state epoch epochs acc accuracy error learn fold run monitor summary score scores`.split(/\s+/),
);
/** Words of the names that trackers give their databases. */
const STORES =
  /^(?:mlflow|mlruns|optuna|study|studies|trials?|trackio|experiments?|runs|hpo|tuning|sweep)$/;
/** Names that are documents of other kinds wherever they stand. */
const OTHERS =
  /^(?:package(?:-lock)?|tsconfig|jsconfig|composer|manifest|requirements|license|readme|config|tokenizer|vocab|special_tokens_map|generation_config|added_tokens|merges|CMakeLists)\b/i;

/** Whether a file is named like an event file of TensorBoard (`events.out.tfevents.1714469542.host.1.0`). */
export function isEventFileName(path: string): boolean {
  return EVENTS.test(path.slice(path.lastIndexOf('/') + 1));
}

/** Whether a file is named like a SQLite database. */
export function isDatabaseName(path: string): boolean {
  return DATABASE.test(path);
}

/** Whether a file may be a log by its name alone: cheap, for finding candidates; what it is, only its content tells. */
export function looksLikeLogName(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(PACKED, '');
  if (!mayBeLog(name)) return false;
  if (isEventFileName(path) || RECORDS.test(name) || MLFLOW_METRIC.test(path)) return true;
  const words = wordsOf(name);
  if (DATABASE.test(name)) {
    return TRACKIO.test(path) || words.some(word => STORES.test(word) || WORDS.has(word));
  }
  if (ARRAYS.test(name)) return words.some(word => CURVES.test(word));
  return (
    EXTENSION.test(name) &&
    words
      .slice(0, -1)
      .concat(/\.log$/i.test(name) ? ['log'] : [])
      .some(word => WORDS.has(word))
  );
}

/** Whether a file may be a log at all: its name does not say that it is something else. */
export function mayBeLog(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (isEventFileName(path)) return true;
  // Unpacking costs: only what is named like a log, and not every picture of a dataset.
  if (YAML.test(name)) return wordsOf(name).some(word => YAML_WORDS.has(word));
  if (PACKED.test(name)) return looksLikeLogName(name.replace(PACKED, ''));
  if (NEVER.test(name) || BESIDE_DATABASE.test(name) || OTHERS.test(name)) return false;
  return !name.startsWith('.');
}
