import type { Page } from 'playwright-core';
import { accountOf, type DemoAccount } from '../../../../tools/dev/demo-accounts.mts';
import { eventually } from '../browser/eventually';
import type { RunningProduct } from '../product/running-product';
import { customersWithShipments, ordersOf, type TrueOrder } from '../product/truth';
import { AccountPage } from './account-page';
import { Panel } from './panel';

export interface Screen {
  /** Also the name of its screenshots. */
  readonly name: string;
  readonly as: 'nobody' | 'rep' | 'admin';
  readonly show: (page: Page, demo: Demo) => Promise<void>;
}

/** What the screens are shown with. */
export interface Demo {
  readonly product: RunningProduct;
  readonly account: DemoAccount;
  readonly order: TrueOrder;
  readonly unlinkedId: string;
}

/** The account with the most different orders, and another that is linked to no ERP. */
export async function demoOf(product: RunningProduct): Promise<Demo> {
  const customers = (await customersWithShipments(product.sxe)).slice(0, 60);
  const candidates = await Promise.all(customers.map((customer) => ordersOf(product.sxe, customer)));
  const [orders = []] = candidates.toSorted((left, right) => variety(right) - variety(left));
  const order = orders.find(({ status }) => status === 'partly-shipped') ?? orders[0];
  if (order === undefined) throw new Error('The world has no orders.');
  const account = await accountOf(product.rep, order.customer);
  const unlinked = { name: 'Not linked anywhere Ltd' };
  const { id: unlinkedId } = await product.rep.send<{ id: string }>('POST', '/api/accounts', unlinked);
  return { product, account, order, unlinkedId };
}

function variety(orders: readonly TrueOrder[]): number {
  return new Set(orders.slice(0, 10).map(({ status }) => status)).size;
}

export const EVERY_SCREEN: readonly Screen[] = [
  {
    name: 'sign-in',
    as: 'nobody',
    show: async (page) => {
      await page.goto('/sign-in');
      await page.getByRole('button', { name: 'Sign in' }).waitFor();
    },
  },
  {
    name: 'sign-in-refused',
    as: 'nobody',
    show: async (page) => {
      await page.goto('/sign-in');
      await page.getByLabel('E-mail').fill('rep@headwater.demo');
      await page.getByLabel('Password').fill('not this one');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'accounts',
    as: 'rep',
    show: async (page) => {
      await page.goto('/accounts');
      await page.getByRole('table').waitFor();
    },
  },
  {
    name: 'accounts-none-found',
    as: 'rep',
    show: async (page) => {
      await page.goto('/accounts?q=qqqzzz');
      await page.getByText('No account matches').waitFor();
    },
  },
  {
    name: 'account-new',
    as: 'rep',
    show: async (page) => {
      await page.goto('/accounts');
      await page.getByRole('button', { name: 'New account' }).first().click();
      await page.getByRole('button', { name: 'Create account' }).click();
      await eventually(async () =>
        expect(await page.getByRole('textbox', { name: 'Name' }).getAttribute('aria-invalid')).toBe('true'),
      );
    },
  },
  { name: 'account-360', as: 'rep', show: async (page, { account }) => new AccountPage(page).open(account.id) },
  {
    name: 'account-360-erp-down',
    as: 'rep',
    show: async (page, { account, product }) => {
      const screen = new AccountPage(page);
      await product.sxe.faults({ down: true, match: 'argetinvoicelist|pricing' });
      await page.goto(`/accounts/${account.id}`);
      await screen.settled();
      await screen.panel('Open invoices').refresh.click();
      await screen.panel('Prices').refresh.click();
      await screen.settled();
      await product.sxe.faults({});
    },
  },
  {
    name: 'account-360-not-linked',
    as: 'rep',
    show: async (page, { unlinkedId }) => {
      await page.goto(`/accounts/${unlinkedId}`);
      await page.getByText('Not linked to an ERP customer').waitFor();
    },
  },
  {
    name: 'order',
    as: 'rep',
    show: async (page, { account, order, product }) => {
      await page.goto(`/accounts/${account.id}/orders/${product.connectionId}/${order.number}`);
      const sheet = page.getByRole('dialog', { name: order.number });
      await new Panel(sheet, 'Order').hasState('value');
      await new Panel(sheet, 'Shipments').isCalm();
    },
  },
  {
    name: 'in-stock-hits',
    as: 'rep',
    show: async (page, { account }) => {
      await askOn(page, account, 's');
      await page.keyboard.type('bearing');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'in-stock',
    as: 'rep',
    show: async (page, { account, order }) => {
      await askOn(page, account, 's');
      await page.keyboard.type(order.lines[0]?.item ?? '');
      await page.keyboard.press('Enter');
      await new Panel(page.getByRole('dialog'), 'Stock').hasState('value');
    },
  },
  {
    name: 'what-price',
    as: 'rep',
    show: async (page, { account, order }) => {
      await askOn(page, account, 'p');
      await page.keyboard.type(order.lines[0]?.item ?? '');
      await page.keyboard.press('Enter');
      await new Panel(page.getByRole('dialog'), 'Price').hasState('value');
    },
  },
  {
    name: 'where-is-my-shipment',
    as: 'rep',
    show: async (page, { account, order }) => {
      await askOn(page, account, 'w');
      await page.keyboard.type(order.number);
      await page.keyboard.press('Enter');
      await new Panel(page.getByRole('dialog'), 'Order').hasState('value');
      await new Panel(page.getByRole('dialog'), 'Shipments').isCalm();
    },
  },
  {
    name: 'palette',
    as: 'rep',
    show: async (page, { account }) => {
      await page.goto('/accounts');
      await page.getByRole('table').waitFor();
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Search accounts, commands and ERPs' }).waitFor();
      await page.keyboard.type(account.name.slice(0, 6));
      await page.getByRole('group', { name: 'Accounts' }).getByRole('option').first().waitFor();
    },
  },
  {
    name: 'ask-the-erp',
    as: 'rep',
    show: async (page) => {
      await page.goto('/accounts');
      await page.getByRole('table').waitFor();
      await page.keyboard.press('Control+j');
      await page.getByRole('dialog').getByRole('button', { name: 'In stock?' }).waitFor();
    },
  },
  {
    name: 'shortcuts',
    as: 'rep',
    show: async (page) => {
      await page.goto('/accounts');
      await page.getByRole('table').waitFor();
      await page.keyboard.press('?');
      await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
    },
  },
  {
    name: 'not-found',
    as: 'rep',
    show: async (page) => {
      await page.goto('/nowhere');
      await page.getByRole('heading', { name: 'This page does not exist' }).waitFor();
    },
  },
  {
    name: 'no-permission',
    as: 'rep',
    show: async (page) => {
      await page.goto('/admin/connections');
      await page.getByRole('heading', { name: 'You may not open this page' }).waitFor();
    },
  },
  {
    name: 'not-reachable',
    as: 'rep',
    show: async (page) => {
      await page.route('**/api/me', (route) => route.abort());
      await page.goto('/accounts');
      await page.getByRole('heading', { name: 'Headwater cannot be reached' }).waitFor();
      await page.unroute('**/api/me');
    },
  },
  {
    name: 'connections',
    as: 'admin',
    show: async (page) => {
      await page.goto('/admin/connections');
      await page.getByRole('link', { name: 'SX.e East' }).waitFor();
    },
  },
  {
    name: 'connection-report',
    as: 'admin',
    show: async (page, { account, order, product }) => {
      const erp = `/api/erp/connections/${product.connectionId}`;
      for (let times = 0; times < 5; times += 1) {
        await product.rep.get(`/api/accounts/${account.id}/erp`);
        await product.rep.get(`${erp}/orders/${order.number}`);
      }
      await page.goto('/admin/connections');
      const card = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'SX.e East' }) });
      await card.getByRole('link', { name: 'Report' }).click();
      await page.getByRole('heading', { name: 'What people get' }).waitFor();
      await eventually(async () => expect(await page.locator('hw-time-chart svg').count()).toBe(3));
    },
  },
  {
    name: 'connection-new',
    as: 'admin',
    show: async (page) => {
      await page.goto('/admin/connections/new');
      await page.getByRole('radio', { name: /^Infor/ }).check();
      await page.getByLabel('Credentials file').waitFor();
    },
  },
  {
    name: 'connection-customers',
    as: 'admin',
    show: async (page) => {
      await page.goto('/admin/connections');
      await page.getByRole('link', { name: 'SX.e West' }).click();
      await page.getByRole('link', { name: 'Link customers' }).click();
      await page.getByText('None of these').first().waitFor();
    },
  },
  {
    name: 'connection-tested',
    as: 'admin',
    show: async (page) => {
      await page.goto('/admin/connections');
      await page.getByRole('link', { name: 'SX.e East' }).click();
      await page.getByRole('button', { name: 'Test', exact: true }).click();
      await page.getByText('Every check passed.').waitFor();
    },
  },
  {
    name: 'connection-refused',
    as: 'admin',
    show: async (page) => {
      await page.goto('/admin/connections');
      await page.getByRole('link', { name: 'SX.e East' }).click();
      await page.getByLabel('Client secret (cs)').fill('not the secret');
      await page.getByRole('button', { name: 'Test', exact: true }).click();
      await page.getByText(/checks? failed\./).waitFor();
    },
  },
  {
    name: 'connection-delete',
    as: 'admin',
    show: async (page) => {
      await page.goto('/admin/connections');
      await page.getByRole('link', { name: 'SX.e West' }).click();
      await page.getByRole('button', { name: 'Delete' }).click();
      await page.getByRole('button', { name: 'Delete connection' }).waitFor();
    },
  },
];

async function askOn(page: Page, { id }: DemoAccount, key: string): Promise<void> {
  const screen = new AccountPage(page);
  await page.goto(`/accounts/${id}`);
  await screen.settled();
  await page.keyboard.press('q');
  await page.keyboard.press(key);
  await page.getByRole('dialog').getByRole('combobox').first().waitFor();
}
