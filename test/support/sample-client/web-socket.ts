import type { Connect } from './requests.ts';

/** As browsers and Node have it, and `ws`. */
interface Socket {
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  send(text: string): void;
  close(): void;
}

/** @param open a new socket to the `ws:` or `wss:` address */
export const webSocketTo =
  (url: string, open: (url: string) => Socket = (to) => new WebSocket(to)): Connect =>
  ({ opened, text, closed }) => {
    const socket = open(url);
    socket.onopen = opened;
    socket.onmessage = ({ data }: { data: unknown }) => text(String(data));
    socket.onclose = closed;
    // Followed by `close`.
    socket.onerror = () => {};
    return { send: (frame) => socket.send(frame), close: () => socket.close() };
  };
