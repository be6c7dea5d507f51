import { TestBed } from '@angular/core/testing';
import { SessionState } from '@headwater/web/data-access';
import { CommandRegistry } from '@headwater/web/ui';
import { ask, start } from '../testing/ask';
import { settle } from '../testing/web-testing';

describe('the questions', () => {
  it('are at most two keystrokes away from anywhere', async () => {
    await ask('question.in-stock');
    const commands = TestBed.inject(CommandRegistry).commands();
    expect(commands.map(({ keys, paletteKey }) => [keys, paletteKey])).toEqual([
      ['q s', 's'],
      ['q p', 'p'],
      ['q w', 'w'],
    ]);
  });

  it('are offered only to those who may read the answers', async () => {
    await ask('question.in-stock');
    TestBed.inject(SessionState).begin({
      user: { id: 'u-2', email: 'desk@headwater.demo', name: 'Dana Desk' },
      roles: ['service-desk'],
      permissions: [{ action: 'read', subject: ['erp.items', 'erp.availability', 'erp.orders', 'erp.shipments'] }],
    });
    TestBed.tick();
    const ids = TestBed.inject(CommandRegistry)
      .commands()
      .map(({ id }) => id);
    expect(ids).toEqual(['question.in-stock', 'question.where-is-my-shipment']);
  });

  it('take each other’s place instead of piling up', async () => {
    const card = await ask('question.in-stock');
    start('question.where-is-my-shipment');
    await settle();
    expect(card.text()).toContain('Where is my shipment?');
    expect(document.querySelectorAll('mat-dialog-container')).toHaveLength(1);
  });
});
