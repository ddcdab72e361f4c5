import { createSocket } from 'node:dgram';
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

const PRIVATE = [/^192\.168\./, /^10\./, /^172\.(1[6-9]|2\d|3[01])\./];
const LINK_LOCAL = /^(169\.254\.|fe[89ab])/i;
/** Bridges, tunnels and hotspots, as Linux, macOS and Windows name them. */
const VIRTUAL = [
  /^(docker|podman|cni|br-|bridge|veth|virbr|vmnet|vmenet|vboxnet|lxc|lxd|utun|tun|tap|ppp|ipsec|wg|tailscale|zt|nordlynx|proton)/i,
  /^(awdl|llw|ap\d|anpi|p2p)/i,
  /vEthernet|Hyper-V|WSL|VirtualBox|VMware|Docker|Npcap|Loopback|TAP-|OpenVPN|WireGuard|Tailscale|ZeroTier|VPN|Local Area Connection\*|Wi-Fi Direct/i,
];
/** Host-only cards of VirtualBox and VMware, whatever they are called. */
const HOST_ONLY_MAC = /^(0a:00:27|00:50:56:c0)/i;

/**
 * Addresses at which phones may reach this machine, the likeliest first.
 * @param routed the local address of the default route
 */
export function rankAddresses(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>, routed?: string): string[] {
  const rank = (name: string, { address, family, mac }: NetworkInterfaceInfo) => {
    if (VIRTUAL.some((names) => names.test(name)) || HOST_ONLY_MAC.test(mac)) return 20;
    if (family === 'IPv6') return 10;
    return address === routed ? 0 : PRIVATE.findIndex((range) => range.test(address)) + 1 || 4;
  };
  const found = Object.entries(interfaces).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ internal, address }) => !internal && !LINK_LOCAL.test(address))
      .map((one) => ({ address: one.family === 'IPv6' ? `[${one.address}]` : one.address, rank: rank(name, one) })),
  );
  const reachable = found.filter((one) => one.rank < 20);
  const sorted = (reachable.length ? reachable : found).sort((a, b) => a.rank - b.rank);
  return [...new Set(sorted.map(({ address }) => address))];
}

/** Connecting a UDP socket sends nothing: the system only picks a route. */
function routedAddress(): Promise<string | undefined> {
  const socket = createSocket('udp4');
  return new Promise<string | undefined>((resolve) => {
    socket.once('error', () => resolve(undefined));
    socket.connect(53, '198.51.100.1', () => resolve(socket.address().address));
  }).finally(() => socket.close());
}

const everywhere = (host?: string) => !host || host === '0.0.0.0' || host === '::';
const inUrl = (host: string) => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host);
const withPort = (host: string, port: number) => (port === 80 ? host : `${host}:${port}`);

/** Such as `192.168.1.5:4000`, looked up each time; `localhost` without a network. */
export async function joinAddresses(port: number, host?: string): Promise<string[]> {
  const hosts = host && !everywhere(host) ? [inUrl(host)] : rankAddresses(networkInterfaces(), await routedAddress());
  return (hosts.length ? hosts : ['localhost']).map((one) => withPort(one, port));
}

/** Where this machine's own browser finds the server. */
export const hostAddress = (port: number, host?: string) => withPort(host && !everywhere(host) ? inUrl(host) : 'localhost', port);
