import type { Clock } from '@headwater/kernel';
import type { ErpChangeSweep, ErpEventTranslator, ErpSubscriptions } from './change';
import type { ErpLimits, ErpManifest } from './manifest';
import type { Capability, CapabilityReaders } from './operations';
import type { ErpCall } from './reading';
import type { SettingValues } from './settings';

/** What an adapter is given by the process it runs in. */
export interface ErpAdapterDeps {
  readonly clock: Clock;
  /** Whether connections may lead into private networks; `refused` where absent. This very machine is always allowed. */
  readonly privateNetworks?: 'refused' | 'allowed';
}

/** A configured ERP, its secrets decrypted, as handed to an adapter. */
export interface ErpConnectionConfig {
  readonly connectionId: string;
  readonly settings: SettingValues;
}

/** One verdict of a connection test, with what to do where it failed. */
export interface ProbeVerdict {
  readonly check: 'address' | 'credentials' | Capability;
  readonly ok: boolean;
  readonly detail: string;
  /** What an admin can do about it. */
  readonly fix?: string;
}

/** An open connection: a reader for each declared capability, and nothing for the rest. */
export interface ErpConnection extends Partial<CapabilityReaders> {
  readonly company: string;
  /** Capabilities this connection has otherwise than the manifest says, because a setting decides; they override it. */
  readonly capabilities?: Partial<ErpManifest['capabilities']>;
  /** Limits this connection has otherwise than the manifest says, because a setting decides; they override it. */
  readonly limits?: Partial<Pick<ErpLimits, 'maxConcurrency' | 'timeoutMs'>>;
  /**
   * What the ERP counts our calls by, where other connections may share it: its own account or tenant id. Connections
   * of one adapter that name the same account share its places; one that names none has its places to itself.
   */
  readonly account?: string;
  readonly events?: ErpEventTranslator;
  readonly sweep?: ErpChangeSweep;
  readonly subscriptions?: ErpSubscriptions;
  /** Tries address, credentials and each capability; never throws, each failure is a verdict. */
  probe(call: ErpCall): Promise<readonly ProbeVerdict[]>;
  /**
   * Opens what the next calls will use, where it is not open yet, so that the calls of a fan-out find it ready. Asks
   * the ERP nothing, and never rejects: what stands in the way is told by the call that meets it.
   */
  prime?(): Promise<void>;
  /** Ends sockets and timers. */
  close(): Promise<void>;
}

/** The code for one kind (and version family) of ERP. */
export interface ErpAdapter {
  readonly manifest: ErpManifest;
  /** Opens nothing on the wire; throws `ErpError` `invalid-request` for settings that cannot work. */
  connect(config: ErpConnectionConfig): ErpConnection;
}
