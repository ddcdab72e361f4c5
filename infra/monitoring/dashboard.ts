import { Duration, Stack } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, type IMetric, SingleValueWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import {
  concurrency,
  connects,
  droppedEvents,
  errors,
  frames,
  integrationErrors,
  own,
  pageErrors,
  perSecond,
  readUnits,
  refusedByGateway,
  slowest,
  throttles,
  type Watched,
  writeUnits,
} from './metrics.ts';

const graph = (title: string, left: IMetric[], right: IMetric[] = []) =>
  new GraphWidget({ title, left, right, width: 8, height: 6 });

export function dashboard(scope: Construct, watched: Watched): void {
  const { stackName, region } = Stack.of(scope);
  new Dashboard(scope, 'Dashboard', {
    // Names are global to an account.
    dashboardName: `${stackName}-${region}`,
    defaultInterval: Duration.hours(3),
    widgets: [
      [
        new SingleValueWidget({
          title: 'Now',
          metrics: [
            own('Connected', 'Maximum', 'players connected, largest room'),
            own('Answers', 'Sum', 'answers, last minute'),
            own('Refusals', 'Sum', 'refusals, last minute'),
          ],
          width: 24,
          height: 4,
        }),
      ],
      [
        graph('Players', [own('Connected', 'Maximum', 'connected, largest room')], [own('Joins', 'Sum', 'joins')]),
        graph('Answers a second', [perSecond(own('Answers', 'Sum', 'answers'), 'answers/s')]),
        graph('Time of a broadcast, ms', [own('BroadcastMs', 'p50', 'median'), own('BroadcastMs', 'Maximum', 'longest')]),
      ],
      [
        graph(
          'Refusals and faults',
          [own('Refusals', 'Sum', 'refusals')],
          [own('Faults', 'Sum', 'faults'), errors(watched), throttles(watched)],
        ),
        graph('Posts', [own('Posts', 'Sum', 'posts')], [own('PostsGone', 'Sum', 'gone'), own('PostsMissed', 'Sum', 'missed')]),
        graph('Functions, ms (p95)', slowest(watched)),
      ],
      [
        graph('Table, units a minute', [writeUnits(watched), readUnits(watched)], [own('TableThrottles', 'Sum', 'throttled')]),
        graph('Frames', [frames(watched), connects(watched)], [refusedByGateway(watched), integrationErrors(watched)]),
        graph('Frames an hour: what the bill follows', [frames(watched, Duration.hours(1))]),
      ],
      [
        graph('Functions at once, in the whole account', [concurrency()], [throttles(watched)]),
        graph('Announcements dropped', [droppedEvents(watched)]),
        graph('Pages that failed', [pageErrors(watched)]),
      ],
    ],
  });
}
