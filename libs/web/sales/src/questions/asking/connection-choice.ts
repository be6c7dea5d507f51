import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Control, Field } from '@headwater/web/ui';
import type { AskedConnections } from './asked-connections';

/** Choose one ERP or ask all; not there where there is no choice. */
@Component({
  selector: 'hw-connection-choice',
  imports: [Control, Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (connections().able().length > 1) {
      <hw-field label="Ask" [markOptional]="false">
        <select #choice hwInput (change)="connections().choose(choice.value)">
          <option value="" [selected]="connections().chosen() === ''">All ERPs</option>
          @for (connection of connections().able(); track connection.id) {
            <option [value]="connection.id" [selected]="connections().chosen() === connection.id">
              {{ connection.name }}
            </option>
          }
        </select>
      </hw-field>
    }
  `,
})
export class ConnectionChoice {
  readonly connections = input.required<AskedConnections>();
}
