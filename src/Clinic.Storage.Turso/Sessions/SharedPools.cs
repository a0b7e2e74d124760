using System.Collections.Concurrent;

namespace Clinic.Storage.Turso;

/// <summary>The pools of connections that were made from a connection string alone.</summary>
internal static class SharedPools
{
    private static readonly ConcurrentDictionary<string, Lazy<SessionPool>> Pools = new(StringComparer.Ordinal);

    public static SessionPool Of(string text, TursoConnectionStringBuilder settings) =>
        Pools.GetOrAdd(text, static (_, known) => new Lazy<SessionPool>(() => SessionPool.Of(known)), settings).Value;

    public static void Clear()
    {
        foreach (var pool in Pools.Values)
        {
            if (pool.IsValueCreated) pool.Value.Clear();
        }
    }
}
