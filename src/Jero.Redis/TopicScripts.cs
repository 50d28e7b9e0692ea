namespace Jero.Redis;

/// <summary>Has the scripts for what must happen in Redis atomically.</summary>
internal static class TopicScripts
{
    /// <summary>The prefix of the consumer group whose name has the epoch.</summary>
    public const string EpochGroup = "jero-epoch-";

    // The epoch lives in the stream itself, as the name of a consumer group that nobody reads by. It stays when all records are trimmed,
    // and goes with the stream, whatever removes it (DEL, FLUSHALL, eviction, or a server that comes back empty). Each error names its
    // command: if a user may not run one, Redis says less inside a script than outside.
    private const string Common =
        """
        local function call(command, ...)
          local reply = redis.pcall(command, ...)
          if type(reply) == 'table' and reply['err'] then error({err = reply['err'] .. ' (' .. command .. ')'}) end
          return reply
        end
        local function find_epoch(stream, fresh)
          if call('EXISTS', stream) == 1 then
            for _, group in ipairs(call('XINFO', 'GROUPS', stream)) do
              local epoch = string.match(group[2], '^jero%-epoch%-(%w+)$')
              if epoch then return epoch end
            end
          end
          call('XGROUP', 'CREATE', stream, 'jero-epoch-' .. fresh, '0', 'MKSTREAM')
          return fresh
        end
        local function forget(stream, keep_for)
          if tonumber(keep_for) > 0 then
            local now = call('TIME')
            local cutoff = tonumber(now[1]) * 1000 + math.floor(tonumber(now[2]) / 1000) - tonumber(keep_for)
            call('XTRIM', stream, 'MINID', string.format('%.0f', cutoff))
          end
        end

        """;

    /// <summary>
    /// Keys: the stream, and the idempotency key if there is one. Arguments: a new epoch, the count to keep, the milliseconds to keep, the
    /// milliseconds to remember the idempotency key, then the fields. Returns the epoch and the id.
    /// </summary>
    public const string Append = Common +
        """
        local epoch = find_epoch(KEYS[1], ARGV[1])
        if KEYS[2] then
          local known = call('GET', KEYS[2])
          if known then
            local of, id = string.match(known, '^(%w+) (.+)$')
            if of == epoch then return {epoch, id} end
          end
        end
        local id = call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[2], '*', unpack(ARGV, 5))
        forget(KEYS[1], ARGV[3])
        if KEYS[2] then call('SET', KEYS[2], epoch .. ' ' .. id, 'PX', ARGV[4]) end
        return {epoch, id}
        """;

    /// <summary>
    /// Key: the stream. Arguments: a new epoch, the milliseconds to keep. Returns the epoch, the newest id, the oldest kept id or nothing,
    /// and 1 if every record that was ever added is kept.
    /// </summary>
    public const string FindRange = Common +
        """
        local epoch = find_epoch(KEYS[1], ARGV[1])
        forget(KEYS[1], ARGV[2])
        local about = call('XINFO', 'STREAM', KEYS[1])
        local of = {}
        for i = 1, #about, 2 do of[about[i]] = about[i + 1] end
        local oldest = of['first-entry']
        return {epoch, of['last-generated-id'], oldest and oldest[1] or '', of['entries-added'] == of['length'] and 1 or 0}
        """;
}
