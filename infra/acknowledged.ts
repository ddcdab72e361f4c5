import type { Stack } from 'aws-cdk-lib';
export function acknowledged(_stack: Stack) {}
