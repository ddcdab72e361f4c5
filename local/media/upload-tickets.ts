// Stands for S3's signed policy: whoever holds the form may post this one file.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { type MediaFile, mediaTypeOf } from '../../game/media/media-file.ts';
import type { UploadForm } from '../../game/wire/server-frames.ts';

/** The longest video at 0.5 Mbit/s. */
export const TICKET_MS = 900_000;

export interface Ticket extends MediaFile {
  /** Hash of the host key. */
  host: string;
  /** Epoch ms. */
  until: number;
}

const policy = v.object({ host: v.string(), file: v.string(), size: v.number(), until: v.number() });

export interface UploadTickets {
  form(ticket: Omit<Ticket, 'until'>): UploadForm;
  /** Undefined: not ours, or over. */
  verify(fields: ReadonlyMap<string, string>): Ticket | undefined;
}

/** Valid until the server stops: pages ask anew. @param now epoch ms */
export function uploadTickets(now: () => number): UploadTickets {
  const secret = randomBytes(32);
  const sign = (text: string) => createHmac('sha256', secret).update(text).digest();

  return {
    form({ host, file, size, type }) {
      const text = JSON.stringify({ host, file, size, until: now() + TICKET_MS });
      const encoded = Buffer.from(text).toString('base64url');
      const signature = sign(encoded).toString('base64url');
      return { url: 'media', fields: { key: file, 'Content-Type': type, policy: encoded, signature } };
    },
    verify(fields) {
      const encoded = fields.get('policy') ?? '';
      const [given, own] = [Buffer.from(fields.get('signature') ?? '', 'base64url'), sign(encoded)];
      if (given.length !== own.length || !timingSafeEqual(given, own)) return undefined;
      const { host, file, size, until } = v.parse(policy, JSON.parse(Buffer.from(encoded, 'base64url').toString()));
      const type = mediaTypeOf(file);
      return type && until > now() ? { host, file, size, until, type } : undefined;
    },
  };
}
