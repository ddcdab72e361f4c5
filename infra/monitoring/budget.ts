import { Stack } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { Construct } from 'constructs';
import type { Settings } from '../settings/settings.ts';

/** Of the whole account: a tag's costs are seen only once it is activated for billing. */
export function budget(scope: Construct, { dailyBudget, alarmEmail }: Settings): void {
  if (dailyBudget === 0) return;
  const { stackName, region } = Stack.of(scope);
  new CfnBudget(scope, 'Budget', {
    budget: {
      budgetName: `${stackName}-${region}`,
      budgetType: 'COST',
      timeUnit: 'DAILY',
      budgetLimit: { amount: dailyBudget, unit: 'USD' },
    },
    notificationsWithSubscribers: [
      {
        notification: {
          notificationType: 'ACTUAL',
          comparisonOperator: 'GREATER_THAN',
          threshold: 100,
          thresholdType: 'PERCENTAGE',
        },
        subscribers: [{ subscriptionType: 'EMAIL', address: alarmEmail }],
      },
    ],
  });
}
