import { randomUUID } from 'node:crypto';
import type { VendorNotice } from '../../simulator';
import { recordId, textOf } from '../edm/entity-set';
import type { EntitySet, PropertyShape, Row } from '../edm/schema';
import type { EdmValue } from '../edm/value';
import type { FscmOptions } from '../options';
import type { EventStamp } from './business-event';
import { vendorDate } from './vendor-date';

export type MessageName = 'Create' | 'Update';

export interface DataChange {
  readonly set: EntitySet;
  readonly row: Row;
  readonly message: MessageName;
  readonly stamp: EventStamp;
  readonly options: FscmOptions;
}

const ORGANIZATION = 'tidewell.crm.dynamics.com';
const NOBODY = '00000000-0000-0000-0000-000000000000';
const SIZE_EXCEEDED = 'x-ms-dynamics-msg-size-exceeded';

/** A change of one record, as Dataverse tells it: its RemoteExecutionContext as the body of a webhook. */
export function dataEvent(change: DataChange): VendorNotice {
  const { set, message, stamp, options } = change;
  const id = randomUUID();
  const correlation = randomUUID();
  const entity = prefixed(set.table, options);
  const frame = {
    BusinessEventId: `${set.table}_DataEvent_${message}`,
    BusinessUnitId: NOBODY,
    CorrelationId: correlation,
    Depth: 1,
    InitiatingUserId: NOBODY,
    MessageName: message,
    Mode: 1,
    OperationCreatedOn: vendorDate(stamp.now),
    OperationId: id,
    OrganizationName: ORGANIZATION,
    PrimaryEntityId: entityId(change),
    PrimaryEntityName: entity,
    RequestId: id,
    Stage: 50,
    UserId: NOBODY,
  };
  const whole = JSON.stringify({ ...frame, InputParameters: [{ key: 'Target', value: target(change, entity) }] });
  const isTooLarge = Buffer.byteLength(whole) > options.noticeLimitBytes;
  return {
    id,
    contentType: 'application/json; charset=utf-8',
    body: isTooLarge ? JSON.stringify(frame) : whole,
    headers: {
      'x-request-id': id,
      'x-ms-dynamics-organization': ORGANIZATION,
      'x-ms-dynamics-entity-name': entity,
      'x-ms-dynamics-request-name': message,
      'x-ms-correlation-request-id': correlation,
      ...(isTooLarge ? { [SIZE_EXCEEDED]: 'true' } : {}),
    },
  };
}

function target(change: DataChange, LogicalName: string): unknown {
  return {
    __type: 'Entity:http://schemas.microsoft.com/xrm/2011/Contracts',
    Attributes: attributes(change),
    EntityState: null,
    Id: entityId(change),
    LogicalName,
    RelatedEntities: [],
  };
}

/** Calculated columns tell nobody of their changes, and empty dates are left out. */
function attributes({ set, row, options }: DataChange): readonly unknown[] {
  return set.properties
    .filter(({ computed }) => computed !== true)
    .flatMap((property) => {
      const value = attributeValue(property, row.value(property.name));
      return value === undefined ? [] : [{ key: prefixed(property.name, options), value }];
    });
}

function attributeValue({ type }: PropertyShape, value: EdmValue): unknown {
  if (type !== 'Edm.DateTimeOffset') return value;
  const text = textOf(value);
  return text.startsWith('1900-01-01T') ? undefined : vendorDate(Date.parse(text));
}

/** Record id in the last twelve digits. */
function entityId({ set, row }: DataChange): string {
  const key = set.key.map((name) => textOf(row.value(name))).join('|');
  return `00001a2b-0000-0000-0000-${recordId(`${set.table}|${key}`).toString(16).padStart(12, '0')}`;
}

function prefixed(name: string, { dataEventPrefix }: FscmOptions): string {
  return dataEventPrefix === '' ? name : `${dataEventPrefix}${name.toLowerCase()}`;
}
