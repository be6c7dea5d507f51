/** Contour lines of a valley, the way a map draws where a river begins. */
export const CONTOURS: readonly string[] = Array.from({ length: 9 }, (_, level) => contour(level));

function contour(level: number): string {
  const base = 396 - level * 30;
  const lift = 34 + level * 9;
  const drift = level * 16;
  return [
    `M-20 ${base}`,
    `C 160 ${base - lift - drift * 0.4}, 300 ${base + lift * 0.5}, ${470 - drift} ${base - lift * 0.2}`,
    `S ${700 + drift * 0.5} ${base - lift * 1.25}, 850 ${base - lift * 0.3}`,
    `S 1080 ${base - lift * 0.9}, 1220 ${base - lift * 0.45}`,
  ].join(' ');
}
