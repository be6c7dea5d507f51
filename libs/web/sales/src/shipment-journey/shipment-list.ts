import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { SalesOrderView, ShipmentView } from '@headwater/erp-contracts';
import { DateText, QuantityText } from '@headwater/web/ui';
import { StatusLabel } from '../status-label/status-label';
import { isLate, journeyOfShipment } from './journey';
import { JourneySteps } from './journey-steps';
import { Tracking } from './tracking';

/** Every shipment of an order: how far it is, who carries it, and what is in it. */
@Component({
  selector: 'hw-shipment-list',
  imports: [DateText, JourneySteps, QuantityText, StatusLabel, Tracking],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './shipment-list.html',
  styleUrl: './shipment-list.scss',
})
export class ShipmentList {
  /** Whose shipments they are; without it the day it was entered is unknown. */
  readonly order = input.required<SalesOrderView | undefined>();
  readonly shipments = input.required<readonly ShipmentView[]>();

  protected readonly journeys = computed(() =>
    this.shipments().map((shipment) => ({
      shipment,
      late: isLate(shipment),
      steps: journeyOfShipment(shipment, this.order()),
    })),
  );
}
