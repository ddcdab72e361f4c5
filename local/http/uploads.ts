// POST /media, in the form of S3's presigned POST: fields, then the file.
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { Busboy } from '@fastify/busboy';
import type { MediaFolder, Received } from '../media/media-folder.ts';

const LIMITS = { fieldNameSize: 100, fieldSize: 4096, fields: 20, files: 1, headerPairs: 20, headerSize: 4096 };
/** A browser that is cut off while it sends does not read why, ms. */
const DRAIN_MS = 2000;

type Outcome = Received | 'late' | 'broken' | 'failed';

const REPLIES: Record<Outcome, [status: number, text: string]> = {
  stored: [204, ''],
  over: [403, 'This upload was not asked for, or too long ago.'],
  wrong: [400, 'The file is not what was asked for.'],
  full: [400, 'There is no room for this file.'],
  late: [408, ''],
  broken: [400, 'This is no form with a file.'],
  failed: [500, 'The file could not be stored.'],
};

export const isUpload = ({ method, url = '' }: IncomingMessage) => method === 'POST' && /^\/media(\?|$)/.test(url);

class CutOff extends Error {}

/**
 * @param formMs until the file has to begin, ms
 * @param onFault of the disk: the page is told 500
 */
export function takeUploads(media: MediaFolder, formMs: number, onFault: (error: unknown) => void) {
  return (req: IncomingMessage, res: ServerResponse): void => {
    receive(media, req, formMs)
      .catch((error): Outcome => {
        if (!(error instanceof CutOff)) onFault(error);
        return 'failed';
      })
      .then((outcome) => answer(req, res, outcome));
  };
}

function receive(media: MediaFolder, req: IncomingMessage, formMs: number): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const form = formOf(req.headers);
    if (!form) return resolve('broken');
    const fields = new Map<string, string>();
    const late = setTimeout(() => resolve('late'), formMs);
    let isThere = false;
    form.on('field', (name, value) => fields.set(name, value));
    form.on('file', (_, content) => {
      // Whether or not anybody reads it.
      content.on('error', () => {});
      isThere = true;
      clearTimeout(late);
      req.once('close', () => req.complete || content.destroy(new CutOff()));
      media.receive(fields, content).then(resolve, reject);
    });
    form.on('error', () => resolve('broken'));
    form.on('finish', () => isThere || resolve('broken'));
    req.once('close', () => clearTimeout(late));
    req.pipe(form);
  });
}

function formOf({ 'content-type': type = '', ...headers }: IncomingHttpHeaders) {
  try {
    return new Busboy({ headers: { 'content-type': type, ...headers }, limits: LIMITS });
  } catch {
    return undefined;
  }
}

function answer(req: IncomingMessage, res: ServerResponse, outcome: Outcome): void {
  const [status, text] = REPLIES[outcome];
  const reply = () => {
    clearTimeout(impatient);
    if (!res.headersSent) res.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
  };
  const impatient = setTimeout(reply, DRAIN_MS);
  if (status === 204 || req.complete) {
    reply();
    return;
  }
  req.unpipe();
  req.resume();
  res.setHeader('Connection', 'close');
  req.once('end', reply).once('close', reply);
}
