import { disconnectHandler } from '../../handlers/disconnect.ts';
import { environment } from '../environment.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { runtimePorts } from '../runtime.ts';

export const handler = lambdaHandler('disconnect', () =>
  disconnectHandler(runtimePorts(environment('disconnect', process.env).TABLE)),
);
