// Finds the quotas and settings an event needs.
import { WARM, warmReads } from '../../infra/settings/settings.ts';
import type { AccountLimits } from './limits.ts';
import { cureOf, type Refused } from './refusals.ts';
import { type Event, type Simulated, simulate } from './simulate.ts';

export type QuotaRequests = Partial<Pick<AccountLimits, 'requests' | 'connections' | 'concurrency' | 'tableWrites'>>;

export interface GrantedQuotas {
  requests: QuotaRequests;
  simulated: Simulated;
}

/** Fewer refusals are retried unnoticed. */
export const isSubstantial = ({ times }: Refused, { players }: Event) => times > players / 100;

const rounded = (value: number) => Math.ceil(value / 500) * 500;
const mostOf = ({ players }: Event, { partitionWrites }: AccountLimits): Required<QuotaRequests> => ({
  requests: 2 * players,
  concurrency: 2 * players,
  connections: partitionWrites,
  tableWrites: WARM.writes.most,
});
const RAISABLE = ['connections', 'tableWrites', 'concurrency', 'requests'] as const satisfies (keyof QuotaRequests)[];

/** Requests raise account and stage; warm writes raise reads too. */
export const withQuotas = (limits: AccountLimits, { requests, tableWrites, ...quotas }: QuotaRequests): AccountLimits => ({
  ...limits,
  ...quotas,
  ...(requests && { requests: Math.max(requests, limits.requests), stage: Math.max(requests, limits.stage) }),
  ...(tableWrites && { tableWrites, tableReads: Math.max(limits.tableReads, warmReads(tableWrites)) }),
});

/** Raises limits that refuse many, then lowers excess. @param simulating progress callback */
export function quotasFor(event: Event, limits: AccountLimits, asItIs: Simulated, simulating: () => void): GrantedQuotas {
  const now = { ...limits, requests: Math.min(limits.requests, limits.stage) };
  const much = ({ refused }: Simulated) => refused.filter((one) => cureOf(one.what).raise && isSubstantial(one, event));
  const grant = (requests: QuotaRequests): GrantedQuotas => {
    simulating();
    return { requests, simulated: simulate(event, withQuotas(limits, requests)) };
  };

  const most = mostOf(event, limits);
  let granted: GrantedQuotas = { requests: {}, simulated: asItIs };
  for (;;) {
    const { requests, simulated } = granted;
    const more = RAISABLE.filter((name) => much(simulated).some(({ what }) => cureOf(what).raise === name)).flatMap((name) => {
      const is = requests[name] ?? now[name];
      const next = Math.min(rounded(is * 1.5), most[name]);
      return next > is ? [[name, next] as const] : [];
    });
    if (!more.length) break;
    granted = grant({ ...requests, ...Object.fromEntries(more) });
  }
  const left = much(granted.simulated).length;
  for (const name of RAISABLE) {
    const { [name]: requested, ...others } = granted.requests;
    const lesser = requested === undefined ? [] : [others, { ...others, [name]: rounded(requested / 1.25) }];
    for (const less of lesser) {
      const tried = grant(less);
      if (much(tried.simulated).length > left) continue;
      granted = tried;
      break;
    }
  }
  return granted;
}
