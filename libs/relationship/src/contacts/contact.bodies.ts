import { IsEmail } from 'class-validator';
import { IsOwnedId } from '../fields/id.decorators';
import { OptionalLine, RequiredLine, together, WhenNamed } from '../fields/text.decorators';

const NAME = { called: 'A name', max: 200 };

const EmailAddress = () =>
  together(
    OptionalLine({ called: 'An e-mail address', max: 254 }),
    IsEmail({}, { message: 'An e-mail address looks like ann@acme.example.' }),
  );

class ContactFields {
  @OptionalLine({ called: 'A title', max: 100 })
  readonly title?: string | null;

  @EmailAddress()
  readonly email?: string | null;

  @OptionalLine({ called: 'A phone number', max: 40 })
  readonly phone?: string | null;
}

export class CreateContactBody extends ContactFields {
  @IsOwnedId('An account')
  readonly accountId!: string;

  @RequiredLine(NAME)
  readonly name!: string;
}

/** A contact stays with its account. */
export class UpdateContactBody extends ContactFields {
  @WhenNamed()
  @RequiredLine(NAME)
  readonly name?: string;
}
