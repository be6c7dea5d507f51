import { createInforSxeAdapter } from '@headwater/erp-adapters/infor-sxe';
import {
  ErpConnectionSource,
  type ErpConnection,
  type ErpConnectionCandidate,
  type SettingValues,
} from '@headwater/erp-contracts';
import { createErpGateway, type ErpGateway } from '@headwater/erp-gateway';
import { systemClock } from '@headwater/kernel';
import type { BenchedProduct } from './benched-product';

export interface InProcess {
  readonly gateway: ErpGateway;
  /** The adapter alone, with no gateway before it. */
  readonly direct: ErpConnection;
  close(): Promise<void>;
}

/** The gateway and the bare adapter side by side in this process, on the same simulator. */
export async function gatewayAndAdapter({ sxe }: BenchedProduct): Promise<InProcess> {
  const sheet = await sxe.get<{ settings: SettingValues }>('credentials');
  const settings = { ...sheet.settings, companyNumber: 1 };
  const adapter = createInforSxeAdapter({ clock: systemClock });
  const direct = adapter.connect({ connectionId: 'direct', settings });
  const gateway = createErpGateway({ adapters: [adapter], connections: new OneConnection(settings) });
  return {
    gateway,
    direct,
    close: async () => {
      await gateway.close();
      await direct.close();
    },
  };
}

class OneConnection extends ErpConnectionSource {
  constructor(private readonly settings: SettingValues) {
    super();
  }

  find(connectionId: string): Promise<ErpConnectionCandidate | undefined> {
    return Promise.resolve({ connectionId, adapter: 'infor-sxe', settings: this.settings });
  }

  enabledIds(): Promise<readonly string[]> {
    return Promise.resolve([]);
  }
}
