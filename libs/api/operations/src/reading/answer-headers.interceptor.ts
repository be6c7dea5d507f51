import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ageHeader, cacheStatusHeader, type ErpAnswer } from '@headwater/erp-contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, tap } from 'rxjs';

/** Says in headers what the answer's `freshness` says in its body, for caches and tools in between. */
@Injectable()
export class AnswerHeadersInterceptor implements NestInterceptor<ErpAnswer<unknown>, ErpAnswer<unknown>> {
  intercept(context: ExecutionContext, next: CallHandler<ErpAnswer<unknown>>): Observable<ErpAnswer<unknown>> {
    const http = context.switchToHttp();
    const { query } = http.getRequest<FastifyRequest<{ Querystring: { readonly fresh?: unknown } }>>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(
      tap(({ freshness }) => {
        void reply
          .header('age', ageHeader(freshness))
          .header('cache-status', cacheStatusHeader(freshness, { fresh: query.fresh === 'true' }))
          // Only the gateway keeps ERP values, because only it hears of their changes.
          .header('cache-control', 'private, no-store');
      }),
    );
  }
}
