import type { Evidence, PlacedRun, ProjectFacts, Source, Tie, TiesOf } from './evidence';
import { strongest } from './ties';
import { folderOf, isBelow } from '../paths';
import type { Steps } from '../../run/steps';

/** Where a tool writes beside the script when nobody says otherwise, and how a script that uses it looks. */
const TOOLS: readonly (readonly [RegExp, RegExp])[] = [
  [/^dvclive\//, /dvclive/i],
  [/^lightning_logs\//, /lightning/i],
  [/^(?:runs|segment|detect|classify|pose)\//, /ultralytics|YOLO|SummaryWriter|tensorboard/],
  [/^mlruns\//, /mlflow/i],
  [/^wandb\//, /wandb/i],
  [/^outputs\//, /hydra/i],
  [/^catboost_info\//, /catboost/i],
  [/^tmp_trainer\/|^trainer_output\//, /TrainingArguments/],
  [/^work_dirs\//, /mm(?:engine|cv|det|cls|seg)|runner/i],
];

/** The log stands in the tool's usual folder beside the script, or beside the file the script reads. */
export const defaultFolder: Evidence = {
  kind: 'default-folder',
  overrules: false,
  *over(facts: ProjectFacts): Steps<TiesOf> {
    const tools = TOOLS.filter(([folder]) =>
      facts.runs.some(run => besideOf(run, folder) !== null),
    );
    for (const file of tools.length === 0 ? [] : facts.files) {
      for (const [, use] of tools) facts.texts.of(file).uses(use);
      yield;
    }
    const known = new Map<string, readonly Tie[]>();
    const tiesAt = (beside: string, use: RegExp): readonly Tie[] => {
      const key = `${use.source} ${beside}`;
      const ties = known.get(key) ?? tiesBeside(beside, use, facts);
      known.set(key, ties);
      return ties;
    };
    return run =>
      strongest(
        tools.flatMap(([folder, use]) => {
          const beside = besideOf(run, folder);
          return beside === null ? [] : tiesAt(beside, use);
        }),
      );
  },
};

/** The folder beside which a tool's folder stands; null when the run is in none. */
function besideOf(run: PlacedRun, folder: RegExp): string | null {
  const parts = (run.logs[0] ?? '').split('/');
  for (let at = 0; at < parts.length - 1; at++) {
    if (folder.test(parts.slice(at).join('/'))) return parts.slice(0, at).join('/');
  }
  return null;
}

function tiesBeside(beside: string, use: RegExp, { files, sources, texts }: ProjectFacts): Tie[] {
  const uses = (file: Source['file']) => texts.of(file).uses(use);
  const used = files.some(file => isBelow(file.path, beside) && uses(file));
  return sources.flatMap(source => {
    if (!isBelow(source.file.path, beside)) return [];
    const here = folderOf(source.file.path) === beside;
    if (uses(source.file)) return { source, points: here ? 30 : 20 };
    return used ? { source, points: here ? 10 : 5 } : [];
  });
}
