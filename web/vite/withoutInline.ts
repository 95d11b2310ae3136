import type { Adapter } from '@sveltejs/kit';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { firstScript } from './firstScript.ts';

interface Places {
  /** Where the built page is. */
  pages: string;
  outDir: string;
  /** The script to run first. */
  first: string;
}

/**
 * Moves the inline scripts of the built page into files, because our Content-Security-Policy allows no inline code,
 * and adds the one that runs first.
 */
export function withoutInline(adapter: Adapter, { pages, outDir, first }: Places): Adapter {
  return {
    ...adapter,
    async adapt(builder) {
      await adapter.adapt(builder);
      const page = join(pages, 'index.html');
      const html = await readFile(page, 'utf8');
      const script = `<script>${await firstScript(builder, first, outDir, html)}</script>`;
      await writeFile(page, await moveScripts(html.replace('<title>', `${script}\n    <title>`), pages));
    },
  };
}

async function moveScripts(html: string, folder: string): Promise<string> {
  let moved = html;
  for (const [whole, body = ''] of html.matchAll(/<script>([\s\S]*?)<\/script>/g)) {
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 8);
    const path = `_app/immutable/entry/inline.${hash}.js`;
    await writeFile(join(folder, path), body.replaceAll(/^\s+/gm, ''));
    moved = moved.replace(whole, `<script src="/${path}"></script>`);
  }
  return moved;
}
