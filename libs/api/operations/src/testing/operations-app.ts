import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { EdgeModule, Sessions, type SignedInUser } from '@headwater/api/edge';
import { abilityFor, type Role, rulesOfRoles } from '@headwater/configuration';
import {
  type ConnectionChange,
  ErpChanges,
  type ReceivedErpNotice,
  type NoticeReply,
  ErpReads,
  type RawErpNotice,
} from '@headwater/erp-contracts';
import { DomainError, type ErpRef, newId, type PositionedPage } from '@headwater/kernel';
import { type Account, type AccountListQuery, AccountRepository } from '@headwater/relationship';
import type { IncomingHttpHeaders } from 'node:http';
import { Subject } from 'rxjs';
import { LinkedCustomers, type OperationsOptions, OperationsModule, parseBodies } from '../index';
import { FakeErpReads } from './fake-erp-reads';

export const CONNECTION = '00000000-0000-4000-8000-0000000000c1';
export const OTHER_CONNECTION = '00000000-0000-4000-8000-0000000000c2';
export const ACCOUNT = '00000000-0000-4000-8000-0000000000a1';

export function aUser(role: Role, id = newId()): SignedInUser {
  const rules = rulesOfRoles([role], id);
  return { id, email: `${role}@sales.example`, name: role, roles: [role], rules, ability: abilityFor(rules) };
}

/** Recognises `x-role: <role>` as a session, until a test ends them all. */
export class RoleHeaderSessions extends Sessions {
  readonly #users = new Map<string, SignedInUser>();
  ended = false;

  override async userOf(headers: IncomingHttpHeaders): Promise<SignedInUser | undefined> {
    const role = headers['x-role'];
    if (this.ended || typeof role !== 'string') return undefined;
    const user = this.#users.get(role) ?? aUser(role as Role);
    this.#users.set(role, user);
    return user;
  }

  override recent({ 'x-role': role }: IncomingHttpHeaders): SignedInUser | undefined {
    return this.ended || typeof role !== 'string' ? undefined : this.#users.get(role);
  }
}

export class FakeErpChanges extends ErpChanges {
  readonly subject = new Subject<ConnectionChange>();
  readonly notices: { readonly connectionId: string; readonly notice: RawErpNotice }[] = [];
  refusal: Error | undefined;
  reply: NoticeReply | undefined;
  override readonly changes = this.subject.asObservable();

  override async receive(connectionId: string, notice: RawErpNotice): Promise<ReceivedErpNotice> {
    this.notices.push({ connectionId, notice });
    if (this.refusal !== undefined) throw this.refusal;
    const reply = this.reply === undefined ? {} : { reply: this.reply };
    return { accepted: true, duplicate: false, changes: 1, ...reply };
  }
}

export class FakeLinkedCustomers extends LinkedCustomers {
  links: readonly ErpRef[] = [{ connectionId: CONNECTION, kind: 'customer', externalId: '1001' }];

  override async of(accountId: string): Promise<readonly ErpRef[]> {
    if (accountId !== ACCOUNT) throw new DomainError('not-found', 'There is no such account.');
    return this.links;
  }

  /** Of more accounts than one, where a test is about a list. */
  more = new Map<string, readonly ErpRef[]>();

  override async ofEach(accountIds: readonly string[]): Promise<ReadonlyMap<string, readonly ErpRef[]>> {
    const known = new Map([[ACCOUNT, this.links] as const, ...this.more]);
    return new Map(accountIds.flatMap((id) => (known.has(id) ? [[id, known.get(id) ?? []] as const] : [])));
  }
}

/** A list of accounts, and nothing else of the port. */
export class FakeAccounts implements Pick<AccountRepository, 'list'> {
  items: readonly Account[] = [];
  readonly asked: AccountListQuery[] = [];

  async list(query: AccountListQuery): Promise<PositionedPage<Account>> {
    this.asked.push(query);
    const items = this.items.slice(0, query.limit);
    const last = items.at(-1);
    const next =
      last === undefined || items.length === this.items.length ? null : { ...query, value: last.name, id: last.id };
    return { items, next, count: { value: items.length, exact: true } };
  }
}

export interface OperationsTestApp {
  readonly app: NestFastifyApplication;
  readonly reads: FakeErpReads;
  readonly changes: FakeErpChanges;
  readonly customers: FakeLinkedCustomers;
  readonly accounts: FakeAccounts;
  readonly sessions: RoleHeaderSessions;
}

/** The whole of this library behind real routes, with fakes for its ports alone. */
export async function operationsApp(options: Partial<OperationsOptions> = {}): Promise<OperationsTestApp> {
  const fakes = {
    reads: new FakeErpReads(),
    changes: new FakeErpChanges(),
    customers: new FakeLinkedCustomers(),
    accounts: new FakeAccounts(),
    sessions: new RoleHeaderSessions(),
  };

  @Global()
  @Module({
    providers: [
      { provide: ErpReads, useValue: fakes.reads },
      { provide: ErpChanges, useValue: fakes.changes },
      { provide: LinkedCustomers, useValue: fakes.customers },
      { provide: AccountRepository, useValue: fakes.accounts },
      { provide: Sessions, useValue: fakes.sessions },
    ],
    exports: [AccountRepository, ErpReads, ErpChanges, LinkedCustomers, Sessions],
  })
  class FakesModule {}

  @Module({ imports: [FakesModule, EdgeModule, OperationsModule.forRoot(options)] })
  class TestModule {}

  const adapter = new FastifyAdapter();
  const app = await NestFactory.create<NestFastifyApplication>(TestModule, adapter, {
    logger: false,
    bodyParser: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  parseBodies(fastify);
  await app.init();
  await fastify.ready();
  return { app, ...fakes };
}
