import { exact } from '../../json';
import type { TableRows } from './table';

/** Other names of products: `c` rows lead from a customer's part number to the product, `s` rows to a substitute. */
export const icsec: TableRows = ({ world, company, pinned }) => {
  const cono = Number(company);
  const customers = [...(pinned('custno') ?? world.customers.all(company).map((customer) => customer.number))];
  const ofCustomers = customers.flatMap((number) =>
    world.items
      .partsOf(number)
      .map(({ customer, part, item }) => ({ cono, rectype: 'c', custno: exact(customer), prod: part, altprod: item })),
  );
  if (pinned('custno') !== undefined) return ofCustomers;
  const substitutes = world.items
    .all()
    .flatMap((item) =>
      item.substitutes.map((other) => ({ cono, rectype: 's', custno: exact('0'), prod: item.number, altprod: other })),
    );
  return [...ofCustomers, ...substitutes];
};
