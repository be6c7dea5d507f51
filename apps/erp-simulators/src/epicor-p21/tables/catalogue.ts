import type { P21Options } from '../options';
import { address, addressView, contacts, esShipTo, shipToTable } from './addresses';
import { currencyHdr } from './currencies';
import { CUSTOMER_TABLES, customerSalesrep, esCustomer } from './customers';
import { ES_SALES_ORDERS } from './es-sales-orders';
import { amountRemainingView, invoiceHdr, invoiceLine } from './invoices';
import { esItem, inventorySupplier, invMast, invXref, itemUom } from './items';
import { oeLine, oeLineView } from './order-lines';
import { oeHdr, oeHdrView } from './orders';
import {
  clipperShipReturn,
  esPickTicketHdr,
  esPickTicketLine,
  oePickTicket,
  oePickTicketDetailView,
  oePickTicketView,
} from './pick-tickets';
import { pricePage } from './price-pages';
import { bin, company, siteTables, supplier, terms } from './reference';
import { invLoc, invLocStockStatus, location } from './stock';
import { withoutColumns, type P21Table, type Surface } from './table';

const ALWAYS: readonly P21Table[] = [
  oeHdr,
  oeHdrView,
  oeLine,
  oeLineView,
  oePickTicket,
  oePickTicketView,
  oePickTicketDetailView,
  esPickTicketHdr,
  esPickTicketLine,
  invoiceHdr,
  invoiceLine,
  invMast,
  itemUom,
  invXref,
  esItem,
  inventorySupplier,
  invLoc,
  invLocStockStatus,
  location,
  esCustomer,
  customerSalesrep,
  address,
  addressView,
  contacts,
  esShipTo,
  shipToTable,
  pricePage,
  company,
  terms,
  supplier,
  currencyHdr,
  bin,
];

type TableChoices = Pick<
  P21Options,
  | 'customerCurrency'
  | 'esSalesOrderRows'
  | 'remainingAmountColumn'
  | 'clipperTrackingColumn'
  | 'extraTables'
  | 'missingTables'
  | 'missingColumns'
>;

/** Tables and views of one installation. */
export class Catalogue {
  private readonly byPath: ReadonlyMap<string, P21Table>;

  constructor(options: TableChoices) {
    const missing = new Set(options.missingColumns);
    const tables = [
      ...ALWAYS,
      CUSTOMER_TABLES[options.customerCurrency],
      ES_SALES_ORDERS[options.esSalesOrderRows],
      amountRemainingView(options.remainingAmountColumn),
      clipperShipReturn(options.clipperTrackingColumn),
      ...siteTables(options.extraTables),
    ];
    const present = tables.filter(({ name }) => !options.missingTables.includes(name));
    this.byPath = new Map(present.map((table) => [`${table.surface}/${table.name}`, withoutColumns(table, missing)]));
  }

  find(surface: Surface, name: string): P21Table | undefined {
    return this.byPath.get(`${surface}/${name}`);
  }

  of(surface: Surface): readonly P21Table[] {
    return [...this.byPath.values()].filter((table) => table.surface === surface);
  }
}

/** Every table and view P21 shows by default, as an API console's allow-list names them. */
export function everyTable(choices: TableChoices): readonly string[] {
  const catalogue = new Catalogue(choices);
  return [...catalogue.of('table'), ...catalogue.of('view')].map(({ name }) => name);
}
