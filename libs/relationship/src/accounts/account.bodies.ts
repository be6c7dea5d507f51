import { IsUrl } from 'class-validator';
import { IsOwnedId } from '../fields/id.decorators';
import { OptionalLine, RequiredLine, together, WhenGiven, WhenNamed } from '../fields/text.decorators';

const NAME = { called: 'A name', max: 200 };

// Other schemes than http and https would run as code when someone clicks the link.
const Website = () =>
  together(
    OptionalLine({ called: 'A website', max: 500 }),
    IsUrl(
      { protocols: ['http', 'https'], require_protocol: true },
      { message: 'A website must be a full address, for example https://www.acme.example.' },
    ),
  );

/** The fields of an account that creating and changing it have in common. */
class AccountFields {
  @OptionalLine({ called: 'A phone number', max: 40 })
  readonly phone?: string | null;

  @Website()
  readonly website?: string | null;

  @OptionalLine({ called: 'An industry', max: 100 })
  readonly industry?: string | null;

  @OptionalLine({ called: 'A territory', max: 100 })
  readonly territory?: string | null;

  /** The creating user where absent on creation. */
  @WhenGiven()
  @IsOwnedId('An owner')
  readonly ownerId?: string | null;

  @WhenGiven()
  @IsOwnedId('A parent account')
  readonly parentId?: string | null;
}

export class CreateAccountBody extends AccountFields {
  @RequiredLine(NAME)
  readonly name!: string;
}

export class UpdateAccountBody extends AccountFields {
  @WhenNamed()
  @RequiredLine(NAME)
  readonly name?: string;
}
