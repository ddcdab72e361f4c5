import { disconnectHandler } from '../../handlers/disconnect.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { runtimePorts } from '../runtime.ts';

export const handler = lambdaHandler('disconnect', ({ TABLE }, metrics) => disconnectHandler(runtimePorts(TABLE, metrics)));
