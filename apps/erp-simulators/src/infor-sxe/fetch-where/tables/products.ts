import { WAREHOUSES } from '../../../world/organisation';
import { typedQuantities } from '../../calls/warehouse-product';
import { exact } from '../../json';
import { chosen, columns, type TableRows } from './table';

/** Products. */
export const icsp: TableRows = ({ world, company, pinned }) =>
  chosen(
    pinned('prod'),
    (number) => world.items.get(number),
    () => world.items.all(),
  ).map((item) => ({
    cono: Number(company),
    prod: item.number,
    descrip: columns([item.description, item.description2], 2),
    lookupnm: item.description.toUpperCase().slice(0, 15),
    prodcat: item.category,
    unitstock: item.unit,
    unitsell: item.sellingUnit,
    statustype: item.active ? 'A' : 'I',
    enterdt: item.createdOn,
    weight: exact('1'),
  }));

/** Products per warehouse: where stock is. */
export const icsw: TableRows = ({ world, company, pinned }) =>
  chosen(
    pinned('prod'),
    (number) => world.items.get(number),
    () => world.items.all(),
  ).flatMap((item) =>
    world.stock.ofItem(item.number).map((level) => ({
      cono: Number(company),
      prod: level.item,
      whse: level.warehouse,
      ...typedQuantities(level),
      listprice: exact(item.listPrice ?? '0'),
      avgcost: exact(item.cost),
      stndcost: exact(item.cost),
      vendprod: item.manufacturerPart,
      statustype: item.active ? 'S' : 'X',
      leadtmavg: 7,
    })),
  );

/** Warehouses. */
export const icsd: TableRows = ({ company }) =>
  WAREHOUSES.map(({ code, name, address, phone }) => ({
    cono: Number(company),
    whse: code,
    name,
    addr: columns(address.lines, 2),
    city: address.city,
    state: address.region,
    zipcd: address.postalCode,
    countrycd: address.country,
    phoneno: phone,
    salesfl: true,
  }));
