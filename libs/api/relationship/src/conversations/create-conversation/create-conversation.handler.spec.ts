import { newId } from '@headwater/kernel';
import { ConversationsInMemory } from '../../testing/conversations-in-memory';
import { someoneAs } from '../../testing/people';
import { UpdateConversationCommand } from '../update-conversation/update-conversation.command';
import { UpdateConversationHandler } from '../update-conversation/update-conversation.handler';
import { DeleteConversationCommand } from '../delete-conversation/delete-conversation.command';
import { DeleteConversationHandler } from '../delete-conversation/delete-conversation.handler';
import { CreateConversationCommand } from './create-conversation.command';
import { CreateConversationHandler } from './create-conversation.handler';

const NOW = '2026-11-23T09:14:03.120Z';
const clock = { now: () => Date.parse(NOW), monotonic: () => 0 };
const conversations = new ConversationsInMemory();
const creating = new CreateConversationHandler(conversations, clock);
const updating = new UpdateConversationHandler(conversations, clock);
const deleting = new DeleteConversationHandler(conversations);
const rep = someoneAs('rep');
const note = { accountId: newId(), body: 'Called.' };

const write = (actor = rep, more: { readonly occurredAt?: string } = {}) =>
  creating.execute(new CreateConversationCommand(actor, { ...note, ...more }));

describe('a note', () => {
  it('is by whoever writes it, and of now unless another moment is named', async () => {
    expect(await write()).toMatchObject({ ...note, kind: 'note', authorId: rep.id, occurredAt: NOW });
    const earlier = '2026-11-20T08:00:00Z';
    expect(await write(rep, { occurredAt: earlier })).toMatchObject({ occurredAt: earlier });
  });

  it('does not tell of the future', async () => {
    const tomorrow = '2026-11-24T09:00:00Z';
    await expect(write(rep, { occurredAt: tomorrow })).rejects.toMatchObject({ errors: [{ field: 'occurredAt' }] });
    const written = await write();
    const change = new UpdateConversationCommand(rep, written, { occurredAt: tomorrow });
    await expect(updating.execute(change)).rejects.toMatchObject({ errors: [{ field: 'occurredAt' }] });
  });

  it('is not written by the service desk', async () => {
    await expect(write(someoneAs('service-desk'))).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is changed and deleted by its author, and not by another rep', async () => {
    const written = await write();
    const another = someoneAs('rep');
    const change = { body: 'Called twice.' };
    const forbidden = { code: 'forbidden' };
    await expect(updating.execute(new UpdateConversationCommand(another, written, change))).rejects.toMatchObject(
      forbidden,
    );
    await expect(deleting.execute(new DeleteConversationCommand(another, written))).rejects.toMatchObject(forbidden);
    const changed = await updating.execute(new UpdateConversationCommand(rep, written, change));
    expect(changed).toMatchObject({ ...change, occurredAt: NOW, version: 2 });
    await deleting.execute(new DeleteConversationCommand(rep, changed));
    expect(await conversations.find(written.id)).toBeUndefined();
  });
});
