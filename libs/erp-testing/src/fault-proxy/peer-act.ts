import type { ServerResponse } from 'node:http';
import type { ServerHttp2Stream } from 'node:http2';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What is sent before it goes wrong; no headers even, where it is absent. */
export interface Beginning {
  readonly body: string;
  /** The `content-length` it promises; none where absent. */
  readonly promised?: number;
}

/** What a peer does with a request. */
export type PeerAct =
  | {
      readonly kind: 'answer';
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string | readonly string[]>>;
      readonly body?: string | Buffer;
      /** How long it takes, in milliseconds. */
      readonly afterMs?: number;
    }
  /** Takes the request and never answers, or stops in the middle of the body. */
  | { readonly kind: 'hang'; readonly beginning?: Beginning }
  /** RST_STREAM with an error code of RFC 9113, section 7. */
  | { readonly kind: 'reset-stream'; readonly code: number; readonly beginning?: Beginning }
  /**
   * GOAWAY with an error code; `spared` is how many of the youngest streams it declares not to have looked at.
   * The connection ends with it where `ends` says so.
   */
  | {
      readonly kind: 'go-away';
      readonly code: number;
      readonly spared?: number;
      readonly ends?: boolean;
      readonly beginning?: Beginning;
    }
  /** Ends the connection. */
  | { readonly kind: 'drop'; readonly beginning?: Beginning };

export interface Stage {
  readonly response: ServerResponse;
  /** Of HTTP/2 only. */
  readonly stream: ServerHttp2Stream | undefined;
  readonly socket: Socket;
}

const READ_MS = 20;

async function begin({ response }: Stage, beginning: Beginning | undefined): Promise<void> {
  if (beginning === undefined) return;
  const { body, promised } = beginning;
  response.writeHead(200, promised === undefined ? {} : { 'content-length': String(promised) });
  await new Promise<void>((resolve) => {
    response.write(body, () => resolve());
  });
  // The client reads it before it hears of the fault: in one packet, some faults pass for others.
  await pause(READ_MS);
}

async function answer({ response }: Stage, act: Extract<PeerAct, { kind: 'answer' }>): Promise<void> {
  if (act.afterMs !== undefined) await pause(act.afterMs);
  for (const [name, value] of Object.entries(act.headers ?? {})) {
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  }
  response.statusCode = act.status ?? 200;
  response.end(act.body ?? '');
}

/** Node's session refuses while it still has frames to send; the socket below does not. */
function drop({ response, socket, stream }: Stage): void {
  if (stream?.session === undefined) socket.destroy();
  else stream.session.destroy();
  response.destroy();
}

function goAway(stage: Stage, { code, spared = 0, ends = false }: Extract<PeerAct, { kind: 'go-away' }>): void {
  const { stream } = stage;
  // Streams of clients have odd numbers.
  stream?.session?.goaway(code, (stream.id ?? 1) - 2 * spared);
  if (ends) setImmediate(() => drop(stage));
}

/** Does with a request what the script says; throws where somebody else ended it before. */
export async function play(act: PeerAct, stage: Stage): Promise<void> {
  if (act.kind === 'answer') return answer(stage, act);
  await begin(stage, act.beginning);
  if (act.kind === 'reset-stream') stage.stream?.close(act.code);
  if (act.kind === 'go-away') goAway(stage, act);
  if (act.kind === 'drop') drop(stage);
}
