// Child process: opens sockets and finishes no handshake. Argument: a port.
// Each message opens so many more; their number stays below the listener's backlog, beyond which the kernel drops them in silence.
import { connect, type Socket } from 'node:net';

const port = Number(process.argv[2]);
const dribbling = new Set<Socket>();

process.on('message', (count: number) => {
  for (let i = 0; i < count; i++) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    if (i % 2 === 0) continue;
    socket.write('GET /socket HTTP/1.1\r\nHost: x\r\n');
    socket.on('close', () => dribbling.delete(socket));
    dribbling.add(socket);
  }
});
setInterval(() => {
  for (const socket of dribbling) socket.write('X');
}, 300);
