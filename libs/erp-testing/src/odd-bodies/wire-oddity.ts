import type { ErpErrorCode } from '@headwater/erp-contracts';
import type { ReplayAnswer } from '../replay/replay-server';

/** What the ERP would have said. */
export interface SoundBody {
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  readonly text: string;
  readonly isJson: boolean;
}

/** What something between the ERP and us, or the ERP itself, may make of any sound answer. */
export interface WireOddity {
  readonly name: string;
  /** `undefined` for a body this cannot be done to. */
  readonly of: (sound: SoundBody) => ReplayAnswer | undefined;
  /** `as-usual`: the oddity changes nothing that is said, so the same view must come of it. */
  readonly ends: 'as-usual' | ErpErrorCode;
}

export function typed(body: string | Buffer, contentType = 'application/json'): ReplayAnswer {
  return { headers: { 'content-type': contentType }, body };
}

/** An oddity of JSON alone. */
export function ofJson(change: (text: string) => string | Buffer, contentType?: string): WireOddity['of'] {
  return ({ text, isJson }) => (isJson ? typed(change(text), contentType) : undefined);
}

/** A JSON text whose first object begins with another member, exactly as it is written. */
export function withMember(text: string, member: string): string {
  const [start, rest] = [text.slice(0, text.indexOf('{') + 1), text.slice(text.indexOf('{') + 1)];
  return `${start}${member}${rest.trimStart().startsWith('}') ? '' : ','}${rest}`;
}

export function hasObject({ text, isJson }: SoundBody): boolean {
  return isJson && text.includes('{');
}

export function ofObject(change: (text: string) => string | Buffer, contentType?: string): WireOddity['of'] {
  return (sound) => (hasObject(sound) ? typed(change(sound.text), contentType) : undefined);
}
