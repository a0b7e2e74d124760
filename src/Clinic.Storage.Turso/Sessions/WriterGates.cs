using System.Collections.Concurrent;

namespace Clinic.Storage.Turso;

/// <summary>Lets the writers of this process queue up per database, first come first served; SQLite's own waiting is a lottery.</summary>
internal static class WriterGates
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);

    public static SemaphoreSlim Of(string database) => Gates.GetOrAdd(database, static _ => new SemaphoreSlim(1, 1));
}
