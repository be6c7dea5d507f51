import { Location } from '@angular/common';
import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { FakeServer, SessionState, provideDataAccess } from '@headwater/web/data-access';
import { requirePermission } from './require-permission';

@Component({ changeDetection: ChangeDetectionStrategy.OnPush, template: 'Connections' })
class Connections {}

@Component({ changeDetection: ChangeDetectionStrategy.OnPush, template: 'You may not' })
class NoPermission {}

async function open(permissions: Parameters<SessionState['begin']>[0]['permissions']): Promise<string> {
  TestBed.configureTestingModule({
    providers: [
      provideDataAccess(),
      new FakeServer().provider(),
      provideRouter([
        { path: 'connections', component: Connections, canActivate: [requirePermission('update', 'ErpConnection')] },
        { path: 'no-permission', component: NoPermission },
      ]),
    ],
  });
  const user = { id: 'u1', email: 'rep@headwater.demo', name: 'Robin Rep' };
  TestBed.inject(SessionState).begin({ user, roles: [], permissions });
  const { fixture } = await RouterTestingHarness.create('/connections');
  return (fixture.nativeElement as HTMLElement).textContent.trim();
}

describe('a page that needs a permission', () => {
  it('opens for who has it', async () => {
    expect(await open([{ action: 'manage', subject: 'all' }])).toBe('Connections');
  });

  it('is explained to who has it not, without changing the address', async () => {
    expect(await open([{ action: 'read', subject: 'ErpConnection' }])).toBe('You may not');
    expect(TestBed.inject(Location).path()).not.toContain('no-permission');
  });
});
