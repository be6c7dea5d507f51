export { anAvailabilityView } from './builders/availability-view.builder';
export { aCreditView } from './builders/credit-view.builder';
export { aLatestOrderView, anOpenOrdersView } from './builders/order-figures.builder';
export { aCustomerView, aPostalAddressView } from './builders/customer-view.builder';
export { anErpManifest } from './builders/erp-manifest.builder';
export { fakeErpAdapter, fakeErpConnection, fakeErpReaders } from './builders/fake-erp-connection';
export { anInvoiceView } from './builders/invoice-view.builder';
export { anItemView } from './builders/item-view.builder';
export { aPriceView } from './builders/price-view.builder';
export { aBatchOf, anErpCall, aPageOf, aReading } from './builders/reading.builder';
export { A_CONNECTION_ID, anErpRef } from './builders/refs';
export { aSalesOrderDetailView, aSalesOrderLineView, aSalesOrderView } from './builders/sales-order-view.builder';
export { aShipmentView } from './builders/shipment-view.builder';
export { type Check, type CheckGroup, ContractViolation } from './contract/check';
export { contractGroups } from './contract/contract-groups';
export { describeErpAdapterContract } from './contract/describe-erp-adapter-contract';
export {
  type ContractScenarios,
  type ErpAdapterContract,
  type EventScenarios,
  VENDOR_WORDS,
  type VendorRefusal,
} from './contract/erp-adapter-contract';
export { type Ask } from './contract/bench';
export { type FaultProxy, type FaultProxyTarget, startFaultProxy } from './fault-proxy/fault-proxy';
export { type Beginning, type PeerAct } from './fault-proxy/peer-act';
export {
  type CertificateWishes,
  createTestAuthority,
  type IssuedCertificate,
  type TestAuthority,
} from './fault-proxy/test-authority';
export { type PeerRequest, startTlsPeer, type TlsPeer, type TlsPeerOptions } from './fault-proxy/tls-peer';
export { type WireFault } from './fault-proxy/wire-fault';
export { describeErpAdapterFuzz, type ErpAdapterFuzz, type Spoil } from './fuzz/describe-erp-adapter-fuzz';
export { leaksIn } from './contract/secrecy';
export { describeOddBodies, type OddBodies } from './odd-bodies/describe-odd-bodies';
export { type OddBody, type OddBodyTrial, type OddOutcome, ViewWith } from './odd-bodies/odd-body';
export {
  type DateSpellings,
  digits,
  type FlagSpellings,
  oddAmounts,
  oddDates,
  type OddField,
  oddFlags,
  oddTexts,
} from './odd-bodies/odd-fields';
export { type ReplayFault } from './replay/replay-fault';
export {
  type InjectedFault,
  type ReplayAnswer,
  type ReplayExchange,
  type ReplayRequest,
  type ReplayServer,
  startReplayServer,
} from './replay/replay-server';
export {
  expectWellFormedAnswer,
  expectWellFormedAvailabilityView,
  expectWellFormedCreditView,
  expectWellFormedCustomerView,
  expectWellFormedInvoiceView,
  expectWellFormedItemView,
  expectWellFormedPriceView,
  expectWellFormedSalesOrderDetailView,
  expectWellFormedSalesOrderView,
  expectWellFormedShipmentView,
} from './shapes/expect-well-formed';
export { flawsOfAnswer, flawsOfReading } from './shapes/operation-shapes';
