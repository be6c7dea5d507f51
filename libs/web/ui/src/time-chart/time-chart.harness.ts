import { ComponentHarness } from '@angular/cdk/testing';

export class TimeChartHarness extends ComponentHarness {
  static readonly hostSelector = 'hw-time-chart';

  async title(): Promise<string> {
    return (await this.locatorFor('.title')()).text();
  }

  async summary(): Promise<string> {
    return (await this.locatorFor('.summary')()).text();
  }

  async legend(): Promise<readonly string[]> {
    const items = await this.locatorForAll('.legend li')();
    return Promise.all(items.map((item) => item.text()));
  }

  /** Opens the table and reads it, the newest minute first. */
  async table(): Promise<readonly (readonly string[])[]> {
    await (await this.locatorFor('.toggle')()).click();
    const rows = await this.locatorForAll('tr')();
    const texts = await Promise.all(rows.map((row) => row.text()));
    return texts.map((text) => text.trim().split(/\s+/));
  }
}
