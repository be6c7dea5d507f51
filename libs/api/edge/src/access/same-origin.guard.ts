import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '@headwater/kernel';
import type { IncomingHttpHeaders } from 'node:http';
import { NOT_FROM_BROWSERS } from './access.decorators';

interface IncomingRequest {
  readonly method: string;
  /** Host and port, of the trusted proxy's forwarded header where one is configured. */
  readonly host: string;
  readonly headers: IncomingHttpHeaders;
}

const READING_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const JSON_BODY = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

/**
 * Keeps other sites from writing with a visitor's cookie. Browsers always name the origin of a request
 * that writes; programs that are no browser name none, and have no visitor's cookie either.
 */
@Injectable()
export class SameOriginGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<IncomingRequest>();
    if (READING_METHODS.has(request.method)) return true;
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(NOT_FROM_BROWSERS, targets) === true) return true;
    if (!comesFromHere(request)) throw new DomainError('forbidden', 'Requests from other sites are refused.');
    if (!carriesJson(request.headers)) throw new DomainError('invalid-request', 'Send the body as application/json.');
    return true;
  }
}

function comesFromHere({ headers, host }: IncomingRequest): boolean {
  const { origin } = headers;
  if (origin !== undefined) return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** A form or plain text can be sent across sites without asking; JSON cannot. */
function carriesJson(headers: IncomingHttpHeaders): boolean {
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  return !hasBody || JSON_BODY.test(headers['content-type'] ?? '');
}
