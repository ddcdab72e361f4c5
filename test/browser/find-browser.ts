// Finds Chromium: an npm package on Linux, else the system's.
import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

export interface Browser {
  executablePath: string;
  env: Record<string, string>;
  args: string[];
}

const CACHE = join(import.meta.dirname, '..', '..', '.cache');
// As Chrome has it by default: what plays wants a press first.
const ARGS = ['--no-sandbox', '--disable-dev-shm-usage', '--autoplay-policy=document-user-activation-required'];
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const NONE =
  'No browser. Set CHROME_PATH, or install Chrome or Chromium (Debian: apt-get install -y --no-install-recommends chromium).';

/** Uses `CHROME_PATH`, the package (cached in `.cache/`), or the system. */
export async function findBrowser(): Promise<Browser> {
  const env = { ...process.env } as Record<string, string>;
  if (env.CHROME_PATH) return { executablePath: env.CHROME_PATH, env, args: ARGS };
  if (process.platform === 'linux' && process.arch === 'x64') {
    const folder = await unpack(join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin'));
    const own = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') };
    return { executablePath: join(folder, 'chromium'), env: { ...env, ...own }, args: ARGS };
  }
  const executablePath = onPath() ?? PLACES.find((place) => existsSync(place));
  if (!executablePath) throw new Error(NONE);
  return { executablePath, env, args: ARGS };
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(mayRun);
}

function mayRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Renames last: parallel tests never see a partial browser. */
async function unpack(bin: string): Promise<string> {
  const folder = join(CACHE, 'chromium');
  if (existsSync(join(folder, 'chromium'))) return folder;
  const half = `${folder}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(join(half, 'al2023'), { recursive: true });
  await Promise.all(['chromium', 'al2023.tar', 'fonts.tar', 'swiftshader.tar'].map((name) => inflate(bin, half, name)));
  untar(half, 'al2023.tar', 'al2023');
  untar(half, 'fonts.tar', '.');
  untar(half, 'swiftshader.tar', '.');
  chmodSync(join(half, 'chromium'), 0o755);
  writeFileSync(join(half, 'fonts.conf'), fontsConf(folder));
  try {
    renameSync(half, folder);
  } catch (error) {
    if (!existsSync(join(folder, 'chromium'))) throw error;
    rmSync(half, { recursive: true, force: true });
  }
  return folder;
}

const inflate = (bin: string, folder: string, name: string) =>
  pipeline(createReadStream(join(bin, `${name}.br`)), createBrotliDecompress(), createWriteStream(join(folder, name)));

function untar(folder: string, archive: string, to: string) {
  const { status, stderr } = spawnSync('tar', ['xf', join(folder, archive), '-C', join(folder, to)]);
  if (status !== 0) throw new Error(`${archive} could not be unpacked: ${stderr}`);
  rmSync(join(folder, archive));
}

/** The package expects its font in /tmp; use system fonts too. */
const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${join(folder, 'fonts')}</dir>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<cachedir>${join(folder, 'fontcache')}</cachedir>
${['sans-serif', 'serif', 'monospace', 'system-ui'].map(preferred).join('\n')}
</fontconfig>
`;

const preferred = (family: string) =>
  `<alias binding="strong"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`;
