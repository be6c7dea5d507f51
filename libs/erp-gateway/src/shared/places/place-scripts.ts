import { script } from '../scripts';

const MILLIS = `
local function millis()
  local t = redis.call('TIME')
  return t[1] * 1000 + math.floor(t[2] / 1000)
end
`;

/**
 * A place for one call, in turn. Places are leases: a member for each, its score the time it ends. Who waits stands in
 * a queue of all processes, by the time it came; who stopped asking falls out of it, and who came for the background and
 * is waited for by a person since stands where people stand.
 *
 * What a process may do without Redis, it may do because of three rules:
 * - The share of a process that is expected and not heard of is left to it; it may be cut off and make its calls.
 * - Nobody takes more than its share before every other process has said that it knows.
 * - After Redis lost its memory nobody begins until every process has told what it holds, or what was under way must
 *   have ended.
 *
 * No key expires as a whole but the mark of borrowing: under an eviction policy that takes keys with an expiry, the
 * places stay.
 *
 * KEYS places, queue, waiting, processes, born, borrowing, channel
 * ARGV lease, ticket, limit, lease ms, patience ms, goes behind by ms, expected processes, share, held, unsure for ms,
 * heard of for ms, borrowing ms
 * → 1 for a place of the share, 2 for one beyond it, 0 to go on waiting, -1 where Redis knows of no process at all
 */
export const TAKE = script(`${MILLIS}
local now = millis()
local places, queue, waiting, processes, born, borrowing = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local lease, ticket, limit, leaseMs = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
local patienceMs, behindMs, expected = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
local share, held = tonumber(ARGV[8]), tonumber(ARGV[9])

redis.call('ZREMRANGEBYSCORE', places, '-inf', now)
redis.call('ZREMRANGEBYSCORE', processes, '-inf', now)
for _, gone in ipairs(redis.call('ZRANGEBYSCORE', waiting, '-inf', now)) do
  redis.call('ZREM', queue, gone)
  redis.call('ZREM', waiting, gone)
end

local bornAt = redis.call('GET', born)
local missing = math.max(0, expected - redis.call('ZCARD', processes))
local isUnsure = not bornAt or (missing > 0 and now < tonumber(bornAt) + tonumber(ARGV[10]))

local isBeyond = held >= share
local mayTake = not isUnsure
if isBeyond and mayTake then
  local since = redis.call('GET', borrowing)
  if not since then
    since = now
    redis.call('SET', borrowing, now)
    redis.call('PUBLISH', KEYS[7], 'borrowing')
  end
  redis.call('PEXPIRE', borrowing, ARGV[12])
  local longest = redis.call('ZRANGE', processes, 0, 0, 'WITHSCORES')
  mayTake = longest[2] ~= nil and tonumber(longest[2]) >= tonumber(since) + tonumber(ARGV[11])
end

local standsAt = redis.call('ZSCORE', queue, ticket)
if not standsAt or tonumber(standsAt) > now + behindMs then redis.call('ZADD', queue, now + behindMs, ticket) end
local free = limit - missing * share - redis.call('ZCARD', places)
if mayTake and redis.call('ZRANK', queue, ticket) < free then
  redis.call('ZREM', queue, ticket)
  redis.call('ZREM', waiting, ticket)
  redis.call('ZADD', places, now + leaseMs, lease)
  return isBeyond and 2 or 1
end
redis.call('ZADD', waiting, now + patienceMs, ticket)
return bornAt and 0 or -1
`);

/**
 * Gives leases back and leaves the queue; tells whoever waits elsewhere.
 * KEYS places, queue, waiting, channel · ARGV account, then leases and tickets
 */
export const GIVE_BACK = script(`
for i = 2, #ARGV do
  redis.call('ZREM', KEYS[1], ARGV[i])
  redis.call('ZREM', KEYS[2], ARGV[i])
  redis.call('ZREM', KEYS[3], ARGV[i])
end
if redis.call('ZCARD', KEYS[2]) > 0 then redis.call('PUBLISH', KEYS[4], ARGV[1]) end
return 1
`);

/**
 * A process says that it is there, and what it holds, in one step. Leases that Redis does not know, because it lost
 * its memory or held them for ended, are put back: the calls are under way all the same.
 * KEYS processes, born, borrowing, then places of each account
 * ARGV process, heard of for ms, lease ms, borrowing ms or 0, then for each account a count and so many leases
 * → 1 where somebody may hold more than its share, 0 where nobody does
 */
export const RENEW = script(`${MILLIS}
local now = millis()
redis.call('ZADD', KEYS[1], now + tonumber(ARGV[2]), ARGV[1])
redis.call('SET', KEYS[2], now, 'NX')
if tonumber(ARGV[4]) > 0 then redis.call('SET', KEYS[3], now, 'NX', 'PX', ARGV[4]) end
local at = 5
for account = 4, #KEYS do
  local count = tonumber(ARGV[at])
  for i = at + 1, at + count do
    redis.call('ZADD', KEYS[account], now + tonumber(ARGV[3]), ARGV[i])
  end
  at = at + count + 1
end
return redis.call('EXISTS', KEYS[3])
`);

/** KEYS processes · ARGV process */
export const LEAVE = script(`return redis.call('ZREM', KEYS[1], ARGV[1])`);
