import { icon } from './elements';
import { dashPattern, type Dash } from './seriesStyle';

/** A piece of a line, as it is drawn. */
export function swatchOf(colour: string, dash: Dash): SVGSVGElement {
  const swatch = icon('swatch', 18, 10, 'M1 5H17');
  const line = swatch.querySelector('path');
  line?.style.setProperty('stroke', colour);
  line?.setAttribute('stroke-dasharray', dashPattern(dash).join());
  return swatch;
}
