import { inject, type Signal } from '@angular/core';
import type { SalesOrderDetailView, ShipmentView } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { concernsOrder, ErpReadsApi } from '@headwater/web/data-access';
import { type LiveAnswer, liveAnswer } from '../live-answer/live-answer';

export interface OrderAddress {
  readonly connectionId: string;
  readonly number: string;
}

export interface OrderReading {
  readonly order: LiveAnswer<SalesOrderDetailView>;
  readonly shipments: LiveAnswer<Page<ShipmentView>>;
}

/**
 * An order and its shipments, asked side by side, and again whenever the ERP reports a change of it.
 * Needs an injection context and lasts as long as it.
 */
export function readOrder(address: Signal<OrderAddress | undefined>): OrderReading {
  const reads = inject(ErpReadsApi);
  return {
    order: liveAnswer(
      address,
      (asked, recency) => reads.order(asked.connectionId, asked.number, recency),
      concernsOrder,
    ),
    shipments: liveAnswer(
      address,
      (asked, recency) => reads.shipmentsOfOrder(asked.connectionId, asked.number, recency),
      concernsOrder,
    ),
  };
}
