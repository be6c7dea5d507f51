import { toInstant } from '@headwater/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { ControlPlane } from '../control/control-plane';
import type { Fault } from '../control/faults';
import type { VendorAnswer, VendorRequest } from '../simulator';

/** Answers one vendor call, with whatever is to go wrong with it, and writes it into the log. */
export async function exchange(plane: ControlPlane, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.hijack();
  const asked = vendorRequestOf(request);
  const at = toInstant(Date.now());
  const started = performance.now();
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  const { fault, delayMs } = plane.faults.decide(asked.path);
  const log = (status: number, violation?: string): void => {
    const ms = Math.round(performance.now() - started);
    plane.log.add({
      at,
      method: asked.method,
      path: asked.path,
      status,
      ms,
      ...(violation === undefined ? {} : { violation }),
    });
  };
  if (fault === 'down' || fault === 'hang' || !(await waited(delayMs, gone.signal))) {
    if (fault === 'down') request.raw.socket.destroy();
    log(0);
    return;
  }
  const answer = await answerTo(plane, asked, fault);
  log(answer.status, answer.violation);
  write(reply.raw, answer, fault);
}

function vendorRequestOf(request: FastifyRequest): VendorRequest {
  const url = new URL(request.raw.url ?? '/', 'http://simulator');
  return {
    method: request.method,
    path: decoded(url.pathname),
    rawPath: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
    ),
    body: typeof request.body === 'string' ? request.body : '',
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

/** False where the caller hung up meanwhile. */
async function waited(ms: number, signal: AbortSignal): Promise<boolean> {
  if (ms === 0) return true;
  try {
    await wait(ms, undefined, { signal });
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}

async function answerTo(plane: ControlPlane, asked: VendorRequest, fault: Fault): Promise<VendorAnswer> {
  const settings = plane.faults.current;
  if (fault === 'business-error') return plane.simulator.businessError(settings?.status ?? 200);
  if (fault !== 'error') return plane.simulator.answer(asked);
  return {
    status: settings?.status ?? 503,
    contentType: 'application/json',
    body: '{"error":"Simulated fault"}',
    headers: settings?.retryAfterS === undefined ? {} : { 'retry-after': String(settings.retryAfterS) },
  };
}

function headersOf({ headers = {} }: VendorAnswer): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  );
}

function write(raw: ServerResponse, answer: VendorAnswer, fault: Fault): void {
  const full = Buffer.from(answer.body, 'utf8');
  const bytes =
    fault === 'malformed' ? Buffer.from(`${answer.body.slice(0, Math.floor(answer.body.length * 0.6))}\u0000{`) : full;
  raw.writeHead(answer.status, {
    'content-type': answer.contentType,
    'content-length': bytes.length,
    ...headersOf(answer),
  });
  if (fault !== 'truncate') {
    raw.end(bytes);
    return;
  }
  // The announced length is that of the whole body: the connection ends in the middle of it.
  raw.write(bytes.subarray(0, Math.max(1, Math.floor(bytes.length / 2))), () => raw.destroy());
}
