import { IsIn } from 'class-validator';
import { IsOwnedId } from '../fields/id.decorators';
import { IsInstant } from '../fields/instant.decorators';
import { RequiredText, WhenGiven, WhenNamed } from '../fields/text.decorators';
import { CONVERSATION_KINDS, type ConversationKind } from './conversation';

export const MAX_NOTE_LENGTH = 10_000;

const NOTE = { called: 'A note', max: MAX_NOTE_LENGTH };

export class CreateConversationBody {
  @IsOwnedId('An account')
  readonly accountId!: string;

  /** `note` where absent. */
  @WhenNamed()
  @IsIn(CONVERSATION_KINDS, { message: `kind must be one of ${CONVERSATION_KINDS.join(', ')}.` })
  readonly kind?: ConversationKind;

  @RequiredText(NOTE)
  readonly body!: string;

  /** Now where absent. */
  @WhenGiven()
  @IsInstant('The moment it happened')
  readonly occurredAt?: string;
}

export class UpdateConversationBody {
  @WhenNamed()
  @RequiredText(NOTE)
  readonly body?: string;

  @WhenNamed()
  @IsInstant('The moment it happened')
  readonly occurredAt?: string;
}
