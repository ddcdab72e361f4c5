import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { UploadForm } from '../../../game/wire/server-frames.ts';
import type { Request } from '../../connection/requests.ts';
import { hostRefusals } from '../../words/en.ts';
import { editor as words } from '../../words/en-editor.ts';

export type Uploaded = { file: string } | { refused: string };

/** @param progress told the share of the file that is there, 0 to 1 */
export type Upload = (file: Blob, progress: (share: number) => void) => Promise<Uploaded>;

const TRIES = 3;
/** PROTOCOL section 9. */
const FORM_OVER = 403;

/** To wherever the server says; the same file twice travels once. */
export const createUpload =
  (ask: Request, key: string): Upload =>
  async (file, progress) => {
    const hash = bytesToHex(sha256(new Uint8Array(await file.arrayBuffer())));
    const fields = { key, hash, media: file.type, size: file.size };
    for (let tries = 0; tries < TRIES; tries++) {
      const reply = await ask('ticket', fields);
      if (reply?.type === 'refused') return { refused: hostRefusals[reply.code] };
      if (reply?.type !== 'ticket') break;
      if (!reply.upload) return { file: reply.file };
      const status = await post(reply.upload, file, progress);
      if (status >= 400 && status < 500 && status !== FORM_OVER) tries++;
    }
    return { refused: words.media.failed };
  };

/** @returns the status; 0: no line */
function post({ url, fields }: UploadForm, file: Blob, progress: (share: number) => void): Promise<number> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  // `fetch` tells nothing of how far it is.
  const request = new XMLHttpRequest();
  return new Promise((done) => {
    request.upload.onprogress = ({ loaded, total }) => progress(loaded / total);
    request.onloadend = () => done(request.status);
    request.open('POST', new URL(url, document.baseURI));
    request.send(form);
  });
}
