import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import {
  type ErpAnswer,
  type ErpOperation,
  formatItemList,
  formatPriceQuestions,
  type PriceQuestion,
  type Section,
  type ViewOf,
} from '@headwater/erp-contracts';
import type { Observable } from 'rxjs';
import { ConnectionDirectory } from '../connections/connection-directory';
import { queryParams } from '../http/query-params';
import { sectionOf } from './section-of';

/** Longer than any deadline of the API, so that the API's own answer comes first. */
const PATIENCE_MS = 20_000;

interface SearchRequest {
  readonly q: string;
  readonly customer?: string | undefined;
  readonly limit?: number | undefined;
}

interface OrderListRequest {
  readonly customer?: string | undefined;
  readonly customerPo?: string | undefined;
  readonly limit?: number | undefined;
}

interface PriceRequest {
  readonly customer: string;
  readonly shipTo?: string | undefined;
  readonly warehouse?: string | undefined;
  readonly items: readonly PriceQuestion[];
}

/** How urgently the ERP itself is asked. */
export type Recency = 'cache-allowed' | 'past-the-cache';

export type SectionStream<O extends ErpOperation> = Observable<Section<ViewOf<O>>>;

/**
 * One ERP read per method, answered as a section: failure, unsupported and hidden are states of the answer.
 * The streams never error, emit once, and cancel their request when left.
 */
@Injectable({ providedIn: 'root' })
export class ErpReadsApi {
  readonly #http = inject(HttpClient);
  readonly #directory = inject(ConnectionDirectory);

  searchCustomers(connectionId: string, request: SearchRequest): SectionStream<'customers.search'> {
    return this.#read(connectionId, 'customers', { ...request });
  }

  /** Shipments with this number of a carrier's. */
  shipmentsByTracking(connectionId: string, trackingNumber: string, limit: number): SectionStream<'shipments.list'> {
    return this.#read(connectionId, 'shipments', { trackingNumber, limit });
  }

  searchItems(connectionId: string, request: SearchRequest): SectionStream<'items.search'> {
    return this.#read(connectionId, 'items', { ...request });
  }

  availability(
    connectionId: string,
    items: readonly string[],
    recency: Recency = 'cache-allowed',
  ): SectionStream<'availability.list'> {
    return this.#read(connectionId, 'availability', { items: formatItemList(items), ...freshParam(recency) });
  }

  prices(
    connectionId: string,
    request: PriceRequest,
    recency: Recency = 'cache-allowed',
  ): SectionStream<'prices.quote'> {
    const { items, ...rest } = request;
    const asked = { ...rest, items: formatPriceQuestions(items) };
    return this.#read(connectionId, 'prices', { ...asked, ...freshParam(recency) });
  }

  orders(connectionId: string, request: OrderListRequest): SectionStream<'orders.list'> {
    return this.#read(connectionId, 'orders', { ...request });
  }

  order(connectionId: string, number: string, recency: Recency = 'cache-allowed'): SectionStream<'orders.get'> {
    return this.#read(connectionId, `orders/${encodeURIComponent(number)}`, freshParam(recency));
  }

  shipmentsOfOrder(
    connectionId: string,
    order: string,
    recency: Recency = 'cache-allowed',
  ): SectionStream<'shipments.list'> {
    return this.#read(connectionId, 'shipments', { order, ...freshParam(recency) });
  }

  #read<T>(
    connectionId: string,
    path: string,
    params: Readonly<Record<string, string | number | boolean | undefined>>,
  ): Observable<Section<T>> {
    const url = `/api/erp/connections/${encodeURIComponent(connectionId)}/${path}`;
    return sectionOf(
      this.#http.get<ErpAnswer<T>>(url, { params: queryParams(params), timeout: PATIENCE_MS }),
      this.#directory.sourceOf(connectionId),
    );
  }
}

function freshParam(recency: Recency): { readonly fresh?: true } {
  return recency === 'past-the-cache' ? { fresh: true } : {};
}
