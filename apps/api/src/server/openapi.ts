import { CONFIGURATION_RULE_SCHEMAS, CONFIGURATION_SCHEMAS } from '@headwater/api/configuration';
import { IDENTITY_SCHEMAS } from '@headwater/api/identity';
import { completeDocument, describeParams, SHARED_SCHEMAS } from '@headwater/api/openapi';
import {
  CUSTOMER_MATCH_SCHEMAS,
  ERP_RULE_SCHEMAS,
  ERP_SCHEMAS,
  ERP_SEARCH_SCHEMAS,
  ACCOUNT_COLUMN_SCHEMAS,
  OVERVIEW_SCHEMAS,
} from '@headwater/api/operations';
import { RELATIONSHIP_RULE_SCHEMAS, RELATIONSHIP_SCHEMAS } from '@headwater/api/relationship';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** `/api/openapi.json` and, for people, `/api/docs`. */
export function describeApi(app: NestFastifyApplication): void {
  const config = new DocumentBuilder()
    .setTitle('Headwater')
    .setDescription('The ERP-native CRM. Every ERP answer carries its source and its freshness.')
    .setVersion('0.1')
    .addCookieAuth('headwater.session_token')
    .build();
  describeParams({ ...ERP_RULE_SCHEMAS, ...CONFIGURATION_RULE_SCHEMAS, ...RELATIONSHIP_RULE_SCHEMAS });
  const document = completeDocument(SwaggerModule.createDocument(app, config), [
    SHARED_SCHEMAS,
    IDENTITY_SCHEMAS,
    RELATIONSHIP_SCHEMAS,
    CONFIGURATION_SCHEMAS,
    ERP_SCHEMAS,
    ACCOUNT_COLUMN_SCHEMAS,
    OVERVIEW_SCHEMAS,
    ERP_SEARCH_SCHEMAS,
    CUSTOMER_MATCH_SCHEMAS,
  ]);
  SwaggerModule.setup('api/docs', app, document, { jsonDocumentUrl: 'api/openapi.json' });
}
