import { addDecimals, compareDecimals, multiplyDecimals, subtractDecimals, sumDecimals } from '@headwater/kernel';
import { startP21, type Json, type P21Client } from '../testing/p21-client';

interface TruthLine {
  readonly lineNo: number;
  readonly item: string;
  readonly unit: string;
  readonly unitFactor: number;
  readonly ordered: string;
  readonly shipped: string;
  readonly backordered: string;
  readonly unitPrice: string;
  readonly total: string;
}

interface TruthRelease {
  readonly index: number;
  readonly state: string;
  readonly pickedOn: string | null;
  readonly shippedOn: string | null;
  readonly trackingNumbers: readonly string[];
  readonly invoice: { readonly issuedOn: string } | null;
  readonly lines: readonly { readonly lineNo: number; readonly shipped: string }[];
}

interface TruthOrder {
  readonly number: string;
  readonly company: string;
  readonly kind: string;
  readonly customer: string;
  readonly customerPo: string;
  readonly status: string;
  readonly shipTo: string | null;
  readonly orderedOn: string;
  readonly warehouse: string;
  readonly lines: readonly TruthLine[];
  readonly releases: readonly TruthRelease[];
}

interface TruthInvoice {
  readonly number: string;
  readonly order: string;
  readonly release: number;
  readonly company: string;
  readonly customer: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly total: string;
  readonly paid: string;
  readonly open: string;
}

const now = Date.parse('2026-11-23T12:00:00Z');
const options = { clock: { now: () => now, monotonic: () => now } };
const COMPANY: Readonly<Record<string, string>> = { '1': 'TIDE', '2': 'WEST' };
const LOCATION: Readonly<Record<string, number>> = { MAIN: 100, CHI: 200, '300': 300, ATL: 400, DAL: 500, DEN: 600 };

const twoDigits = (value: number): string => String(value).padStart(2, '0');
const ticketOf = (order: string, release: number): number => Number(`4${order}${twoDigits(release)}`);
const invoiceOf = (order: string, release: number): string => `7${order}${twoDigits(release)}`;
/** JSON numbers of these tables are small enough for doubles; the digits have a spec of their own. */
const same = (cell: unknown, decimal: string): boolean => compareDecimals(String(cell), decimal) === 0;

describe('documents of P21', () => {
  let p21: P21Client;
  let orders: readonly TruthOrder[];

  beforeAll(async () => {
    p21 = await startP21({}, options);
    orders = (await p21.control<{ items: TruthOrder[] }>('truth/orders')).items;
  });
  afterAll(() => p21.stop());

  const pick = (is: (order: TruthOrder) => boolean): TruthOrder => {
    const found = orders.find(is);
    if (found === undefined) throw new Error('the world has no such order');
    return found;
  };
  const lines = (order: TruthOrder): Promise<readonly Json[]> =>
    p21.rows('view/p21_view_oe_line', { $filter: `order_no eq '${order.number}'`, $orderby: 'line_no' });
  const visible = async (order: TruthOrder): Promise<readonly Json[]> =>
    (await lines(order)).filter((row) => row['parent_oe_line_uid'] === 0);

  describe('orders', () => {
    it('of a customer come newest first and by the page, from the table as from the view', async () => {
      const { customer, company } = orders[0] as TruthOrder;
      const wanted = orders.filter((order) => order.customer === customer && order.company === company);
      const query = {
        $filter: `company_id eq '${COMPANY[company]}' and customer_id eq ${customer} and order_date ge 2023-01-01 and delete_flag eq 'N'`,
        $orderby: 'order_date desc,order_no desc',
        $top: '50',
        $skip: '0',
      };
      for (const path of ['table/oe_hdr', 'view/p21_view_oe_hdr']) {
        const rows = await p21.rows(path, query);
        expect(rows.map((row) => row['order_no'])).toEqual(
          wanted
            .toSorted((left, right) =>
              `${right.orderedOn}${right.number}`.localeCompare(`${left.orderedOn}${left.number}`),
            )
            .slice(0, 50)
            .map(({ number }) => number),
        );
      }
    });

    it('say in flags what state they are in, and in no word', async () => {
      const flagsOf = async (status: string, kind = 'order'): Promise<readonly unknown[]> => {
        const { number } = pick((order) => order.status === status && order.kind === kind);
        const [row] = await p21.rows('table/oe_hdr', { $filter: `order_no eq '${number}'` });
        return ['rma_flag', 'projected_order', 'cancel_flag', 'completed', 'approved'].map((name) => row?.[name]);
      };
      expect(await flagsOf('quote', 'quote')).toEqual(['N', 'Y', 'N', 'N', 'Y']);
      expect(await flagsOf('cancelled')).toEqual(['N', 'N', 'Y', 'Y', 'Y']);
      expect(await flagsOf('closed')).toEqual(['N', 'N', 'N', 'Y', 'Y']);
      expect(await flagsOf('open')).toEqual(['N', 'N', 'N', 'N', 'Y']);
      expect(await flagsOf('on-hold')).toEqual(['N', 'N', 'N', 'N', 'N']);
      expect(await flagsOf('closed', 'return')).toEqual(['Y', 'N', 'N', 'Y', 'Y']);
    });

    it('go to an address of the address book', async () => {
      const order = pick(({ shipTo }) => shipTo !== null);
      const [row] = await p21.rows('table/oe_hdr', { $filter: `order_no eq '${order.number}'` });
      const [address] = await p21.rows('view/p21_view_address', { $filter: `id eq ${row?.['address_id']}` });
      expect([address?.['name'], address?.['phys_address1']]).toEqual([row?.['ship2_name'], row?.['ship2_add1']]);
      const [shipTo] = await p21.rows('view/p21_view_es_ship_to', { $filter: `ship_to_id eq ${row?.['address_id']}` });
      expect(shipTo).toMatchObject({ customer_id: Number(order.customer), ship_to_name: row?.['ship2_name'] });
      expect(row?.['location_id']).toBe(LOCATION[order.warehouse]);
    });

    it('stand in the sweep view too, with one row per order, or on some sites per line', async () => {
      const order = pick(({ lines: { length } }) => length > 1);
      const $filter = `order_no eq '${order.number}'`;
      const [row, ...others] = await p21.rows('view/p21_view_es_sales_order', { $filter });
      expect([row?.['unique_id'], others]).toEqual([order.number, []]);
      const perLine = await startP21({ esSalesOrderRows: 'line', kitEvery: 0 }, options);
      const rows = await perLine.rows('view/p21_view_es_sales_order', { $filter });
      await perLine.stop();
      expect(rows.map((found) => found['unique_id'])).toEqual(
        order.lines.map(({ lineNo }) => `${order.number}--${lineNo}`),
      );
    });
  });

  describe('order lines', () => {
    it('hold what was ordered in base units, beside what the line says in its own', async () => {
      for (const order of [pick((one) => one.lines.some(({ unitFactor }) => unitFactor > 1)), ...orders.slice(0, 40)]) {
        const rows = await visible(order);
        expect(rows.map((row) => [row['line_no'], row['item_id'], row['unit_of_measure']])).toEqual(
          order.lines.map((line) => [line.lineNo, line.item, line.unit]),
        );
        for (const [at, line] of order.lines.entries()) {
          const row = rows[at];
          const inBase = (value: string): string => multiplyDecimals(value, String(line.unitFactor));
          expect(same(row?.['unit_quantity'], line.ordered)).toBe(true);
          expect(same(row?.['qty_ordered'], inBase(line.ordered))).toBe(true);
          expect(same(row?.['qty_invoiced'], inBase(line.shipped))).toBe(true);
          expect(same(row?.['extended_price'], line.total)).toBe(true);
          expect(same(row?.['unit_price'], line.unitPrice)).toBe(true);
        }
      }
    });

    it('add up: ordered is invoiced, allocated, cancelled and back-ordered', async () => {
      const order = pick(({ lines: found }) => found.some(({ backordered }) => compareDecimals(backordered, '0') > 0));
      for (const [at, row] of (await visible(order)).entries()) {
        const line = order.lines[at] as TruthLine;
        const taken = ['qty_invoiced', 'qty_allocated', 'qty_canceled'].map((name) => String(row[name]));
        const rest = subtractDecimals(String(row['qty_ordered']), sumDecimals(taken));
        expect(same(rest, multiplyDecimals(line.backordered, String(line.unitFactor)))).toBe(true);
        expect(row['disposition']).toBe(compareDecimals(line.backordered, '0') > 0 ? 'B' : null);
      }
    });

    it('have a text id only in the view', async () => {
      const [row] = await p21.rows('table/oe_line', { $top: '1' });
      expect(row).not.toHaveProperty('item_id');
      expect((await p21.odata('table/oe_line', { $select: 'item_id' })).status).toBe(404);
      const [item] = await p21.rows('table/inv_mast', { $filter: `inv_mast_uid eq ${row?.['inv_mast_uid']}` });
      const [seen] = await p21.rows('view/p21_view_oe_line', { $filter: `oe_line_uid eq ${row?.['oe_line_uid']}` });
      expect(seen?.['item_id']).toBe(item?.['item_id']);
    });

    it('of a kit bring its components as lines of their own', async () => {
      const [component] = await p21.rows('view/p21_view_oe_line', { $filter: 'parent_oe_line_uid ne 0', $top: '1' });
      const all = await p21.rows('view/p21_view_oe_line', {
        $filter: `order_no eq '${String(component?.['order_no'])}'`,
      });
      const kit = all.find((row) => row['oe_line_uid'] === component?.['parent_oe_line_uid']);
      expect(kit?.['parent_oe_line_uid']).toBe(0);
      expect(all.filter((row) => row['parent_oe_line_uid'] === kit?.['oe_line_uid'])).toHaveLength(2);
      expect(component?.['extended_price']).toBe(0);
      const order = pick(({ number }) => number === kit?.['order_no']);
      const shown = all.filter((row) => row['parent_oe_line_uid'] === 0);
      expect(shown).toHaveLength(order.lines.length);
    });

    it('are found by the order’s uid as by its number', async () => {
      const [header] = await p21.rows('table/oe_hdr', { $top: '1' });
      const byUid = await p21.rows('table/oe_line', { $filter: `oe_hdr_uid eq ${header?.['oe_hdr_uid']}` });
      const byNumber = await p21.rows('table/oe_line', { $filter: `order_no eq '${String(header?.['order_no'])}'` });
      expect(byUid).toEqual(byNumber);
      expect(byUid.length).toBeGreaterThan(0);
    });
  });

  describe('pick tickets', () => {
    const tickets = (order: TruthOrder): Promise<readonly Json[]> =>
      p21.rows('view/p21_view_oe_pick_ticket', { $filter: `order_no eq '${order.number}'` });

    it('are one for each release that was picked, with a ship date once it left', async () => {
      for (const order of orders.filter(({ releases }) => releases.length > 1).slice(0, 20)) {
        const picked = order.releases.filter(({ pickedOn }) => pickedOn !== null);
        expect(
          (await tickets(order)).map((row) => [row['pick_ticket_no'], row['ship_date'] === null, row['invoice_no']]),
        ).toEqual(
          picked.map((release) => [
            ticketOf(order.number, release.index),
            release.shippedOn === null,
            release.invoice === null ? null : invoiceOf(order.number, release.index),
          ]),
        );
      }
    });

    it('have no row for what only waits, and a deleted one for what was cancelled after picking', async () => {
      expect(await tickets(pick(({ status }) => status === 'open'))).toEqual([]);
      const picked = pick(({ status }) => status === 'picked');
      await p21.control('change', { kind: 'order', order: picked.number, status: 'cancelled' });
      const [row] = await tickets(picked);
      expect([row?.['delete_flag'], row?.['ship_date']]).toEqual(['Y', null]);
    });

    it('hold one tracking number each; the shipping system’s table holds all of them', async () => {
      const order = pick(({ releases }) => releases.some(({ trackingNumbers }) => trackingNumbers.length > 1));
      const release = order.releases.find(({ trackingNumbers }) => trackingNumbers.length > 1) as TruthRelease;
      const $filter = `pick_ticket_no eq ${ticketOf(order.number, release.index)}`;
      const [ticket] = await p21.rows('view/p21_view_oe_pick_ticket', { $filter });
      expect(ticket?.['tracking_no']).toBe(release.trackingNumbers[0]);
      const packages = await p21.rows('table/clippership_return_10004', { $filter });
      expect(packages.map((row) => row['tracking'])).toEqual(release.trackingNumbers);
      const [carrier] = await p21.rows('view/p21_view_address', { $filter: `id eq ${ticket?.['carrier_id']}` });
      expect(String(carrier?.['name'])).not.toBe('');
    });

    it('lead from their lines to those of the order', async () => {
      const order = pick(({ releases }) => releases.length > 1 && releases[0]?.shippedOn !== null);
      const release = order.releases[0] as TruthRelease;
      const $filter = `pick_ticket_no eq ${ticketOf(order.number, 0)}`;
      for (const view of ['p21_view_oe_pick_ticket_detail', 'p21_view_es_pick_ticket_line']) {
        const rows = await p21.rows(`view/${view}`, { $filter });
        expect(rows.map((row) => row['oe_line_no'])).toEqual(release.lines.map(({ lineNo }) => lineNo));
        for (const [at, line] of release.lines.entries()) {
          const factor = String(order.lines.find(({ lineNo }) => lineNo === line.lineNo)?.unitFactor);
          expect(same(rows[at]?.['ship_quantity'], multiplyDecimals(line.shipped, factor))).toBe(true);
        }
      }
      const [header] = await p21.rows('view/p21_view_es_pick_ticket_hdr', { $filter });
      expect(header).toMatchObject({ unique_id: String(ticketOf(order.number, 0)), order_no: order.number });
    });

    it('name their invoice differently in the base table', async () => {
      const [row] = await p21.rows('table/oe_pick_ticket', { $filter: 'invoice_id_when_shipped ne null', $top: '1' });
      expect(row).not.toHaveProperty('invoice_no');
      expect((await p21.odata('view/p21_view_oe_pick_ticket', { $select: 'invoice_id_when_shipped' })).status).toBe(
        404,
      );
    });
  });

  describe('invoices', () => {
    it('equal the world’s: numbers, dates, total, and what is left of it', async () => {
      const { items } = await p21.control<{ items: readonly TruthInvoice[] }>('truth/invoices?company=1&open=true');
      const rows = await p21.rows('table/invoice_hdr', {
        $filter: "paid_in_full_flag eq 'N' and company_no eq 'TIDE'",
        $orderby: 'invoice_no',
      });
      const wanted = items.toSorted((left, right) => left.number.localeCompare(right.number));
      expect(
        rows.map((row) => [
          row['invoice_no'],
          String(row['invoice_date']).slice(0, 10),
          String(row['net_due_date']).slice(0, 10),
        ]),
      ).toEqual(wanted.map(({ order, release, issuedOn, dueOn }) => [invoiceOf(order, release), issuedOn, dueOn]));
      const left = await p21.rows('view/p21_invoice_amt_remaining_view', {
        $filter: "company_no eq 'TIDE' and amt_remaining ne 0",
        $orderby: 'invoice_no',
      });
      for (const [at, row] of rows.entries()) {
        const open = subtractDecimals(String(row['total_amount']), String(row['amount_paid']));
        expect(same(open, wanted[at]?.open ?? '')).toBe(true);
        expect(same(left[at]?.['amt_remaining'], wanted[at]?.open ?? '')).toBe(true);
      }
      expect(left).toHaveLength(rows.length);
    });

    it('of a return are credit memos, below zero and of another type', async () => {
      const order = pick(({ kind, releases }) => kind === 'return' && releases[0]?.invoice != null);
      const [row] = await p21.rows('table/invoice_hdr', { $filter: `order_no eq '${order.number}'` });
      expect(row?.['invoice_type']).toBe('CM');
      expect(Number(row?.['total_amount'])).toBeLessThan(0);
    });

    it('have lines that add up to them', async () => {
      for (const invoice of await p21.rows('table/invoice_hdr', { $top: '30', $skip: '100', $orderby: 'invoice_no' })) {
        const found = await p21.rows('table/invoice_line', {
          $filter: `invoice_no eq '${String(invoice['invoice_no'])}'`,
        });
        const sum = found.reduce((total, row) => addDecimals(total, String(row['extended_price'])), '0');
        expect(same(sum, String(invoice['total_amount']))).toBe(true);
      }
    });

    it('are as many over a customer’s number in text as over its orders', async () => {
      const { items } = await p21.control<{ items: readonly TruthInvoice[] }>('truth/invoices?customer=1001');
      expect(await p21.rows('table/invoice_hdr', { $filter: "customer_id eq '1001'" })).toHaveLength(items.length);
    });

    it('may stay open for less than half a cent', async () => {
      const rounding = await startP21({ roundingRests: 'some' }, options);
      const rows = await rounding.rows('table/invoice_hdr', { $filter: "paid_in_full_flag eq 'N'" });
      await rounding.stop();
      const rests = rows.map((row) => Number(row['total_amount']) - Number(row['amount_paid']));
      expect(rests.filter((rest) => rest !== 0 && Math.abs(rest) < 0.005).length).toBeGreaterThan(0);
    });
  });

  it('name columns and types differently on other sites', async () => {
    const other = await startP21(
      { creditMemoType: 'CR', remainingAmountColumn: 'amount_remaining', clipperTrackingColumn: 'tracking_no' },
      options,
    );
    const types = await other.rows('table/invoice_hdr', { $filter: "invoice_type eq 'CR'", $top: '1' });
    const open = await other.rows('view/p21_invoice_amt_remaining_view', {
      $filter: 'amount_remaining gt 0',
      $top: '1',
    });
    const packages = await other.rows('table/clippership_return_10004', { $filter: 'tracking_no ne null', $top: '1' });
    const { status } = await other.odata('table/clippership_return_10004', { $select: 'tracking' });
    await other.stop();
    expect([types.length, open.length, packages.length, status]).toEqual([1, 1, 1, 404]);
  });

  it('count in the line’s own unit, and only what was billed, on other sites', async () => {
    const other = await startP21({ lineQuantities: 'line', invoicedQuantity: 'at-invoicing', kitEvery: 0 }, options);
    const boxed = pick(({ lines: found }) => found.some(({ unitFactor }) => unitFactor > 1));
    const rows = await other.rows('view/p21_view_oe_line', { $filter: `order_no eq '${boxed.number}'` });
    expect(rows.every((row) => row['qty_ordered'] === row['unit_quantity'])).toBe(true);
    const shipped = pick(({ status, kind }) => status === 'shipped' && kind === 'order');
    const unbilled = await other.rows('view/p21_view_oe_line', { $filter: `order_no eq '${shipped.number}'` });
    const here = await visible(shipped);
    await other.stop();
    expect(unbilled.some((row) => row['qty_invoiced'] === 0 && row['qty_on_pick_tickets'] !== 0)).toBe(true);
    expect(here.every((row) => row['qty_on_pick_tickets'] === 0)).toBe(true);
  });
});
