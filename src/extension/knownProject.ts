import type * as vscode from 'vscode';
import { groupedBy } from '../core/project/groupedBy';
import { LogPlaces } from '../core/project/logPlaces';
import type { ProjectInput } from '../core/project/facts';
import type { ConfigFile, Link } from '../core/project/project';
import { isRunRecord } from '../core/project/runRecord';
import { identified } from './configSettings';
import type { KnownLink, KnownProject, KnownSetting } from './projectView';

/** What a folder's files, runs and links say, each setting with its identity. */
export function knownProject(
  folder: vscode.Uri,
  { files, runs }: ProjectInput,
  links: readonly Link[],
): KnownProject {
  const logs = new LogPlaces(runs.flatMap(({ run }) => run.logs));
  const byFile = groupedBy(links, link => link.file);
  return {
    folder,
    runs,
    settings: files.filter(({ path }) => !isRunRecord(path, logs)).flatMap(totals),
    links: files.flatMap(file => linksIn(file, byFile.get(file.path) ?? [])),
  };
}

function totals({ path, settings }: ConfigFile): readonly KnownSetting[] {
  return identified(settings)
    .filter(({ setting }) => setting.primary && setting.kind !== 'patience')
    .map(({ id, setting }) => ({ file: path, id, setting }));
}

/** The links of one config file. */
function linksIn({ path, settings }: ConfigFile, links: readonly Link[]): readonly KnownLink[] {
  if (links.length === 0) return [];
  const ids = new Map(identified(settings).map(each => [each.setting, each.id]));
  return links.flatMap(link => {
    const id = ids.get(link.setting);
    return id === undefined ? [] : [{ file: path, id, setting: link.setting, link }];
  });
}
