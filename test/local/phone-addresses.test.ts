import type { NetworkInterfaceInfo } from 'node:os';
import { expect, test } from 'vitest';
import { hostAddress, joinAddresses, rankAddresses } from '../../local/phone-addresses.ts';

const MAC = '3c:22:fb:00:00:01';
const one = (address: string, mac = MAC): NetworkInterfaceInfo[] => [
  address.includes(':')
    ? { address, netmask: '', family: 'IPv6', mac, internal: address === '::1', cidr: null, scopeid: 0 }
    : { address, netmask: '', family: 'IPv4', mac, internal: address.startsWith('127.'), cidr: null },
];

const WIFI = one('192.168.1.5');

test.each<[string, Record<string, NetworkInterfaceInfo[]>, string | undefined, string[]]>([
  [
    'the Wi-Fi beside Docker, podman and libvirt',
    { lo: one('127.0.0.1'), docker0: one('172.17.0.1'), podman0: one('10.88.0.1'), virbr0: one('192.168.122.1'), wlp3s0: WIFI },
    '192.168.1.5',
    ['192.168.1.5'],
  ],
  ['the Wi-Fi though a VPN has the default route', { en0: WIFI, utun4: one('10.8.0.2') }, '10.8.0.2', ['192.168.1.5']],
  [
    'the Wi-Fi beside a Mac’s own hotspot',
    { en0: WIFI, bridge100: one('192.168.2.1'), awdl0: one('fe80::1') },
    undefined,
    ['192.168.1.5'],
  ],
  [
    'the Wi-Fi beside Hyper-V, WSL and host-only cards of Windows',
    {
      'vEthernet (WSL (Hyper-V firewall))': one('172.28.0.1'),
      'vEthernet (Default Switch)': one('172.20.0.1'),
      'VirtualBox Host-Only Network': one('192.168.56.1'),
      'VMware Network Adapter VMnet8': one('192.168.80.1'),
      'Local Area Connection* 10': one('192.168.137.1'),
      'Wi-Fi': WIFI,
    },
    undefined,
    ['192.168.1.5'],
  ],
  [
    'the Wi-Fi beside a host-only card with a translated name',
    { 'Ethernet 2': one('192.168.56.1', '0a:00:27:00:00:05'), WLAN: WIFI },
    undefined,
    ['192.168.1.5'],
  ],
  [
    'of two networks the one with the default route, then the other',
    { eth0: one('10.0.0.7'), wlan0: WIFI },
    '10.0.0.7',
    ['10.0.0.7', '192.168.1.5'],
  ],
  ['no address that a card gave itself', { eth0: one('169.254.3.4'), wlan0: WIFI }, undefined, ['192.168.1.5']],
  ['IPv6 where there is nothing else', { eth0: [...one('fe80::1'), ...one('2001:db8::7')] }, undefined, ['[2001:db8::7]']],
  ['IPv6 after IPv4', { eth0: [...one('2001:db8::7'), ...WIFI] }, undefined, ['192.168.1.5', '[2001:db8::7]']],
  ['a hotspot where there is nothing else', { bridge100: one('192.168.2.1') }, undefined, ['192.168.2.1']],
  ['nothing without a network', { lo: [...one('127.0.0.1'), ...one('::1')] }, undefined, []],
])('phones are shown %s', (_, interfaces, routed, addresses) => {
  expect(rankAddresses(interfaces, routed)).toEqual(addresses);
});

test('a server that listens on one interface is found there, by phones and by the host', async () => {
  const shown = async (host: string) => [await joinAddresses(4000, host), hostAddress(4000, host)];
  expect(await shown('192.168.1.5')).toEqual([['192.168.1.5:4000'], '192.168.1.5:4000']);
  expect(await shown('::1')).toEqual([['[::1]:4000'], '[::1]:4000']);
  expect(await joinAddresses(80, 'quiz.example')).toEqual(['quiz.example']);
  for (const host of [undefined, '0.0.0.0', '::']) expect(hostAddress(4000, host)).toBe('localhost:4000');
});

test('this machine’s own address is looked up, without anything being sent', async () => {
  for (const address of await joinAddresses(4000))
    expect(address).toMatch(/^(localhost|\d+\.\d+\.\d+\.\d+|\[[0-9a-f:]+\]):4000$/);
});
