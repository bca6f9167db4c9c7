import type { ChartView } from './chartView';
import { dashPattern } from './seriesStyle';
import { colourIn } from './theme';

/** Height of a row of the legend in a saved picture. */
export const LEGEND_ROW = 18;
/** More names than this fill the picture. */
const MOST = 20;

/** Draws an entry at its left and top. */
type Draw = (context: CanvasRenderingContext2D, left: number, top: number) => void;

/** The names of the lines for a saved picture, which has no switches, and the caption: what is drawn must be said there too. */
export function legendEntries(view: ChartView): readonly Draw[] {
  const { theme, caption } = view;
  const all = view.charts.flatMap(({ drawn }) => drawn?.lines ?? []);
  const lines = [...new Map(all.map(line => [line.key, line])).values()].slice(0, MOST);
  const write = (context: CanvasRenderingContext2D, text: string, left: number, top: number) => {
    context.font = `${theme.smallSize}px ${theme.fontFamily}`;
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    context.fillText(text, left, top + LEGEND_ROW / 2);
  };
  const entries = lines.map(({ name, style }): Draw => (context, left, top) => {
    context.strokeStyle = colourIn(theme, style.colour);
    context.lineWidth = 2;
    context.setLineDash(dashPattern(style.dash));
    context.beginPath();
    context.moveTo(left, top + LEGEND_ROW / 2);
    context.lineTo(left + 28, top + LEGEND_ROW / 2);
    context.stroke();
    context.setLineDash([]);
    context.fillStyle = theme.text;
    write(context, name, left + 36, top);
  });
  const said: Draw = (context, left, top) => {
    context.fillStyle = theme.muted;
    write(context, caption, left, top);
  };
  return [...entries, said];
}
