import { InjectionToken } from '@angular/core';

/** What a reader of server-sent events wants to hear. */
export interface EventStreamListener {
  readonly opened?: () => void;
  readonly received: (type: string, data: string) => void;
  /** The connection broke; `gone` where the browser will not try again by itself. */
  readonly broken: (outlook: 'retrying' | 'gone') => void;
}

export interface EventStream {
  close(): void;
}

/** Opens a stream of server-sent events of the named types. */
export type OpenEventStream = (url: string, types: readonly string[], listener: EventStreamListener) => EventStream;

/** `EventSource` asks for `text/event-stream` by itself and sends the session cookie to its own origin. */
export const EVENT_STREAM = new InjectionToken<OpenEventStream>('how server-sent events are read', {
  providedIn: 'root',
  factory: () => openEventSource,
});

function openEventSource(url: string, types: readonly string[], listener: EventStreamListener): EventStream {
  const source = new EventSource(url);
  source.onopen = () => listener.opened?.();
  source.onerror = () => listener.broken(source.readyState === EventSource.CLOSED ? 'gone' : 'retrying');
  for (const type of types) {
    source.addEventListener(type, (event: MessageEvent<string>) => listener.received(type, event.data));
  }
  return source;
}
