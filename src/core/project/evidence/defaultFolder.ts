import type { Evidence, PlacedRun, ProjectFacts, Source, Tie } from './evidence';
import { folderOf, isBelow } from '../paths';

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
  find(run: PlacedRun, facts: ProjectFacts): readonly Tie[] {
    const tools = TOOLS.flatMap(([folder, use]) => {
      const beside = besideOf(run, folder);
      return beside === null ? [] : [{ beside, use }];
    });
    return facts.sources.flatMap(source => {
      const points = Math.max(0, ...tools.map(tool => fits(source, tool, facts)));
      return points > 0 ? [{ source, points }] : [];
    });
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

function fits(source: Source, tool: { beside: string; use: RegExp }, facts: ProjectFacts): number {
  const folder = folderOf(source.file.path);
  const here = folder === tool.beside;
  if (!here && !isBelow(source.file.path, tool.beside)) return 0;
  if (tool.use.test(source.file.text)) return here ? 30 : 20;
  const used = facts.texts.someBelow(tool.beside, tool.use);
  return used ? (here ? 10 : 5) : 0;
}
