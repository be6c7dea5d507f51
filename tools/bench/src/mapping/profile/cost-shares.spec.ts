import type { Profiler } from 'node:inspector/promises';
import { sharesOf } from './cost-shares';

function node(id: number, functionName: string, rest: { readonly url?: string; readonly children?: number[] }) {
  const callFrame = { functionName, scriptId: '1', url: rest.url ?? '', lineNumber: 0, columnNumber: 0 };
  return { id, callFrame, ...(rest.children === undefined ? {} : { children: rest.children }) };
}

const profile: Profiler.Profile = {
  nodes: [
    node(1, '(root)', { children: [2, 3, 4, 5, 6] }),
    node(2, '(garbage collector)', {}),
    node(3, '(program)', {}),
    node(4, 'jsonOf', { url: 'libs/erp-adapter-kit/src/json/json-reply.ts', children: [7] }),
    node(5, 'toView', { url: 'libs/erp-adapters/x/src/order.mapper.ts' }),
    node(6, 'onRead', { url: 'node:internal/stream_base_commons' }),
    node(7, 'parse', {}),
  ],
  startTime: 0,
  endTime: 1,
  samples: [4, 7, 7, 5, 6, 2, 2, 3, 3, 3],
};

describe('the shares of a profile', () => {
  it('are of the samples with a stack, and together all of them', () => {
    const shares = sharesOf(profile, ({ url }) => url);
    expect(shares).toEqual({ decode: 0.6, validate: 0, map: 0.2, asking: 0, http: 0.2 });
  });

  it('go by where a function was written', () => {
    const shares = sharesOf(profile, () => 'libs/kernel/src/decimal.ts');
    expect(shares.map).toBe(1);
  });
});
