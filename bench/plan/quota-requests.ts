// What to ask for, so that little is refused: quotas of the account, and settings of the stack.
import { WARM, warmReads } from '../../infra/settings/settings.ts';
import type { AccountLimits } from './limits.ts';
import { cureOf, type Refused } from './refusals.ts';
import { type Event, type Simulated, simulate } from './simulate.ts';

/** What can be raised, and how far. */
export type QuotaRequests = Partial<Pick<AccountLimits, 'requests' | 'connections' | 'concurrency' | 'tableWrites'>>;

export interface GrantedQuotas {
  requests: QuotaRequests;
  /** The same event when every wish is granted. */
  simulated: Simulated;
}

/** What is less is said again before anybody notices. */
export const isSubstantial = ({ times }: Refused, { players }: Event) => times > players / 100;

/** As they are asked for: in five hundreds. */
const rounded = (value: number) => Math.ceil(value / 500) * 500;
/** More is of no use: a post and a frame of each player within a second, so many names a second, and so much of one table. */
const mostOf = ({ players }: Event, { partitionWrites }: AccountLimits): Required<QuotaRequests> => ({
  requests: 2 * players,
  concurrency: 2 * players,
  connections: partitionWrites,
  tableWrites: WARM.writes.most,
});
const WISHED = ['connections', 'tableWrites', 'concurrency', 'requests'] as const satisfies (keyof QuotaRequests)[];

/** What two limit is the smaller of both: the stage may take all that the account may. Reads come with the writes of a warm table. */
export const withQuotas = (limits: AccountLimits, { requests, tableWrites, ...quotas }: QuotaRequests): AccountLimits => ({
  ...limits,
  ...quotas,
  ...(requests && { requests: Math.max(requests, limits.requests), stage: Math.max(requests, limits.stage) }),
  ...(tableWrites && { tableWrites, tableReads: Math.max(limits.tableReads, warmReads(tableWrites)) }),
});

/** Raises whatever refuses many by half, until all refuse few, which are said again soon; then takes back what was too much. @param simulating told each time, for it takes seconds */
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
    const more = WISHED.filter((name) => much(simulated).some(({ what }) => cureOf(what).raise === name)).flatMap((name) => {
      const is = requests[name] ?? now[name];
      const next = Math.min(rounded(is * 1.5), most[name]);
      return next > is ? [[name, next] as const] : [];
    });
    if (!more.length) break;
    granted = grant({ ...requests, ...Object.fromEntries(more) });
  }
  const left = much(granted.simulated).length;
  for (const name of WISHED) {
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
