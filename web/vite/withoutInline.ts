import type { Adapter } from '@sveltejs/kit';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Moves the inline scripts of the built page into files, because our Content-Security-Policy allows no inline code. */
export function withoutInline(adapter: Adapter, folder: string): Adapter {
  return {
    ...adapter,
    async adapt(builder) {
      await adapter.adapt(builder);
      const page = join(folder, 'index.html');
      const html = await readFile(page, 'utf8');
      await writeFile(page, await moveScripts(html, folder));
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
