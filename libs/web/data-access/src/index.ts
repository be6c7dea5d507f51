export { AccountColumns, type ColumnsQuestion } from './account-columns/account-columns';
export { AccountColumnsApi } from './account-columns/account-columns-api';
export { type ColumnCell } from './account-columns/column-cell';
export { AccountsApi, type AccountListRequest } from './accounts/accounts-api';
export { type ErpConnectionPage, type ErpConnectionSummary, type StoredSecret } from './connections/connection';
export { ConnectionDirectory } from './connections/connection-directory';
export { ConnectionsApi, type ReportRequest } from './connections/connections-api';
export { ContactsApi } from './contacts/contacts-api';
export { ConversationsApi, type ConversationListRequest } from './conversations/conversations-api';
export { CustomerMatchesApi } from './customer-matches/customer-matches-api';
export { ErpReadsApi, type Recency, type SectionStream } from './erp-reads/erp-reads-api';
export { ErpSearchApi, type ErpSearchProgress } from './erp-search/erp-search-api';
export { failedSection, sectionOf } from './erp-reads/section-of';
export { Connectivity, type ConnectivityState } from './http/connectivity';
export { FakeServer, NOT_REACHED, settle } from './http/fake-server';
export { isUnreachable, ProblemError, problemOf } from './http/problem-error';
export { concernsCustomer, concernsOrder } from './live-changes/concerns';
export { LiveChangesApi, type LiveMessage, type LiveState } from './live-changes/live-changes-api';
export { AccountOverview, type RefetchReason } from './overview/account-overview';
export {
  type AccountSection,
  isOverviewCapability,
  OVERVIEW_CAPABILITIES,
  type OverviewCapability,
  type OverviewPanel,
  type OverviewSections,
  type OverviewViews,
} from './overview/overview';
export { OverviewApi } from './overview/overview-api';
export { provideDataAccess } from './provide-data-access';
export { type Credentials, SessionApi } from './session/session-api';
export { type SessionPhase, type SessionResponse, SessionState, type SessionUser } from './session/session-state';
export { requireAbility, requireSession } from './session/session.guards';
export { RETURN_URL_PARAM, safeReturnUrl, SIGN_IN_URL } from './session/sign-in-url';
export { EVENT_STREAM, type EventStream, type EventStreamListener, type OpenEventStream } from './streams/event-stream';
export { FakeEventStreams } from './streams/fake-event-streams';
