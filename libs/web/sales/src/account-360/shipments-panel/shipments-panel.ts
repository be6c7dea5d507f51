import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ShipmentView } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { DateText } from '@headwater/web/ui';
import { LinkedPanels } from '../../erp-sections/linked-panels';
import type { LinkedPanel } from '../../erp-sections/linked-section';
import { LinkedValue } from '../../erp-sections/linked-value';
import { isLate } from '../../shipment-journey/journey';
import { Tracking } from '../../shipment-journey/tracking';
import { StatusLabel } from '../../status-label/status-label';

/** The newest shipments of each linked customer, promised against actual. */
@Component({
  selector: 'hw-shipments-panel',
  imports: [LinkedPanels, LinkedValue, DateText, RouterLink, StatusLabel, Tracking],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './shipments-panel.html',
  styleUrl: '../panel-table.scss',
})
export class ShipmentsPanel {
  readonly panel = input.required<LinkedPanel<Page<ShipmentView>>>();
  readonly refresh = output();

  protected readonly isLate = isLate;
}
