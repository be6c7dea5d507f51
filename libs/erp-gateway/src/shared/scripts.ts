import { createHash } from 'node:crypto';

/** One step that Redis takes as a whole, in Lua. */
export interface Script {
  readonly lua: string;
  readonly sha1: string;
}

export function script(lua: string): Script {
  return { lua, sha1: createHash('sha1').update(lua).digest('hex') };
}

/** Microseconds of the server's clock, which is the one clock that all processes see. */
const NOW = `
local function micros()
  local t = redis.call('TIME')
  return t[1] * 1000000 + t[2]
end
`;

/**
 * Whether one of the tags has a generation above the stamp. Fields in slices, because Lua's stack takes no more.
 * `prefix`: c for any invalidation, h for hard ones.
 */
const ANY_AFTER = `
local function anyAfter(gens, prefix, tags, stamp)
  local floor = redis.call('HGET', gens, prefix .. 'floor')
  if tonumber(floor or 0) > stamp then return true end
  local fields = {}
  local function check()
    if #fields == 0 then return false end
    for _, seq in ipairs(redis.call('HMGET', gens, unpack(fields))) do
      if seq and tonumber(seq) > stamp then return true end
    end
    fields = {}
    return false
  end
  for i = 1, #tags, 16 do
    fields[#fields + 1] = prefix .. string.sub(tags, i, i + 15)
    if #fields == 1000 and check() then return true end
  end
  return check()
end
`;

/**
 * Joins the epoch, or begins a new one where the generations cannot be trusted: they are gone, they come from another
 * server (a failover loses what was not replicated), or they are behind what this process has seen.
 * KEYS generations · ARGV known epoch, known sequence, id for a new epoch → epoch, sequence, latest hard one, micros
 */
export const JOIN = script(`${NOW}
local gens = KEYS[1]
local ok, info = pcall(redis.call, 'INFO', 'server')
local run = ok and type(info) == 'string' and string.match(info, 'run_id:(%x+)') or 'unknown'
local head = redis.call('HMGET', gens, 'epoch', 'seq', 'hard', 'run')
local isBehind = head[1] == ARGV[1] and tonumber(head[2]) < tonumber(ARGV[2])
if not head[1] or head[4] ~= run or isBehind then
  redis.call('DEL', gens)
  redis.call('HSET', gens, 'epoch', ARGV[3], 'seq', 0, 'hard', 0, 'run', run)
  head = { ARGV[3], '0', '0' }
end
return { head[1], tonumber(head[2]), tonumber(head[3]), string.format('%.0f', micros()) }
`);

/** KEYS generations → epoch, sequence, micros */
export const LOOK = script(`${NOW}
local head = redis.call('HMGET', KEYS[1], 'epoch', 'seq')
return { head[1] or '', tonumber(head[2] or 0), string.format('%.0f', micros()) }
`);

/**
 * The next number, the generation of each tag, and the message to everyone, as one step: so the order of messages is
 * the order of numbers, and a number that is missing was lost. A tag is 16 bytes; no tags and `all` raises the floor.
 * Forgetting tags raises it too: extra misses, never a stale value.
 * KEYS generations, channel · ARGV epoch, publisher, kind, all, tags, most tags remembered, body → sequence, or nil
 */
export const TELL = script(`${NOW}
local gens = KEYS[1]
if redis.call('HGET', gens, 'epoch') ~= ARGV[1] then return false end
local seq = redis.call('HINCRBY', gens, 'seq', 1)
local isHard = ARGV[3] == 'hard'
if isHard then redis.call('HSET', gens, 'hard', seq) end
local tags = ARGV[5]
for i = 1, #tags, 16 do
  local tag = string.sub(tags, i, i + 15)
  redis.call('HSET', gens, 'c' .. tag, seq)
  if isHard then redis.call('HSET', gens, 'h' .. tag, seq) end
end
if ARGV[4] == 'all' then
  redis.call('HSET', gens, 'cfloor', seq)
  if isHard then redis.call('HSET', gens, 'hfloor', seq) end
end
if redis.call('HLEN', gens) > tonumber(ARGV[6]) then
  local head = redis.call('HMGET', gens, 'epoch', 'hard', 'run')
  redis.call('UNLINK', gens)
  redis.call('HSET', gens, 'epoch', head[1], 'seq', seq, 'hard', head[2], 'run', head[3], 'cfloor', seq, 'hfloor', seq)
end
redis.call('PUBLISH', KEYS[2], table.concat({ ARGV[1], seq, ARGV[2], string.format('%.0f', micros()), ARGV[7] }, ' '))
return seq
`);

/**
 * A value, and how it stands to the generations of this very moment.
 * KEYS generations, entry · ARGV epoch, oldest age that is fresh in micros, whether others are wanted too
 * → state, micros, fetched at (micros), value; state is epoch, none, fresh, older or changed
 */
export const FIND = script(`${NOW}${ANY_AFTER}
local now = micros()
local text = string.format('%.0f', now)
if redis.call('HGET', KEYS[1], 'epoch') ~= ARGV[1] then return { 'epoch', text } end
local head = redis.call('HMGET', KEYS[2], 'epoch', 'stamp', 'at', 'tags')
if head[1] ~= ARGV[1] then return { 'none', text } end
local stamp = tonumber(head[2])
local state = 'fresh'
if anyAfter(KEYS[1], 'c', head[4], stamp) then
  if anyAfter(KEYS[1], 'h', head[4], stamp) then
    redis.call('UNLINK', KEYS[2])
    return { 'none', text }
  end
  state = 'changed'
elseif now - tonumber(head[3]) > tonumber(ARGV[2]) then
  state = 'older'
end
if state ~= 'fresh' and ARGV[3] ~= 'older-too' then return { 'none', text } end
return { state, text, head[3], redis.call('HGET', KEYS[2], 'value') }
`);

/**
 * Keeps a value if nothing it depends on changed since its stamp, and nothing newer is kept.
 * KEYS generations, entry · ARGV epoch, stamp, fetched at (micros), lifetime in ms, tags, value → state, micros
 */
export const KEEP = script(`${NOW}${ANY_AFTER}
local now = micros()
local text = string.format('%.0f', now)
if redis.call('HGET', KEYS[1], 'epoch') ~= ARGV[1] then return { 'epoch', text } end
if anyAfter(KEYS[1], 'c', ARGV[5], tonumber(ARGV[2])) then return { 'overtaken', text } end
local old = redis.call('HMGET', KEYS[2], 'epoch', 'at')
if old[1] == ARGV[1] and tonumber(old[2]) > tonumber(ARGV[3]) then return { 'newer', text } end
local left = math.floor(tonumber(ARGV[4]) - (now - tonumber(ARGV[3])) / 1000)
if left <= 0 then return { 'over', text } end
redis.call('DEL', KEYS[2])
redis.call('HSET', KEYS[2], 'epoch', ARGV[1], 'stamp', ARGV[2], 'at', ARGV[3], 'tags', ARGV[5], 'value', ARGV[6])
redis.call('PEXPIRE', KEYS[2], left)
return { 'kept', text }
`);
