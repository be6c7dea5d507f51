import type { Books } from '../../books/books';
import { LOCATIONS } from '../../books/reference-lists';
import type { Transaction } from '../../books/transaction';
import { fulfilledOf, isClosed, itemLinesOf, type TransactionLine } from '../../books/transaction-lines';
import { unitOf } from '../../suiteql/tables/transaction-line-table';
import { field, valuesOf, type Field, type Subresource } from '../record-kind';
import { toEntry, toItem } from '../references';

type LineFields = readonly Field<TransactionLine>[];

/** The items of a document. Quantities and amounts are above zero here, whatever SuiteQL says. */
export function itemSublist(transaction: Transaction, books: Books): Subresource {
  const fields = [...lineFields(books), ...fieldsFor(transaction)];
  return {
    kind: 'sublist',
    name: 'item',
    lines: itemLinesOf(transaction).map((line) => ({ key: String(line.id), values: valuesOf(line, fields) })),
  };
}

function fieldsFor({ type, release }: Transaction): LineFields {
  if (type === 'ItemShip') return [orderLineField()];
  if (release !== null) return [orderLineField(), ...amountFields()];
  return type === 'Estimate' ? amountFields() : [...amountFields(), ...progressFields()];
}

function lineFields(books: Books): LineFields {
  const { options } = books;
  return [
    field('line', 'number', ({ id }) => String(id)),
    field('item', 'reference', ({ line }) => (line === null ? null : toItem(line.item, books))),
    field('description', 'string', ({ line }) => line?.description ?? null),
    field('quantity', 'number', ({ quantity }) => quantity),
    unitsField(books),
    ...(options.account.locations === 'multiple'
      ? [
          field<TransactionLine>('location', 'reference', ({ transaction }) =>
            toEntry('location', LOCATIONS.ofCode(transaction.order.warehouse)),
          ),
        ]
      : []),
  ];
}

/** Not confirmed whether a unit is a reference or a bare id. */
function unitsField(books: Books): Field<TransactionLine> {
  const bare = books.options.record.lineUnits === 'id';
  return field('units', bare ? 'string' : 'reference', (line) => {
    const unit = unitOf(line, books);
    if (unit === null) return null;
    return bare ? unit.id : { id: unit.id, refName: unit.name };
  });
}

function amountFields(): LineFields {
  return [
    field('rate', 'number', ({ line }) => line?.unitPrice ?? null),
    field('amount', 'number', ({ amount }) => amount),
  ];
}

function orderLineField(): Field<TransactionLine> {
  return field('orderLine', 'number', ({ line }) => (line === null ? null : String(line.lineNo)));
}

function progressFields(): LineFields {
  return [
    field('quantityFulfilled', 'number', (line) => fulfilledOf(line)?.shipped ?? null),
    field('quantityBilled', 'number', (line) => fulfilledOf(line)?.billed ?? null),
    field('quantityCommitted', 'number', (line) => fulfilledOf(line)?.committed ?? null),
    field('quantityBackOrdered', 'number', (line) => fulfilledOf(line)?.backordered ?? null),
    field('isClosed', 'boolean', isClosed),
    field('expectedShipDate', 'date', ({ line }) => line?.promisedOn ?? null),
  ];
}
