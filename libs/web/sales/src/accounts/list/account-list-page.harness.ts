import { ComponentHarness } from '@angular/cdk/testing';
import { EmptyStateHarness, ProblemHarness } from '@headwater/web/ui';

export class AccountListPageHarness extends ComponentHarness {
  static readonly hostSelector = 'hw-account-list-page';

  readonly empty = this.locatorForOptional(EmptyStateHarness);
  readonly problem = this.locatorForOptional(ProblemHarness);
  readonly #names = this.locatorForAll('.name a');
  readonly #links = this.locatorForAll('td.links');
  readonly #count = this.locatorFor('.count');
  readonly #search = this.locatorFor('input[type=search]');
  readonly #sorts = this.locatorForAll('button.sort');
  readonly #more = this.locatorForOptional('.more button');
  readonly #heads = this.locatorForAll('th');
  readonly #cells = this.locatorForAll('td.erp');
  readonly #choices = this.locatorForAll('[role=menuitemcheckbox]');
  readonly #asOf = this.locatorForOptional('.as-of');
  readonly #create = this.locatorForOptional('button.create');

  async names(): Promise<readonly string[]> {
    return Promise.all((await this.#names()).map((name) => name.text()));
  }

  async erpCustomers(): Promise<readonly string[]> {
    return Promise.all((await this.#links()).map(async (cell) => (await cell.text()).replace(/\s+/g, ' ')));
  }

  /** The titles of the columns. */
  async heads(): Promise<readonly string[]> {
    return Promise.all((await this.#heads()).map((head) => head.text()));
  }

  /** What the ERP columns say, row after row, each with its title. */
  async erpCells(): Promise<readonly string[]> {
    return Promise.all((await this.#cells()).map(async (cell) => (await cell.text()).replace(/\s+/g, ' ').trim()));
  }

  /** As of when the oldest value is, in words. */
  async asOf(): Promise<string | undefined> {
    return (await (await this.#asOf())?.text())?.replace(/\s+/g, ' ');
  }

  /** The ERP columns on offer, those that are shown with a tick. */
  async columnsOnOffer(): Promise<readonly string[]> {
    const choices = await this.#choices();
    return Promise.all(
      choices.map(async (choice) => {
        const isShown = (await choice.getAttribute('aria-checked')) === 'true';
        return `${isShown ? '✓ ' : ''}${(await choice.text()).trim()}`;
      }),
    );
  }

  async toggleColumn(title: string): Promise<void> {
    for (const choice of await this.#choices()) {
      if ((await choice.text()).trim() === title) return choice.click();
    }
    throw new Error(`The column ${title} is not on offer.`);
  }

  async count(): Promise<string> {
    return (await (await this.#count()).text()).replace(/\s*accounts$/, '');
  }

  async search(text: string): Promise<void> {
    const field = await this.#search();
    await field.clear();
    await field.sendKeys(text);
  }

  async sortBy(column: string): Promise<void> {
    for (const button of await this.#sorts()) {
      if ((await button.text()) === column) return button.click();
    }
    throw new Error(`The list does not sort by ${column}.`);
  }

  async offersMore(): Promise<boolean> {
    return (await this.#more()) !== null;
  }

  async loadMore(): Promise<void> {
    await (await this.#more())?.click();
  }

  async offersToCreate(): Promise<boolean> {
    return (await this.#create()) !== null;
  }
}
