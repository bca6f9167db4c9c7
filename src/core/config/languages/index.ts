import type { ConfigLanguage } from '../setting';
import { batch } from './batch';
import { dockerfile } from './dockerfile';
import { gin } from './gin';
import { ini } from './ini';
import { javascript } from './javascript';
import { json } from './json';
import { jsonLines } from './jsonLines';
import { jsonnet } from './jsonnet';
import { julia } from './julia';
import { makefile } from './makefile';
import { notebookOf } from './notebook';
import { powershell } from './powershell';
import { python } from './python';
import { r } from './r';
import { shell } from './shell';
import { toml } from './toml';
import { yaml } from './yaml';

/** The languages settings are found in; a new one is one file and one line here. */
export const languages: readonly ConfigLanguage[] = [
  yaml,
  json,
  python,
  notebookOf(python, shell),
  toml,
  ini,
  shell,
  dockerfile,
  makefile,
  batch,
  powershell,
  javascript,
  julia,
  jsonnet,
  jsonLines,
  gin,
  r,
];

/** The language of a file, by the editor's word for it where there is one, else by its name; null for others. */
export function languageOf(path: string, editorLanguage?: string): ConfigLanguage | null {
  const byEditor = languages.find(
    language => editorLanguage !== undefined && language.editorLanguages.includes(editorLanguage),
  );
  if (byEditor) return byEditor;
  const name = path.toLowerCase();
  return languages.find(language => language.endings.some(ending => name.endsWith(ending))) ?? null;
}
