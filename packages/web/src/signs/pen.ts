/** What signs and maps are drawn with: the part of a canvas' context that they need, so that a picture can also be written as SVG. */
export interface Pen
  extends Pick<
    CanvasRenderingContext2D,
    | 'save'
    | 'restore'
    | 'translate'
    | 'scale'
    | 'beginPath'
    | 'moveTo'
    | 'lineTo'
    | 'quadraticCurveTo'
    | 'arc'
    | 'closePath'
    | 'rect'
    | 'fillRect'
    | 'setLineDash'
    | 'fillText'
    | 'lineWidth'
    | 'lineCap'
    | 'lineJoin'
    | 'strokeStyle'
    | 'fillStyle'
    | 'globalAlpha'
    | 'font'
    | 'textAlign'
    | 'textBaseline'
  > {
  roundRect(x: number, y: number, width: number, height: number, radius: number): void
  stroke(): void
  stroke(path: Path2D): void
  fill(): void
  fill(path: Path2D): void
}
