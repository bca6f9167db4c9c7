import { writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { version } from '../../package.json';
import type { AnalysedRun } from '../core/project/project';
import { renderHtml } from '../core/report/html';
import { reportJson } from '../core/report/json';
import { renderMarkdown } from '../core/report/markdown';
import { buildReport } from '../core/report/model';
import type { ReportModel } from '../core/report/model';
import { reportGroups } from '../core/report/reportGroups';
import { renderShort } from '../core/report/short';
import type { Command, CommandArguments, CommandIo } from './command';
import { FAILED, eachPath, jsonLine, reasonOf } from './output';
import { PATTERN_OPTIONS, patternsOf } from './patterns';
import { readRuns } from './readRuns';
import type { AnalysedReading } from './readRuns';

const FORMATS = ['md', 'html', 'json'] as const;
type Format = (typeof FORMATS)[number];

/** `epoch-lens report PATH…`: one report for all paths; with `--json` one object for each. */
export const report: Command = {
  name: 'report',
  summary: 'the convergence report of logs and folders of logs',
  usage: 'PATH…',
  options: [
    {
      name: 'format',
      value: 'md|html|json',
      summary: 'Markdown (the default), one self-contained page, or data',
      choices: FORMATS,
    },
    { name: 'short', value: null, summary: 'for a pull-request comment: no pictures' },
    { name: 'output', value: 'FILE', summary: 'write it there instead of printing it' },
    ...PATTERN_OPTIONS,
  ],
  run: (args, io) => (args.json ? reportEach(args, io) : reportAll(args, io)),
};

async function reportEach(args: CommandArguments, io: CommandIo): Promise<number> {
  const patterns = await patternsOf(args, io.say);
  return eachPath(args, io, async path => {
    const model = modelOf([await readRuns(path, io, patterns)]);
    return { json: () => ({ path, ...reportJson(model, io.say) }), text: () => '' };
  });
}

async function reportAll(args: CommandArguments, io: CommandIo): Promise<number> {
  const patterns = await patternsOf(args, io.say);
  const readings: AnalysedReading[] = [];
  let status = 0;
  for (const path of args.paths) {
    try {
      readings.push(await readRuns(path, io, patterns));
    } catch (error) {
      status = FAILED;
      io.complain(`epoch-lens: ${path}: ${reasonOf(error)}`);
    }
  }
  if (readings.length === 0) return status;
  const text = rendered(modelOf(readings), args, io);
  const file = args.options['output'];
  if (typeof file === 'string') await write(file, text);
  else await io.print(text);
  return status;
}

function modelOf(readings: readonly AnalysedReading[]): ReportModel {
  const runs = readings[0]?.runs ?? [];
  return buildReport({
    title: titleOf(readings),
    date: new Date().toISOString().slice(0, 10),
    version,
    groups: reportGroups(readings.length === 1 ? runs : readings.flatMap(named)),
    problems: readings.flatMap(({ problems }) => problems),
    ignored: readings.reduce((sum, { ignored }) => sum + ignored, 0),
    logs: readings.reduce((sum, { logs }) => sum + logs.length, 0),
  });
}

/** Runs of several arguments are told apart by their paths as given: two folders may both hold a `train.log`. */
function named({ path, isFolder, runs }: AnalysedReading): AnalysedRun[] {
  const shown = path.replaceAll('\\', '/').replace(/\/$/, '');
  return runs.map(({ run, analysis }) => {
    const rest = isFolder ? `/${run.name}` : run.name.slice(basename(path).length);
    return { run: { ...run, name: `${shown}${rest}` }, analysis };
  });
}

/** The names of what was read, as a reader knows them. */
function titleOf(readings: readonly AnalysedReading[]): string {
  const names = readings.map(({ path }) => basename(resolve(path)));
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}

function rendered(model: ReportModel, args: CommandArguments, io: CommandIo): string {
  if (args.options['short'] === true) return renderShort(model, io.say);
  switch (formatOf(args.options['format'])) {
    case 'html':
      return renderHtml(model, io.say);
    case 'json':
      return jsonLine(reportJson(model, io.say));
    case 'md':
      return renderMarkdown(model, io.say);
  }
}

function formatOf(option: string | boolean | undefined): Format {
  return FORMATS.find(format => format === option) ?? 'md';
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? reasonOf(error);
    throw new Error(`${file} cannot be written (${code})`, { cause: error });
  }
}
