import { CurrentUser, SignedIn, type SignedInUser } from '@headwater/api/edge';
import { Answers, refTo } from '@headwater/api/openapi';
import type { Me } from '@headwater/configuration';
import { Controller, Get, Header } from '@nestjs/common';
import { toMe } from './to-me';

@Controller('api/me')
export class MeController {
  @Get()
  @SignedIn()
  @Answers(refTo('Me'))
  @Header('cache-control', 'no-store')
  get(@CurrentUser() user: SignedInUser): Me {
    return toMe(user);
  }
}
