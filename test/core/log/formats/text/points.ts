import { text } from '../../../../../src/core/log/formats/text';
import { read } from '../reading';

/** The points of each series, by name and split as the reader says them: `epoch/step value`, `-` where it says none. */
export function points(lines: readonly string[] | string): Record<string, string[]> {
  const content = typeof lines === 'string' ? lines : `${lines.join('\n')}\n`;
  const series: Record<string, string[]> = {};
  for (const { fields } of read(text, 'train.log', content).records) {
    const axis = (role: string): string => {
      const name = Object.keys(fields).find(field => field.startsWith(`${role}: `));
      return name === undefined ? '-' : String(fields[name]);
    };
    for (const [name, value] of Object.entries(fields)) {
      if (/^(?:epoch|step): /.test(name)) continue;
      (series[name] ??= []).push(`${axis('epoch')}/${axis('step')} ${value}`);
    }
  }
  return series;
}

/** What the reader says once beside its records, of one kind. */
export function marks(kind: string, lines: readonly string[]): object[] {
  const heard = read(text, 'train.log', `${lines.join('\n')}\n`).marks;
  return heard.filter(mark => mark.kind === kind);
}
