import { partOf } from './parts';

const KIT = 'webpack://headwater/./libs/erp-adapter-kit/src/';
const ADAPTER = 'webpack://headwater/./libs/erp-adapters/epicor-p21/src/';
const KERNEL = 'webpack://headwater/./libs/kernel/src/decimal.ts';
const ZOD = 'file:///repo/node_modules/zod/v4/core/parse.js';
const AXIOS = 'file:///repo/node_modules/axios/lib/core/Axios.js';
const READER = `${ADAPTER}orders/orders.reader.ts`;

describe('the part a sample belongs to', () => {
  it.each([
    ['decode', ['', `${KIT}json/lossless-json.ts`, `${ADAPTER}client/epicor-p21.client.ts`]],
    ['validate', [`${ADAPTER}tables/values.ts`, ZOD, `${KIT}values/parse-vendor.ts`, READER]],
    ['validate', [KERNEL, '', `${KIT}values/parse-vendor.ts`, READER]],
    ['map', [KERNEL, `${ADAPTER}orders/sales-order.mapper.ts`, `${KIT}http/signals.ts`]],
    ['map', ['', READER]],
    ['map', [ZOD, `${KIT}paging/cursor.ts`, READER]],
    ['asking', ['', `${KIT}odata/filter.ts`, READER]],
    ['asking', ['node:internal/abort_controller', `${KIT}http/erp-http.ts`, READER]],
    ['http', [AXIOS, `${KIT}http/erp-http.ts`, READER]],
    ['http', ['node:internal/encoding', `${KIT}http/body-text.ts`]],
    ['http', ['node:internal/process/task_queues', '']],
  ] as const)('is %s for %j', (part, stack) => {
    expect(partOf(stack)).toBe(part);
  });
});
