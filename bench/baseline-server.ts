// Child process: bare ws server with broadcast and echo only.
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { tellUsage } from './usage.ts';

const sockets = new Set<WebSocket>();
let bytes = Buffer.from('{}');
process.on('message', ({ bytes: text }: { bytes?: string }) => {
  if (text !== undefined) bytes = Buffer.from(text);
});

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false, backlog: 511 });
server.on('connection', (socket, { url }) => {
  if (url === '/click') {
    socket.on('message', () => {
      for (const one of sockets) one.send(bytes, { binary: false });
    });
    return;
  }
  sockets.add(socket);
  socket.on('message', (data) => socket.send(data, { binary: false }));
  socket.on('close', () => sockets.delete(socket));
});
server.on('listening', () => {
  tellUsage();
  process.send!({ port: (server.address() as AddressInfo).port, key: '' });
});
