import type { HttpTestingController } from '@angular/common/http/testing';
import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Contact, Conversation } from '@headwater/relationship';
import { PROBLEM } from '../testing/sections.builder';
import { answer, refuse, requests, settle, webUnderTest } from '../testing/web-testing';
import { ContactsPanel } from './contacts-panel/contacts-panel';
import { TimelinePanel } from './timeline-panel/timeline-panel';

const ACCOUNT_ID = '97abb3e3-ee9e-492e-8107-5a0c34f44846';

const ANN: Contact = {
  id: 'c-1',
  accountId: ACCOUNT_ID,
  name: 'Ann Buyer',
  title: 'Purchasing',
  email: 'ann@acme.example',
  phone: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  version: 3,
};

function aNote(changes: Partial<Conversation> = {}): Conversation {
  return {
    id: 'n-1',
    accountId: ACCOUNT_ID,
    kind: 'note',
    body: 'Wants a quote',
    authorId: 'u-1',
    authorName: 'Robin Rep',
    occurredAt: '2026-11-20T10:00:00.000Z',
    createdAt: '2026-11-20T10:00:00.000Z',
    updatedAt: '2026-11-20T10:00:00.000Z',
    version: 1,
    ...changes,
  };
}

const page = (...items: readonly unknown[]) => ({
  items,
  nextCursor: null,
  count: { value: items.length, exact: true },
});

type FirstAnswer = (http: HttpTestingController) => Promise<void>;

async function panelOf(component: typeof ContactsPanel | typeof TimelinePanel, firstAnswer: FirstAnswer) {
  const { http } = webUnderTest();
  const fixture = TestBed.createComponent<unknown>(component, {
    bindings: [inputBinding('accountId', () => ACCOUNT_ID)],
  });
  const element = fixture.nativeElement as HTMLElement;
  document.body.append(element);
  await firstAnswer(http);
  const field = (name: string) => {
    const found = element.querySelector<HTMLInputElement | HTMLTextAreaElement>(name);
    if (found === null) throw new Error(`There is no ${name}.`);
    return found;
  };
  return {
    http,
    element,
    text: () => element.textContent?.replace(/\s+/g, ' ') ?? '',
    button: (name: string) => {
      const all = [...element.querySelectorAll('button')];
      const found = all.find((button) => (button.getAttribute('aria-label') ?? button.textContent).trim() === name);
      if (found === undefined) throw new Error(`There is no button ${name}.`);
      return found;
    },
    type: (name: string, text: string) => {
      field(name).value = text;
      field(name).dispatchEvent(new Event('input'));
    },
    submit: async () => {
      element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    },
  };
}

describe('the contacts of an account', () => {
  const open = (body: object = page(ANN)) => panelOf(ContactsPanel, (http) => answer(http, '/api/contacts', body));

  it('are read with ways to reach them', async () => {
    const { element, text } = await open();
    expect(text()).toContain('Ann Buyer');
    expect(element.querySelector('a')?.getAttribute('href')).toBe('mailto:ann@acme.example');
  });

  it('say that there is nobody only when the answer said so', async () => {
    expect((await open(page())).text()).toContain('Nobody yet.');
    TestBed.resetTestingModule();
    const failed = await panelOf(ContactsPanel, (http) => refuse(http, '/api/contacts', PROBLEM));
    expect(failed.text()).not.toContain('Nobody yet.');
    expect(failed.text()).toContain(PROBLEM.title);
  });

  it('are changed in place, for the version that was read', async () => {
    const contacts = await open();
    contacts.button('Edit Ann Buyer').click();
    await settle();
    expect(document.activeElement?.getAttribute('formcontrolname')).toBe('name');
    contacts.type('[formcontrolname=title]', 'Head of purchasing');
    await contacts.submit();
    const [request] = await requests(contacts.http, '/api/contacts/c-1');
    expect(request?.request.method).toBe('PATCH');
    expect(request?.request.headers.get('If-Match')).toBe('"3"');
    request?.flush({ ...ANN, title: 'Head of purchasing', version: 4 });
    await settle();
    expect(contacts.text()).toContain('Head of purchasing');
    expect(document.activeElement).toBe(contacts.button('Edit Ann Buyer'));
  });

  it('are checked by the rules of the API before anything is sent', async () => {
    const contacts = await open();
    contacts.button('Add').click();
    await settle();
    contacts.type('[formcontrolname=email]', 'not an address');
    await contacts.submit();
    expect(contacts.text()).toContain('A name must not be blank.');
    expect(contacts.text()).toContain('An e-mail address looks like');
    contacts.http.expectNone('/api/contacts');
  });

  it('keep what was typed and say why when saving failed', async () => {
    const contacts = await open();
    contacts.button('Add').click();
    await settle();
    contacts.type('[formcontrolname=name]', 'Bo');
    await contacts.submit();
    await refuse(contacts.http, '/api/contacts', PROBLEM);
    expect(contacts.text()).toContain(PROBLEM.title);
    expect(contacts.element.querySelector<HTMLInputElement>('[formcontrolname=name]')?.value).toBe('Bo');
  });
});

describe('the timeline of an account', () => {
  const open = (body: object = page(aNote())) =>
    panelOf(TimelinePanel, (http) => answer(http, '/api/conversations', body));

  it('shows a new note at once after it was saved, and empties the field', async () => {
    const timeline = await open();
    timeline.type('textarea', 'Sent the quote');
    await timeline.submit();
    const [request] = await requests(timeline.http, '/api/conversations');
    expect(request?.request.body).toEqual({ accountId: ACCOUNT_ID, body: 'Sent the quote' });
    request?.flush(aNote({ id: 'n-2', body: 'Sent the quote' }));
    await settle();
    const bodies = [...timeline.element.querySelectorAll('.body')].map((body) => body.textContent);
    expect(bodies).toEqual(['Sent the quote', 'Wants a quote']);
    expect(timeline.element.querySelector('textarea')?.value).toBe('');
  });

  it('never loses a note that could not be saved', async () => {
    const timeline = await open();
    timeline.type('textarea', 'Important');
    await timeline.submit();
    const [request] = await requests(timeline.http, '/api/conversations');
    request?.error(new ProgressEvent('error'), { status: 0 });
    await settle();
    expect(timeline.text()).toContain('Headwater cannot be reached');
    expect(timeline.element.querySelector('textarea')?.value).toBe('Important');
  });

  it('lets people change their own notes and nobody else’s', async () => {
    const foreign = aNote({ id: 'n-3', authorId: 'u-9', authorName: 'Somebody else' });
    const timeline = await open(page(aNote(), foreign));
    expect(timeline.element.querySelectorAll('button[aria-label="Edit note"]')).toHaveLength(1);
    timeline.button('Edit note').click();
    await settle();
    const form = timeline.element.querySelector('hw-note-entry form');
    const field = form?.querySelector('textarea');
    if (field) field.value = 'Wants two quotes';
    form?.dispatchEvent(new Event('submit', { cancelable: true }));
    await answer(timeline.http, '/api/conversations/n-1', aNote({ body: 'Wants two quotes', version: 2 }));
    expect(timeline.text()).toContain('Wants two quotes');
    expect(timeline.text()).toContain('edited');
  });

  it('refuses a blank note in place', async () => {
    const timeline = await open();
    timeline.type('textarea', '   ');
    await timeline.submit();
    expect(timeline.text()).toContain('A note must not be blank.');
    timeline.http.expectNone('/api/conversations');
  });
});
