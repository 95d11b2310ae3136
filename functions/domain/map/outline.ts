import * as z from 'zod/mini';

/** A region on the small picture of its country. */
interface OutlinedRegion {
  code: string;
  /** As SVG writes it. */
  path: string;
  /** Where its number stands; of one that is too small, beside it, with the end of a line that leads there. */
  label?: number[] | undefined;
}

/** The small picture of a country that its pack has. */
export interface Outline {
  width: number;
  height: number;
  regions: OutlinedRegion[];
}

/** A pack's files of it: the picture, and where on it numbers stand. */
export const OutlineFiles = z.object({ svg: z.string(), labels: z.record(z.string(), z.array(z.number())) });
export type OutlineFiles = z.infer<typeof OutlineFiles>;

/** The picture by region. */
export function outlineIn({ svg, labels }: OutlineFiles): Outline {
  const [, width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []).map(Number);
  const regions = [...svg.matchAll(/<path id="([\w-]+)" d="([^"]+)"/g)].map(([, code = '', path = '']) => ({
    code,
    path,
    label: labels[code],
  }));
  return { width, height, regions };
}
