import type { ShipTo } from '../../world/model/party';
import { headerBag } from '../bag';
import { customerOf, limited, type CallHandler } from '../call';
import { table, type Fields } from '../envelope';

/** Version 4 of the call answers in version 3 of the table. Admins can hide ship-tos from it. */
export const shipToList: CallHandler = (call) => {
  const visible = customerOf(call).shipTos.filter((shipTo) => !call.options.hiddenShipTos.includes(shipTo.code));
  const { rows, flag } = limited(call, visible);
  const pairs = rows.map((shipTo, at) => ({
    name: `${shipTo.code}|whse`,
    value: shipTo.warehouse.padEnd(4),
    line: at + 1,
  }));
  return {
    ...table(`shiptolst${call.version > 1 ? `V${call.version - 1}` : ''}`, rows.map(toRow)),
    ...headerBag('shiptovaluepair', pairs),
    ...flag,
  };
};

function toRow({ code, name, address, active }: ShipTo): Fields {
  const [addr1 = '', addr2 = '', addr3 = ''] = address.lines;
  return {
    shipTo: code,
    name,
    addr1,
    addr2,
    addr3,
    city: address.city,
    state: address.region,
    zipCd: address.postalCode,
    countrycd: address.country,
    statusType: active,
  };
}
