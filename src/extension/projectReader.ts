import * as vscode from 'vscode';
import { type ProjectReader, ProjectReading } from '../core/project/projectReading';
import { factsIn } from './folderFacts';
import type { Platform } from './platform';
import type { ReaderThread } from './reading/readerThread';
import { RemoteProject } from './reading/remoteProject';

/** Who reads the runs of folders. */
export type ProjectReaders = (folder: vscode.Uri) => ProjectReader;

/** What is on the disk is read in the thread beside the extension host, where the platform has one; all else here. */
export function projectReaders(platform: Platform, thread: ReaderThread | null): ProjectReaders {
  return folder =>
    thread !== null && folder.scheme === 'file'
      ? new RemoteProject(folder.fsPath, thread)
      : new ProjectReading({
          source: path => platform.source(vscode.Uri.joinPath(folder, path)),
          facts: paths => factsIn(folder, paths),
        });
}
