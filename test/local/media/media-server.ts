import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { listeningPort } from '../../../local/gateway/listening-port.ts';
import { serveMedia } from '../../../local/http/media-files.ts';
import { isUpload, takeUploads } from '../../../local/http/uploads.ts';
import { type MediaFolder, openMedia } from '../../../local/media/media-folder.ts';
import type { MediaFixture } from '../../contracts/media.ts';

export interface MediaServer extends MediaFixture {
  media: MediaFolder;
  folder: string;
  /** The same folder, as a server finds it that starts anew. */
  reopened(): MediaFolder;
}

/** A folder of its own, and the two routes that reach it. */
export async function mediaServer({
  hostBytes = 1e9,
  formMs = 10_000,
  onFault = (error: unknown): void => expect.fail(String(error)),
} = {}): Promise<MediaServer> {
  const data = mkdtempSync(join(tmpdir(), 'quizcast-'));
  let aheadMs = 0;
  const reopened = () => openMedia(data, () => Date.now() + aheadMs, hostBytes);
  const media = reopened();
  const upload = takeUploads(media, formMs, onFault);
  const server = createServer((req, res) => {
    if (isUpload(req)) upload(req, res);
    else if (!serveMedia({ media: media.folderOf }, req, res)) res.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${listeningPort(server)}/`;
  return {
    media,
    folder: join(data, 'media'),
    reopened,
    origin,
    get: (file, headers = {}) => fetch(`${origin}media/${file}`, { headers }),
    ahead: (ms) => {
      aheadMs = ms;
    },
    files: async () =>
      readdirSync(join(data, 'media'), { recursive: true, withFileTypes: true })
        .flatMap((one) => (one.isFile() ? [one.name] : []))
        .sort(),
    async close() {
      server.close();
      server.closeAllConnections();
      rmSync(data, { recursive: true });
    },
  };
}
