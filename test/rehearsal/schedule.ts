// What EventBridge may and does invoke.
import type { Stack } from './template.ts';

const ofArn = (arn: string) => arn.split(':').at(-1)!;

/** Functions that run once a day. */
export function daily(stack: Stack): string[] {
  const permissions = stack.of('AWS::Lambda::Permission').map(({ Properties }) => Properties);
  return stack.of('AWS::Events::Rule').flatMap(({ id, Properties }) => {
    if (Properties.ScheduleExpression !== 'rate(1 day)') return [];
    const targets: string[] = Properties.Targets.map(({ Arn }: { Arn: string }) => Arn);
    const isPermitted = (arn: string) =>
      permissions.some(
        ({ FunctionName, Principal, SourceArn }) =>
          ofArn(FunctionName) === ofArn(arn) && Principal === 'events.amazonaws.com' && SourceArn.endsWith(`rule/${id}`),
      );
    return targets.filter(isPermitted).map(ofArn);
  });
}
