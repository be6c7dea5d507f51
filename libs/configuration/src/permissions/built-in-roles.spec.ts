import { abilityFor, allowsOn, type AppAbility } from './ability';
import { rulesOfRoles } from './built-in-roles';
import { ERP_SUBJECTS, type Role } from './vocabulary';

const ME = '5f8f7c1e-0a4e-4a51-9f3e-3a1d2b6c7d80';
const SOMEONE_ELSE = '6a1f7c1e-0a4e-4a51-9f3e-3a1d2b6c7d81';

function abilityOf(...roles: readonly Role[]): AppAbility {
  return abilityFor(rulesOfRoles(roles, ME));
}

describe('the built-in roles', () => {
  it('let an admin do everything', () => {
    const admin = abilityOf('admin');
    expect(admin.can('delete', 'ErpConnection')).toBe(true);
    expect(admin.can('read', 'field.cost')).toBe(true);
  });

  it('let a manager see cost and every ERP capability, and change no connection', () => {
    const manager = abilityOf('manager');
    expect(ERP_SUBJECTS.every((name) => manager.can('read', name))).toBe(true);
    expect(manager.can('read', 'field.cost')).toBe(true);
    expect(manager.can('delete', 'Account')).toBe(true);
    expect(manager.can('update', 'ErpConnection')).toBe(false);
  });

  it('let a rep read every ERP capability but no cost', () => {
    const rep = abilityOf('rep');
    expect(ERP_SUBJECTS.every((name) => rep.can('read', name))).toBe(true);
    expect(rep.can('read', 'field.cost')).toBe(false);
  });

  it('let a rep see the name of a connection and not its settings', () => {
    const rep = abilityOf('rep');
    expect(rep.can('read', 'ErpConnection', 'name')).toBe(true);
    expect(rep.can('read', 'ErpConnection', 'settings')).toBe(false);
    expect(abilityOf('manager').can('read', 'ErpConnection', 'settings')).toBe(true);
  });

  it('let a rep delete an own account only', () => {
    const rep = abilityOf('rep');
    expect(allowsOn(rep, 'delete', { subject: 'Account', fields: { ownerId: ME } })).toBe(true);
    expect(allowsOn(rep, 'delete', { subject: 'Account', fields: { ownerId: SOMEONE_ELSE } })).toBe(false);
    expect(allowsOn(rep, 'delete', { subject: 'Account', fields: { ownerId: null } })).toBe(false);
  });

  it('let a rep change own notes only', () => {
    const rep = abilityOf('rep');
    expect(allowsOn(rep, 'update', { subject: 'Conversation', fields: { authorId: ME } })).toBe(true);
    expect(allowsOn(rep, 'update', { subject: 'Conversation', fields: { authorId: SOMEONE_ELSE } })).toBe(false);
  });

  it('hide prices, invoices and credit from the service desk, and let it write nothing', () => {
    const serviceDesk = abilityOf('service-desk');
    expect(ERP_SUBJECTS.filter((name) => serviceDesk.cannot('read', name))).toEqual([
      'erp.prices',
      'erp.invoices',
      'erp.credit',
    ]);
    expect(serviceDesk.can('create', 'Conversation')).toBe(false);
    expect(serviceDesk.can('read', 'Account')).toBe(true);
  });

  it('add up for someone who holds several', () => {
    expect(abilityOf('service-desk', 'manager').can('read', 'erp.prices')).toBe(true);
  });

  it('allow nothing without a role', () => {
    expect(abilityOf().can('read', 'Account')).toBe(false);
  });

  it('survive the journey to the browser as JSON', () => {
    const travelled = abilityFor(JSON.parse(JSON.stringify(rulesOfRoles(['rep'], ME))));
    expect(allowsOn(travelled, 'delete', { subject: 'Account', fields: { ownerId: SOMEONE_ELSE } })).toBe(false);
  });

  it('leave the checked record unmarked', () => {
    const record = Object.freeze({ ownerId: ME });
    allowsOn(abilityOf('rep'), 'delete', { subject: 'Account', fields: record });
    expect(Object.getOwnPropertyNames(record)).toEqual(['ownerId']);
  });
});
