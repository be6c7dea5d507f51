import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { DateText, Icon } from '@headwater/web/ui';
import { mdiCheck } from '@mdi/js';
import type { JourneyStage, JourneyStep } from './journey';

const WORDS: { readonly [S in JourneyStage]: string } = {
  entered: 'Entered',
  picked: 'Picked',
  shipped: 'Shipped',
  delivered: 'Delivered',
};

/** Entered → picked → shipped → delivered, with how far it is and when. */
@Component({
  selector: 'hw-journey-steps',
  imports: [DateText, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ol>
      @for (step of steps(); track step.stage) {
        <li [attr.data-reached]="step.reached">
          <span class="dot" aria-hidden="true">
            @if (step.reached === 'yes') {
              <hw-icon [path]="doneIcon" />
            }
          </span>
          <span class="words">
            <span class="stage">{{ words[step.stage] }}</span>
            <span class="hw-sr-only">{{ step.reached === 'yes' ? ': done' : ': not yet' }}</span>
            @if (step.on; as day) {
              <hw-date class="day" [value]="day" />
            }
          </span>
        </li>
      }
    </ol>
  `,
  styleUrl: './journey-steps.scss',
})
export class JourneySteps {
  readonly steps = input.required<readonly JourneyStep[]>();
  protected readonly words = WORDS;
  protected readonly doneIcon = mdiCheck;
}
