import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access/access.guard';
import { SameOriginGuard } from './access/same-origin.guard';
import { ProblemFilter } from './problem/problem.filter';
import { StrictValidationPipe } from './validation/strict-validation.pipe';
import { VersionEtagInterceptor } from './versions/version-etag.interceptor';

/** What holds for every route of the API. Needs a global provider of `Sessions`. */
@Module({
  providers: [
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: SameOriginGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_PIPE, useClass: StrictValidationPipe },
    { provide: APP_INTERCEPTOR, useClass: VersionEtagInterceptor },
  ],
})
export class EdgeModule {}
