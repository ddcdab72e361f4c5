import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { onIndex, onTable, quizFunction } from './backend/functions.ts';
import { gateway, route } from './backend/gateway.ts';
import { quizTable } from './backend/table.ts';
import { alarms } from './monitoring/alarms.ts';
import { budget } from './monitoring/budget.ts';
import { dashboard } from './monitoring/dashboard.ts';
import { suppressNag, wildcard } from './settings/nag-suppressions.ts';
import type { Settings } from './settings/settings.ts';
import { siteDistribution } from './site/distribution.ts';
import { mediaBucket } from './site/media-bucket.ts';

/** Larger rooms use an invocation per shard. */
const CROWD_FROM = 250;

interface QuizcastProps extends StackProps {
  settings: Settings;
  site: string;
}

export class Quizcast extends Stack {
  constructor(scope: Construct, id: string, { settings, site, ...props }: QuizcastProps) {
    super(scope, id, { description: 'Quizcast: a live quiz for the whole room', ...props });
    const table = quizTable(this, settings);
    const api = gateway(this, settings);
    const media = mediaBucket(this, settings);
    const front = siteDistribution(this, settings, api.domain, media.bucket, site);

    const TABLE = table.tableName;
    const MEDIA = media.bucket.bucketName;
    const SOCKETS = api.stage.callbackUrl;
    const everything = onTable(table, 'GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query');
    const posting: [string[], string[]] = [['execute-api:ManageConnections'], [api.posts]];
    const connect = quizFunction(this, 'connect', { ORIGINS: front.origins, ORIGIN_SECRET: front.originSecret }, []);
    const disconnect = quizFunction(this, 'disconnect', { TABLE }, [onIndex(table, 'Query'), onTable(table, 'UpdateItem')]);
    const ANY_NAMES = String(settings.anyNames);
    const player = quizFunction(this, 'player', { TABLE, ANY_NAMES }, [everything]);
    const announce = quizFunction(this, 'announce', { TABLE, SOCKETS }, [
      onTable(table, 'GetItem', 'Query', 'UpdateItem'),
      posting,
    ]);
    // A late broadcast is worse than none.
    announce.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) });
    const host = quizFunction(
      this,
      'host',
      {
        TABLE,
        ANY_NAMES,
        SOCKETS,
        MEDIA,
        ANNOUNCE: announce.functionName,
        CROWD_FROM: String(CROWD_FROM),
        EXPECTED_PLAYERS: String(settings.expectedPlayers),
        RETENTION_DAYS: String(settings.retentionDays),
      },
      [everything, posting, [['lambda:InvokeFunction'], [announce.functionArn]], ...media.rights],
    );
    const sweep = quizFunction(this, 'sweep', { TABLE, MEDIA }, [
      onTable(table, 'Scan', 'Query', 'DeleteItem'),
      ...media.sweepRights,
    ]);
    new Rule(this, 'Daily', { schedule: Schedule.rate(Duration.days(1)), targets: [new LambdaFunction(sweep)] });
    route(api, { connect, disconnect, player, host });
    const { distribution } = front;
    const watched = { functions: [connect, disconnect, player, host, announce, sweep], table, gateway: api, distribution };
    alarms(this, settings, watched);
    budget(this, settings);
    dashboard(this, watched);
    const reason = 'the connections of this one stage; their ids are made while a game runs';
    for (const { role } of [host, announce]) if (role) suppressNag(role, { [wildcard(this, api.posts)]: reason });
    for (const { role } of [host, sweep]) if (role) suppressNag(role, media.wildcards);

    new CfnOutput(this, 'Table', { value: TABLE });
    new CfnOutput(this, 'MediaBucket', { value: media.bucket.bucketName });
    new CfnOutput(this, 'Next', {
      value: `npm run invite${settings.stackName === 'Quizcast' ? '' : ` -- --stack ${settings.stackName}`}`,
      description: 'prints a host link',
    });
  }
}
