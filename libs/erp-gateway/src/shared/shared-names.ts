import type { Sealer } from './sealer';

/** To be raised with every change of what is kept in Redis, or how. */
const FORMAT = 1;

/**
 * What things are called in Redis. Nothing of the ERP shows in a name. Everything begins with one hash tag, so that a
 * script finds all its keys on one node of a cluster; it differs by secret key, so that deployments do not meet.
 */
export class SharedNames {
  readonly prefix: string;

  constructor(private readonly sealer: Sealer) {
    this.prefix = `{headwater:${sealer.nameOf('deployment').subarray(0, 6).toString('base64url')}}:${FORMAT}`;
  }

  get generations(): string {
    return `${this.prefix}:generations`;
  }

  get bus(): string {
    return `${this.prefix}:bus`;
  }

  /** The whole key of a value, with the version of its shape, in one name. */
  entry(key: string): string {
    return `${this.prefix}:entry:${this.sealer.nameOf(`entry ${key}`).toString('base64url')}`;
  }

  /** One after the other, 16 bytes each. */
  tags(tags: readonly string[]): Buffer {
    return Buffer.concat(tags.map((tag) => this.sealer.nameOf(`tag ${tag}`)));
  }

  account(account: string): string {
    return this.sealer.nameOf(`account ${account}`).toString('base64url');
  }
}
