import { join } from 'node:path';
import type { AnalysedRun, ConfigFile, Link } from '../core/project/project';
import { TELLING } from '../core/project/skippedFolders';
import { largestConfig, readProject, type WholeProject } from '../core/project/wholeProject';
import { suggestionJson } from '../core/report/suggestJson';
import { asideSentence } from '../core/report/sentences/aside';
import { evidenceSentences } from '../core/report/sentences/evidence';
import { lensText } from '../core/report/sentences/lens';
import { suggestionReason } from '../core/report/sentences/suggestions';
import type { Say } from '../core/report/say';
import { shownName } from '../core/report/shownName';
import { readPath } from '../node/readLogs';
import { UserError } from '../node/userError';
import { walk } from '../node/walk';
import { bestsOf } from './bests';
import type { Command, CommandIo } from './command';
import { eachPath } from './output';
import { SettingPlaces } from './position';
import { readText } from './readText';

/** Logs named of one setting. */
const MOST_LOGS = 5;

/** `epoch-lens links FOLDER…` */
export const links: Command = {
  name: 'links',
  summary: 'which setting belongs to which runs, with the suggestion',
  usage: 'FOLDER…',
  options: [],
  run: (args, io) =>
    eachPath(args, io, async path => {
      const project = await projectAt(path, io);
      return {
        json: () => linksJson(path, project, io.say),
        text: () => linksText(path, project, io.say),
      };
    }),
};

async function projectAt(path: string, io: CommandIo): Promise<WholeProject> {
  const reading = await readPath(path, { onLog: log => io.progress(`${path}: ${log}`) });
  if (!reading.isFolder) throw new UserError('It is a file; name the folder of a project.');
  const tree: string[] = [];
  for await (const file of walk(path, { hidden: TELLING })) tree.push(file.relative);
  return readProject({
    tree,
    runs: reading.runs,
    read: relative => {
      io.progress(`${path}: ${relative}`);
      return readText(join(path, relative), largestConfig(relative)).catch((error: unknown) => {
        if (error instanceof UserError) return null;
        throw error;
      });
    },
  });
}

/** The links of a folder as `links --json` prints them (architecture.md, "The command line"). */
export function linksJson(path: string, project: WholeProject, say: Say): object {
  const files = new Map(project.files.map(file => [file.path, file]));
  return {
    path,
    links: project.links.map(link => linkJson(link, files.get(link.file), say)),
  };
}

function linkJson(link: Link, file: ConfigFile | undefined, say: Say): object {
  const { setting, suggestion } = link;
  // What another setting may have made just as well is no run of this one.
  const runs = [...link.runs, ...link.aside.filter(({ why }) => why !== 'shared')];
  const first = runs[0];
  return {
    file: link.file,
    ...new SettingPlaces(file?.text ?? '', file?.cells).at(setting),
    cell: setting.cell,
    role: link.role,
    value: setting.value,
    logs: logsOf(runs),
    /** Runs of the setting that its suggestion does not rest on. */
    aside: link.aside.map(each => ({
      logs: each.run.logs,
      why: each.why,
      message: asideSentence(each, link, say),
    })),
    how: link.how,
    message: evidenceSentences(link, say).join(' '),
    configured: first?.run.plannedEpochs ?? setting.value,
    logged: first ? first.analysis.trained : null,
    bests: runs.flatMap(({ run }) => bestsOf(run)),
    suggestion:
      suggestion === null || !first
        ? null
        : suggestionJson(suggestion, suggestionReason(suggestion, first.analysis, first.run, say)),
  };
}

const logsOf = (runs: readonly AnalysedRun[]) => [...new Set(runs.flatMap(({ run }) => run.logs))];

function linksText(path: string, project: WholeProject, say: Say): string {
  if (project.links.length === 0) return `${shownName(path)}: no setting with runs`;
  const files = new Map(project.files.map(file => [file.path, file]));
  return project.links
    .map(link => {
      const file = files.get(link.file);
      const { line } = new SettingPlaces(file?.text ?? '', file?.cells).at(link.setting);
      const setting = `${shownName(link.setting.key)} = ${shownName(link.setting.text)}`;
      const head = `${shownName(link.file)}:${line}  ${setting}`;
      const said = lensText(link, say);
      const logs = logsOf(link.runs)
        .slice(0, MOST_LOGS)
        .map(log => `  ${shownName(log)}`);
      const aside = link.aside
        .slice(0, MOST_LOGS)
        .map(each => `  ${shownName(each.run.name)} (${asideSentence(each, link, say)})`);
      const record = link.role === 'copy' ? ' (run record)' : '';
      return [
        `${head}${record}`,
        ...(said === null ? [] : [`  ${said}`]),
        ...evidenceSentences(link, say).map(sentence => `  ${sentence}`),
        ...logs,
        ...aside,
      ].join('\n');
    })
    .join('\n\n');
}
