import { sample, wantedFor } from '../support/media-samples.ts';
import type { ProtocolClient } from '../support/protocol-client.ts';

/** Asks, posts that file and no other, says that it is done, and fetches it as a page does. @returns its name */
export async function bringMedia(
  line: ProtocolClient,
  key: string,
  socket: string,
  type: 'image/png' | 'audio/wav',
  must: (is: boolean, what: string) => void,
) {
  const pages = socket.replace(/^ws/, 'http').replace(/socket$/, '');
  const bytes = sample(type, 5000);
  const { file, type: media, size } = wantedFor(bytes, type);
  const ticket = () => line.ask('ticket', 'ticket', { key, hash: file.slice(0, 64), media, size });
  const { upload } = await ticket();
  async function post(changed: Record<string, string>, content: BlobPart) {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...upload?.fields, ...changed })) form.append(name, value);
    form.append('file', new Blob([content]));
    return (await fetch(new URL(upload?.url ?? '', pages), { method: 'POST', body: form })).status;
  }
  const others = await Promise.all([
    post({ key: `media/${file}` }, bytes),
    post({ 'Content-Type': 'text/html' }, bytes),
    post({}, Buffer.alloc(size)),
    post({}, Buffer.concat([bytes, bytes])),
  ]);
  must(others.join() === '403,403,400,400', `a form for one file was taken for others: ${others}`);
  const status = await post({}, bytes);
  must(status === 204, `a file could not be posted: ${status}`);
  must((await ticket()).upload === undefined, 'a file that was posted is not there');
  const shown = await fetch(`${pages}media/${file}`);
  must(Buffer.from(await shown.arrayBuffer()).equals(bytes), 'a file is not given as it was brought');
  return file;
}
