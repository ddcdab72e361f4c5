import { parseArgs } from 'node:util';
import { type ProxyTrust, trustProxies } from '../gateway/client-address.ts';
import type { GatewayLimits } from '../gateway/limits.ts';
import { giveUp, messageOf } from './give-up.ts';
import { limitHelp, limitOptions, limitsFrom } from './limit-options.ts';

const helpOf = (command: string, data: string) => `Quizcast: a live quiz for the whole room, on this machine.

  ${command} [options]

  --quiz FILE   a quiz of your own beside the samples (may be given more than once)
  --port N      the port to listen on (4000, or the next one that is free)
  --host NAME   the interface to listen on (all of them, so that phones can join)
  --url ADDRESS the public address, where a proxy stands before this server, such as https://quiz.example.org
  --any-names   no word is filtered out of names
  --trusted-proxy RANGE
                an address or range whose X-Forwarded-For or Forwarded is believed, such as loopback or 10.0.0.0/8
                (may be given more than once)
  --data DIR    where rooms, answers, own quizzes and their pictures are kept (${data})
  --version     version, commit and protocol
  --licences    of everything that is in here
  --help        this page

A quiz file is JSON: quizzes/README.md shows how to write one.

Limits, which floods meet and a school does not; behind a proxy that is not trusted everybody has one address:

${limitHelp}`;

export interface Options {
  /** Undefined: any that is free from 4000 on. */
  port: number | undefined;
  host: string | undefined;
  url: URL | undefined;
  data: string;
  /** Files. */
  quiz: readonly string[];
  anyNames: boolean;
  proxies: ProxyTrust;
  limits: Partial<GatewayLimits>;
  /** Undefined: the server. */
  tells: 'version' | 'licences' | undefined;
}

/**
 * What the command line asks for; ends the process with a sentence if that cannot be.
 * @param command as it is called, such as `npm start --`
 * @param place where data is kept if nothing is said
 */
export function readOptions(command: string, place: string): Options {
  const { port, host, url, data, quiz, help, version, licences, ...more } = parse(command, place);
  if (help) {
    console.log(helpOf(command, place));
    process.exit(0);
  }
  if (port !== undefined && (!/^\d+$/.test(port) || Number(port) > 65_535))
    giveUp(`--port should be a number from 0 to 65535, is "${port}".`);
  const limits = limitsFrom(more);
  if (typeof limits === 'string') giveUp(limits);
  return {
    port: port === undefined ? undefined : Number(port),
    host,
    url: publicAddress(url),
    data,
    quiz,
    anyNames: more['any-names'],
    proxies: proxyTrust(more['trusted-proxy']),
    limits,
    tells: version ? 'version' : licences ? 'licences' : undefined,
  };
}

function parse(command: string, place: string) {
  try {
    return parseArgs({
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        url: { type: 'string' },
        data: { type: 'string', default: place },
        quiz: { type: 'string', multiple: true, default: [] },
        'any-names': { type: 'boolean', default: false },
        'trusted-proxy': { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', default: false },
        version: { type: 'boolean', default: false },
        licences: { type: 'boolean', default: false },
        ...limitOptions,
      },
    }).values;
  } catch (error) {
    return giveUp(`${messageOf(error).split(/\.\s/)[0]}. ${command} --help lists the options.`);
  }
}

function proxyTrust(ranges: string[]): ProxyTrust {
  try {
    return trustProxies(ranges);
  } catch {
    return giveUp(
      `--trusted-proxy should be an address or a range, such as loopback or 10.0.0.0/8, is "${ranges.join('", "')}".`,
    );
  }
}

function publicAddress(text: string | undefined): URL | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
    return giveUp(`--url should be the address of the pages, such as https://quiz.example.org/quiz, is "${text}".`);
  return url;
}
