/** What `save` keeps. */
interface Style {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  globalAlpha: number;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
  lineJoin: string;
  lineCap: string;
  lineDashOffset: number;
  dash: readonly number[];
  matrix: DOMMatrix;
  clip: string | null;
}

const ANCHORS: Readonly<Record<string, string>> = { center: 'middle', right: 'end', end: 'end' };
const BASELINES: Readonly<Record<string, string>> = {
  middle: 'central',
  top: 'text-before-edge',
  bottom: 'text-after-edge',
  hanging: 'hanging',
};

/** Coordinates in hundredths of a pixel. */
const short = (value: number): string => String(Math.round(value * 100) / 100);

/**
 * The part of a canvas' drawing context that Chart.js' axes and our plugins use, written down as SVG. Texts are measured
 * by a real canvas.
 */
export class SvgContext {
  fillStyle = '#000';
  strokeStyle = '#000';
  lineWidth = 1;
  globalAlpha = 1;
  font = '10px sans-serif';
  textAlign: CanvasTextAlign = 'left';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  lineJoin = 'miter';
  lineCap = 'butt';
  lineDashOffset = 0;
  /** Chart.js asks for it. */
  readonly canvas: HTMLCanvasElement;
  readonly #measure = document.createElement('canvas').getContext('2d');
  readonly #width: number;
  readonly #height: number;
  readonly #body: string[] = [];
  readonly #clips: string[] = [];
  readonly #saved: Style[] = [];
  #dash: readonly number[] = [];
  #matrix = new DOMMatrix();
  #clip: string | null = null;
  #path: string[] = [];

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    this.canvas = document.createElement('canvas');
  }

  text(): string {
    const size = `width="${this.#width}" height="${this.#height}"`;
    const box = `viewBox="0 0 ${this.#width} ${this.#height}"`;
    const defs = `<defs>${this.#clips.join('')}</defs>`;
    const head = `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${box}>`;
    return `${head}\n${defs}\n${this.#body.join('\n')}\n</svg>\n`;
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, globalAlpha, font, textAlign } = this;
    const { textBaseline, lineJoin, lineCap, lineDashOffset } = this;
    this.#saved.push({
      ...{ fillStyle, strokeStyle, lineWidth, globalAlpha, font, textAlign },
      ...{ textBaseline, lineJoin, lineCap, lineDashOffset },
      ...{ dash: this.#dash, matrix: this.#matrix, clip: this.#clip },
    });
  }

  restore(): void {
    const saved = this.#saved.pop();
    if (!saved) return;
    const { dash, matrix, clip, ...style } = saved;
    Object.assign(this, style);
    this.#dash = dash;
    this.#matrix = matrix;
    this.#clip = clip;
  }

  translate(x: number, y: number): void {
    this.#matrix = this.#matrix.translate(x, y);
  }

  rotate(angle: number): void {
    this.#matrix = this.#matrix.rotate((angle * 180) / Math.PI);
  }

  scale(x: number, y: number): void {
    this.#matrix = this.#matrix.scale(x, y);
  }

  /** Two columns for each pixel: fine enough for a drawing that is scaled. */
  getTransform(): { readonly a: number } {
    return { a: 2 };
  }

  setLineDash(dash: readonly number[]): void {
    this.#dash = dash;
  }

  measureText(text: string): TextMetrics | { readonly width: number } {
    if (!this.#measure) return { width: 0 };
    this.#measure.font = this.font;
    return this.#measure.measureText(text);
  }

  beginPath(): void {
    this.#path = [];
  }

  closePath(): void {
    this.#path.push('Z');
  }

  moveTo(x: number, y: number): void {
    this.#path.push(`M${this.#at(x, y)}`);
  }

  lineTo(x: number, y: number): void {
    this.#path.push(`${this.#path.length === 0 ? 'M' : 'L'}${this.#at(x, y)}`);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
  }

  /** Whole circles only: nothing here draws other arcs. */
  arc(x: number, y: number, radius: number): void {
    const r = short(radius);
    this.#path.push(`M${this.#at(x + radius, y)}`);
    for (const side of [-radius, radius]) {
      this.#path.push(`A${r} ${r} 0 1 0 ${this.#at(x + side, y)}`);
    }
  }

  clip(): void {
    const id = `clip${this.#clips.length}`;
    this.#clips.push(`<clipPath id="${id}"><path d="${this.#path.join('')}"/></clipPath>`);
    this.#clip = id;
  }

  fill(): void {
    this.#element('path', `d="${this.#path.join('')}" ${this.#paint('fill')}`);
  }

  stroke(): void {
    this.#element('path', `d="${this.#path.join('')}" ${this.#paint('stroke')}`);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.fill();
  }

  strokeRect(x: number, y: number, width: number, height: number): void {
    this.beginPath();
    this.rect(x, y, width, height);
    this.stroke();
  }

  fillText(text: string, x: number, y: number): void {
    this.#write(text, x, y, this.#paint('fill'));
  }

  strokeText(text: string, x: number, y: number): void {
    this.#write(text, x, y, this.#paint('stroke'));
  }

  #write(text: string, x: number, y: number, paint: string): void {
    const size = /([\d.]+)px/.exec(this.font)?.[1] ?? '10';
    const weight = /\b(bold|[5-9]00)\b/.test(this.font) ? ' font-weight="bold"' : '';
    const family = this.font.replace(/^.*?px(?:\/\S+)?\s*/, '');
    const { a, b, c, d, e, f } = this.#matrix.translate(x, y);
    const matrix = [a, b, c, d, e, f].map(short).join(' ');
    const anchor = ANCHORS[this.textAlign] ?? 'start';
    const baseline = BASELINES[this.textBaseline];
    const place = baseline === undefined ? '' : ` dominant-baseline="${baseline}"`;
    const font = `font-family="${escaped(family)}" font-size="${size}"${weight}`;
    const attributes = `transform="matrix(${matrix})" text-anchor="${anchor}"${place} ${font}`;
    this.#element('text', `${attributes} ${paint}`, escaped(text));
  }

  #element(name: string, attributes: string, content = ''): void {
    const element = `<${name} ${attributes}>${content}</${name}>`;
    // Around it: a clip of its own would move with its transform.
    const clipped = `<g clip-path="url(#${this.#clip ?? ''})">${element}</g>`;
    this.#body.push(this.#clip === null ? element : clipped);
  }

  #paint(kind: 'fill' | 'stroke'): string {
    const opacity = this.globalAlpha < 1 ? ` ${kind}-opacity="${short(this.globalAlpha)}"` : '';
    if (kind === 'fill') return `fill="${escaped(this.fillStyle)}"${opacity}`;
    const dash = this.#dash.length > 0 ? ` stroke-dasharray="${this.#dash.join(' ')}"` : '';
    const join = ` stroke-linejoin="${this.lineJoin}" stroke-width="${short(this.lineWidth)}"`;
    return `fill="none" stroke="${escaped(this.strokeStyle)}"${join}${dash}${opacity}`;
  }

  #at(x: number, y: number): string {
    const { a, b, c, d, e, f } = this.#matrix;
    return `${short(a * x + c * y + e)} ${short(b * x + d * y + f)}`;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<"]/g, found => ENTITIES[found] ?? found);
}
