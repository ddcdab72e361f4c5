import type { Connect } from './requests.ts';

/** As browsers and Node have it, and `ws`. */
interface Socket {
  addEventListener(type: 'open' | 'close' | 'error', run: () => void): void;
  addEventListener(type: 'message', run: (event: { data: unknown }) => void): void;
  send(text: string): void;
  close(): void;
}

/** @param open a new socket; default: to the `wss:` address `url` */
export const webSocketTo =
  (url: string, open: (url: string) => Socket = (to) => new WebSocket(to)): Connect =>
  ({ opened, text, closed }) => {
    const socket = open(url);
    socket.addEventListener('open', opened);
    socket.addEventListener('message', ({ data }) => text(String(data)));
    socket.addEventListener('close', closed);
    // Followed by `close`.
    socket.addEventListener('error', () => {});
    return { send: (frame) => socket.send(frame), close: () => socket.close() };
  };
