import { Sessions } from '@headwater/api/edge';
import { UserDirectory, UserRoleRepository } from '@headwater/configuration';
import { systemClock } from '@headwater/kernel';
import { type DynamicModule, type FactoryProvider, Module } from '@nestjs/common';
import { AUTH, type AuthOptions, createAuth } from './auth';
import { MeController } from './me/me.controller';
import { BetterAuthSessions } from './sessions/better-auth-sessions';
import { RecentSessions } from './sessions/recent-sessions';
import { AuthController } from './sign-in/auth.controller';
import { SignIn } from './sign-in/sign-in';
import { SignInAttempts } from './sign-in/sign-in-attempts';
import { BetterAuthUserDirectory } from './users/better-auth-user-directory';
import { DemoUsers } from './users/demo-users';

export interface IdentityOptions extends AuthOptions {
  /** Whether this process is a demo, whose users are known to everyone. */
  readonly users: 'demo' | 'own';
}

type AsyncIdentityOptions = Pick<FactoryProvider<IdentityOptions>, 'inject' | 'useFactory'>;

const IDENTITY_OPTIONS = Symbol('IDENTITY_OPTIONS');

/** Who someone is, and what they may do. Needs a global provider of `UserRoleRepository`. */
@Module({})
export class IdentityModule {
  static forRootAsync({ inject = [], useFactory }: AsyncIdentityOptions): DynamicModule {
    return {
      module: IdentityModule,
      global: true,
      controllers: [AuthController, MeController],
      providers: [
        { provide: IDENTITY_OPTIONS, inject, useFactory },
        { provide: AUTH, inject: [IDENTITY_OPTIONS], useFactory: createAuth },
        { provide: UserDirectory, useClass: BetterAuthUserDirectory },
        { provide: Sessions, useExisting: BetterAuthSessions },
        {
          provide: DemoUsers,
          inject: [IDENTITY_OPTIONS, UserDirectory, UserRoleRepository],
          useFactory: demoUsers,
        },
        BetterAuthSessions,
        { provide: RecentSessions, useFactory: () => new RecentSessions(systemClock) },
        { provide: SignInAttempts, useFactory: () => new SignInAttempts(systemClock) },
        SignIn,
      ],
      exports: [Sessions, UserDirectory, DemoUsers],
    };
  }
}

/** Seeded before anything else can ask for them, so that demo records find their owners. */
async function demoUsers(
  { users }: IdentityOptions,
  directory: UserDirectory,
  roles: UserRoleRepository,
): Promise<DemoUsers> {
  const demo = new DemoUsers(directory, roles);
  if (users === 'demo') await demo.seed();
  return demo;
}
