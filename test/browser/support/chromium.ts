import chromium, { inflate } from '@sparticuz/chromium';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

// The browser comes from npm and is unpacked beside the packages: nothing to install on the machine.
const binaries = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
const home = join(import.meta.dirname, '../../../node_modules/.cache/chromium');
const fontsFile = join(home, 'fonts.conf');

export const executable = join(home, 'chromium');

/** Unpacks the browser once: first aside, then moved into place, so that a half-unpacked one is never used. */
export async function unpackBrowser(): Promise<void> {
  if (!existsSync(executable)) await unpack();
  writeFileSync(fontsFile, fontsConfiguration());
}

async function unpack(): Promise<void> {
  mkdirSync(dirname(home), { recursive: true });
  const aside = mkdtempSync(`${home}-`);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = aside;
  await chromium.executablePath(binaries);
  await inflate(join(binaries, 'al2023.tar.br'));
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  rmSync(home, { recursive: true, force: true });
  renameSync(aside, home);
}

/** The package's own configuration names a folder that only exists on Lambda. */
function fontsConfiguration(): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts</dir><dir>${join(home, 'fonts')}</dir><cachedir>${join(home, 'fonts-cache')}</cachedir></fontconfig>`;
}

/** What the browser needs from its surroundings; a bare Debian lacks four libraries, which the package brings too. */
export function browserEnvironment(): Record<string, string> {
  const fonts = { FONTCONFIG_FILE: fontsFile };
  const hasLibraries =
    spawnSync(executable, ['--version'], { env: { ...process.env, ...fonts } }).status === 0;
  return hasLibraries ? fonts : { ...fonts, LD_LIBRARY_PATH: join(home, 'al2023/lib') };
}

// Of what the package proposes, `--single-process` and `--disable-web-security` would hide faults, and a graphics card played
// by SwiftShader takes a third of all the browser does: without one Chromium draws by itself.
export const browserArguments = ['--no-sandbox'];
