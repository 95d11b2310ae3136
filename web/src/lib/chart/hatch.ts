import type { Chart } from 'chart.js';

const size = 6;

/** Fine diagonal lines, where something is known to be lacking; the pattern belongs to the canvas it is drawn on. */
export function hatched(colour: string) {
  return ({ chart }: { chart: Chart }): CanvasPattern | string => {
    const tile = document.createElement('canvas');
    tile.width = tile.height = size;
    const pen = tile.getContext('2d');
    if (!pen) return colour;
    pen.strokeStyle = colour;
    pen.moveTo(0, size);
    pen.lineTo(size, 0);
    pen.stroke();
    return chart.ctx.createPattern(tile, 'repeat') ?? colour;
  };
}
