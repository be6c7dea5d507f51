import type { Item, ItemUnit } from '../../world/model/item';
import { PRODUCT_TYPE } from '../edm/enums';
import { entitySet } from '../edm/entity-set';
import { decimal, symbol, text } from '../edm/properties';
import type { EntitySet } from '../edm/schema';
import type { FscmOptions } from '../options';
import { companyColumn } from './customers-in';
import { itemsIn, releasedItemsIn, type ItemSource } from './items-in';

interface NameSource {
  readonly item: Item;
  readonly language: string;
}

/** Products belong to the whole organisation: no `dataAreaId`. */
export function productTranslations(name: string, options: FscmOptions): EntitySet {
  return entitySet<NameSource>(
    {
      name,
      entity: name.replace(/s$/, ''),
      table: 'EcoResProductTranslationEntity',
      key: ['LanguageId', 'ProductNumber'],
      properties: [
        text('ProductNumber', ({ item }) => item.number),
        text('LanguageId', ({ language }) => language),
        text('ProductName', ({ item, language }) => nameIn(item, language, options)),
        text('Description', ({ item }) => item.description2),
      ],
      find: (scan) =>
        options.languages.flatMap((language) => itemsIn(scan, 'ProductNumber').map((item) => ({ item, language }))),
    },
    options,
  );
}

/** Names in the language of the system. */
export function allProducts(name: string, options: FscmOptions): EntitySet {
  return entitySet<Item>(
    {
      name,
      entity: name.replace(/s$/, ''),
      table: 'EcoResAllProductEntity',
      key: ['ProductNumber'],
      properties: [
        text('ProductNumber', ({ number }) => number),
        text('ProductName', ({ description }) => description),
        text('ProductSearchName', ({ description }) => description),
        text('ProductDescription', ({ description2 }) => description2),
        symbol('ProductType', PRODUCT_TYPE, () => 'Item'),
      ],
      find: (scan) => itemsIn(scan, 'ProductNumber'),
    },
    options,
  );
}

/** The world has names in one language; others are told from it by their tag. */
function nameIn({ description }: Item, language: string, { languages }: FscmOptions): string {
  return language === languages[0] ? description : `${description} (${language})`;
}

interface UnitSource {
  readonly item: Item;
  readonly unit: ItemUnit;
}

/** How many base units the other units of a product hold. */
export function unitConversions(name: string, options: FscmOptions): EntitySet {
  return entitySet<UnitSource>(
    {
      name,
      entity: name.replace(/s$/, ''),
      table: 'EcoResProductUnitConversionEntity',
      key: ['ProductNumber', 'FromUnitSymbol', 'ToUnitSymbol'],
      properties: [
        text('ProductNumber', ({ item }) => item.number),
        text('FromUnitSymbol', ({ unit }) => unit.unit),
        text('ToUnitSymbol', ({ item }) => item.unit),
        decimal('Factor', ({ unit }) => String(unit.factor)),
        decimal('Numerator', () => '1'),
        decimal('Denominator', () => '1'),
      ],
      find: (scan) =>
        itemsIn(scan, 'ProductNumber').flatMap((item) => item.units.slice(1).map((unit) => ({ item, unit }))),
    },
    options,
  );
}

interface ExternalSource extends ItemSource {
  readonly customer: string;
  readonly part: string;
}

/** What customers call items. */
export function externalItems(name: string, options: FscmOptions): EntitySet {
  return entitySet<ExternalSource>(
    {
      name,
      entity: name.replace('Descriptions', 'Description'),
      table: 'CustVendExternalItemDescriptionEntity',
      key: ['dataAreaId', 'CustomerAccountNumber', 'ItemNumber'],
      properties: [
        companyColumn(),
        text('CustomerAccountNumber', ({ customer }) => customer),
        text('ItemNumber', ({ item }) => item.number),
        text('ExternalItemNumber', ({ part }) => part),
        text('ExternalItemDescription', ({ item }) => item.description),
      ],
      find: (scan) =>
        releasedItemsIn(scan, 'ItemNumber').flatMap((source) =>
          scan.world.items
            .partsNaming(source.item.number)
            .filter(({ customer }) => scan.world.customers.get(customer, source.company) !== undefined)
            .map(({ customer, part }) => ({ ...source, customer, part })),
        ),
    },
    options,
  );
}
