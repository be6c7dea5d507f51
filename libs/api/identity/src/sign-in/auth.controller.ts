import { Anonymous } from '@headwater/api/edge';
import { Answers, AnswersNothing, refTo } from '@headwater/api/openapi';
import { type Me, SignInBody } from '@headwater/configuration';
import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AUTH, type Auth } from '../auth';
import { toMe } from '../me/to-me';
import { RecentSessions } from '../sessions/recent-sessions';
import { cookieHeaders, sessionCookies, sessionTokenOf } from '../sessions/session-token';
import { SignIn } from './sign-in';

@Controller('api/auth')
export class AuthController {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    private readonly signIn: SignIn,
    private readonly recent: RecentSessions,
  ) {}

  @Post('sign-in')
  @HttpCode(200)
  @Anonymous()
  @Answers(refTo('Me'), { description: 'Signed in; the session cookie is set.' })
  async open(
    @Body() body: SignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const { user, headers } = await this.signIn.open(body, request.ip);
    void reply.header('set-cookie', sessionCookies(headers, request.protocol)).header('cache-control', 'no-store');
    return toMe(user);
  }

  @Post('sign-out')
  @HttpCode(204)
  @Anonymous()
  @AnswersNothing()
  async close(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = sessionTokenOf(request.headers);
    if (token === undefined) return;
    const { headers } = await this.auth.api.signOut({ headers: cookieHeaders(token), returnHeaders: true });
    this.recent.forget(token);
    void reply.header('set-cookie', sessionCookies(headers, request.protocol));
  }
}
