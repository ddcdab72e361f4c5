import { networkInterfaces } from 'node:os';

const PRIVATE = [/^192\.168\./, /^10\./, /^172\.(1[6-9]|2\d|3[01])\./];
/** Bridges and tunnels: no phone reaches them. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|wg|tailscale|zt)/i;

/** Undefined without a network. */
function localAddress(): string | undefined {
  const found = Object.entries(networkInterfaces()).flatMap(([name, addresses]) =>
    (addresses ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => ({ name, address })),
  );
  const rank = ({ name, address }: { name: string; address: string }) =>
    (VIRTUAL.test(name) ? 10 : 0) + (PRIVATE.findIndex((range) => range.test(address)) + 1 || 4);
  return found.sort((a, b) => rank(a) - rank(b))[0]?.address;
}

/** `192.168.1.5:4000`, looked up each time. */
export function joinAddress(port: number, host?: string): string {
  const everywhere = !host || host === '0.0.0.0' || host === '::';
  const name = everywhere ? (localAddress() ?? 'localhost') : host.includes(':') ? `[${host}]` : host;
  return port === 80 ? name : `${name}:${port}`;
}
