import { languages } from '../core/config/languages/index';

/** The documents settings are found in. The build works them out, so that no language is read for them. */
export const configDocuments: readonly { readonly language: string; readonly pattern?: string }[] =
  [
    ...languages.flatMap(each => each.editorLanguages).map(language => ({ language })),
    // Those the editor has no word for, as long as nothing is installed that has one.
    {
      language: 'plaintext',
      pattern: `**/*{${languages.flatMap(each => each.endings).join(',')}}`,
    },
  ];
