export {
  type CacheAnswer,
  type CacheDecision,
  type CacheKey,
  type Load,
  type Loaded,
  type ReadPolicy,
} from './cache/cache-read';
export { type Invalidation } from './cache/generations';
export { ReadThroughCache, type ReadThroughCacheOptions, textOfKey } from './cache/read-through-cache';
export { type CacheBounds, createErpGateway, type ErpGateway, type ErpGatewayOptions } from './create-erp-gateway';
export {
  type BreakerChange,
  type ComparedAnswer,
  COMPARISON_RESULTS,
  type ErpGatewayObserver,
  type FailedWatch,
  type FinishedCall,
  type FinishedRead,
  type FinishedSweep,
  type ReceivedNotice,
  type RepeatedCall,
  type SparedCall,
} from './gateway/observer';
export { connectErpGateway, type RemoteGatewayOptions } from './remote/connect-erp-gateway';
export { type LinkTls } from './remote/gateway-link';
export { serveGateway } from './remote/gateway-routes';
export { type SharedState, type SharedStateView } from './gateway/shared-state';
export { SharedGatewayState, type SharedGatewayStateOptions } from './shared/shared-gateway-state';
export { observers } from './gateway/observers';
export { type Labels, type MetricFamily, type MetricSample } from './metrics/metric-family';
export { metricsRegistry } from './metrics/metrics-registry';
export { type ReadTracing } from './tracing/read-tracing';
export { type ErpTracing, traceErp } from './tracing/trace-erp';
export { type TtlOverrides } from './gateway/time-to-live';
export {
  type CallPriority,
  type ConcurrencyGovernor,
  type GovernedPlace,
  type PlaceRequest,
} from './resilience/concurrency-governor';
export { type BreakerView, type ResilienceView } from './resilience/connection-resilience';
export { LocalConcurrencyGovernor } from './resilience/local-governor';
export { type CancelTimer, systemTimers, type Timers } from './timers';
