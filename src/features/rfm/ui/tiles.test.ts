import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { layOut } from './tiles.ts';

const weights = fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 15 });

it('gives each thing an area in proportion to its weight, inside the rectangle and beside the others', () => {
  fc.assert(
    fc.property(weights, fc.constantFrom(0.5, 1, 3), (all, aspect) => {
      const tiles = layOut(all, (weight) => weight, aspect);
      const total = all.reduce((sum, weight) => sum + weight, 0);
      expect(tiles).toHaveLength(all.filter((weight) => weight > 0).length);
      for (const { item, x, y, width, height } of tiles) {
        expect(width * height).toBeCloseTo(item / total, 6);
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(-1e-9);
        expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1 + 1e-9);
      }
      for (const [i, a] of tiles.entries())
        for (const b of tiles.slice(i + 1)) {
          const overlapX = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
          const overlapY = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
          expect(Math.min(overlapX, overlapY)).toBeLessThan(1e-9);
        }
    }),
  );
});
