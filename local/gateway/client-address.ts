import type { IncomingMessage } from 'node:http';
import parseForwarded from 'forwarded-parse';
import proxyAddr from 'proxy-addr';

/** IPv4 arrives as `::ffff:192.0.2.1`. */
const plain = (address = '') => address.replace(/^::ffff:/, '');

export const socketAddress = (req: IncomingMessage): string => plain(req.socket.remoteAddress);

/** RFC 7239 as X-Forwarded-For; ports and brackets go. */
function forwardedFor(header: string): string {
  try {
    const hops = parseForwarded(header).map((hop) => hop.for ?? '');
    return hops.map((hop) => hop.replace(/^\[(.+)\](:\d+)?$|^([\d.]+):\d+$/, '$1$3')).join(', ');
  } catch {
    return '';
  }
}

export interface ProxyTrust {
  /** Of whoever speaks: the first before those of trusted proxies. */
  clientAddress(req: IncomingMessage): string;
  isProxy(address: string): boolean;
}

/**
 * @param proxies addresses or ranges, such as `loopback` or `10.0.0.0/8`
 * @throws TypeError on one that is neither
 */
export function trustProxies(proxies: readonly string[]): ProxyTrust {
  const trusts = proxyAddr.compile([...proxies]);
  return {
    isProxy: (address) => trusts(address, 0),
    clientAddress(req) {
      const { forwarded } = req.headers;
      const hops = req.headers['x-forwarded-for'] ?? (forwarded && forwardedFor(forwarded));
      const headers = hops ? { 'x-forwarded-for': hops } : {};
      return plain(proxyAddr(Object.assign(Object.create(req), { headers, socket: req.socket, connection: req.socket }), trusts));
    },
  };
}
