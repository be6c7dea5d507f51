import { applyDecorators, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Requires } from '@headwater/api/edge';
import { Answers, ID, type Schema } from '@headwater/api/openapi';
import type { Capability } from '@headwater/erp-contracts';
import { erpAnswerOf } from '../schemas/answer-schemas';
import { AnswerHeadersInterceptor } from './answer-headers.interceptor';
import { FreshReadGuard } from './fresh-read.guard';

/** A route that reads one capability of an ERP: who may, how often past the cache, and what it answers. */
export function ErpReadRoute(capability: Capability, view: Schema): MethodDecorator {
  return applyDecorators(
    Requires('read', `erp.${capability}`),
    UseGuards(FreshReadGuard),
    UseInterceptors(AnswerHeadersInterceptor),
    ApiTags('ERP reads'),
    ApiParam({ name: 'id', description: 'The ERP connection.', schema: ID as never }),
    Answers(erpAnswerOf(view)),
  );
}
