import type { Books } from '../../books/books';
import { customerId, customerNumber } from '../../books/keys';
import { currencyName, entityDisplay } from '../../books/names';
import { agreedPrices, listedPrices, type ListedPrice } from '../../books/price-list';
import { CURRENCIES, CUSTOM_LEVEL } from '../../books/reference-lists';
import type { PriceContract } from '../../../world/model/price';
import { flagColumn, numberColumn, referenceColumn, table, textColumn, type Relation } from '../relation';
import { present } from './organisation-tables';

/** Price lists and agreements: what the pricing engine starts from, not what it comes to. */
export function priceTables(books: Books): readonly Relation[] {
  return [itemPriceTable(books), customerPricingTable(books)];
}

function itemPriceTable(books: Books): Relation {
  const { account } = books.options;
  return table<ListedPrice>({
    name: 'itemprice',
    columns: {
      item: referenceColumn(({ item }) => ({ id: books.idOfItem(item.number), name: item.number })),
      pricelevel: referenceColumn(({ level }) => level),
      pricelevelname: textColumn(({ level }) => level.name),
      currencypage: referenceColumn(({ currency }) => ({ id: currency.id, name: currencyName(currency, account) })),
      quantity: numberColumn(({ from }) => String(from)),
      price: numberColumn(({ price }) => price),
      isinactive: flagColumn(() => false),
    },
    rows: () => books.world.items.all().flatMap((item) => listedPrices(item, books)),
    lookups: { item: (id) => present(books.item(id)).flatMap((item) => listedPrices(item, books)) },
  });
}

function customerPricingTable(books: Books): Relation {
  const { world, options } = books;
  const known = (contract: PriceContract): boolean => books.customerNumbered(contract.customer) !== undefined;
  return table<PriceContract>({
    name: 'customeritempricing',
    columns: {
      customer: {
        ...numberColumn(({ customer }) => customerId(customer)),
        display: ({ customer }) => {
          const found = world.customers.get(customer);
          return found === undefined ? null : entityDisplay(found, options.account);
        },
      },
      item: referenceColumn(({ item }) => ({ id: books.idOfItem(item), name: item })),
      level: referenceColumn(() => CUSTOM_LEVEL),
      price: numberColumn(({ unitPrice }) => unitPrice),
      currency: referenceColumn(({ customer }) => {
        const currency = CURRENCIES.ofCode(world.customers.get(customer)?.currency ?? '');
        return { id: currency.id, name: currencyName(currency, options.account) };
      }),
    },
    rows: () => agreedPrices(books).filter(known),
    lookups: {
      customer: (id) =>
        agreedPrices(books).filter((contract) => contract.customer === customerNumber(id) && known(contract)),
    },
  });
}
