/** The colour without its transparency: VS Code's orange for charts is that of marks in the minimap, too faint for a line. */
export function opaque(colour: string): string {
  const hex = /^#(?:([\da-f]{6})[\da-f]{2}|([\da-f]{3})[\da-f])$/i.exec(colour);
  if (hex) return `#${hex[1] ?? hex[2] ?? ''}`;
  const rgba = /^rgba\(([^,]+,[^,]+,[^,]+),[^,]+\)$/.exec(colour);
  return rgba ? `rgb(${rgba[1] ?? ''})` : colour;
}
