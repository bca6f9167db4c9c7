import type { ConfigLanguage } from '../setting';
import { readLines } from './scripts/lines';

/** Dockerfiles: the commands they run, in either form, and `ENV` and `ARG`. */
export const dockerfile: ConfigLanguage = {
  id: 'dockerfile',
  editorLanguages: ['dockerfile'],
  endings: ['dockerfile', '.dockerfile', 'containerfile'],
  read: text =>
    readLines(text, {
      comment: /^\s*#/,
      continued: /\\\s*$/,
      assignment: /^\s*(?:ENV|ARG)\s+(\w+)(?:\s*=\s*|\s+)["']?([^\s"']+)/i,
      more: /\s(\w+)=["']?([^\s"']+)/g,
      silent: /^\s*(?:FROM|COPY|ADD|LABEL|WORKDIR|EXPOSE|VOLUME|USER|ENV|ARG)\b/i,
    }),
};
