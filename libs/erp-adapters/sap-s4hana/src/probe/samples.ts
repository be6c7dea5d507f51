import { equalsText, parseVendor } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import { salesAreaSchema } from '../customers/customer.schema';
import { salesAreaShape } from '../customers/customer.shapes';
import { productKeySchema, SALES_DELIVERY_SHAPE } from '../items/item.shapes';
import { plainKey } from '../keys';
import { answered, type SapContext } from '../sap-s4hana.context';

/** The first customer of the sales area, to ask the other capabilities about. */
export async function sampleCustomer(context: SapContext, call: ErpCall): Promise<string> {
  const { salesOrganization, distributionChannel, division } = context.settings.area;
  const filter = {
    all: [
      equalsText('SalesOrganization', salesOrganization),
      equalsText('DistributionChannel', distributionChannel),
      equalsText('Division', division),
    ],
  };
  const what = 'sales areas';
  const question = { api: 'partners', shape: salesAreaShape([]), what, filter } as const;
  const [row] = await context.reads.first(question, 1, call);
  if (row === undefined) return nothingToTry();
  return plainKey(parseVendor(salesAreaSchema, row, answered(context, what)).Customer);
}

/** The first item the sales organization sells. */
export async function sampleItem(context: SapContext, call: ErpCall): Promise<string> {
  const { salesOrganization, distributionChannel } = context.settings.area;
  const filter = {
    all: [equalsText('ProductSalesOrg', salesOrganization), equalsText('ProductDistributionChnl', distributionChannel)],
  };
  const what = 'sales views of products';
  const question = { api: 'products', shape: SALES_DELIVERY_SHAPE, what, filter } as const;
  const [row] = await context.reads.first(question, 1, call);
  if (row === undefined) return nothingToTry();
  return plainKey(parseVendor(productKeySchema, row, answered(context, what)).Product);
}

function nothingToTry(): never {
  throw new ErpError('not-found', 'SAP S/4HANA has no customer or item to try this with.');
}
