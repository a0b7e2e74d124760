using System.Diagnostics.CodeAnalysis;

namespace Clinic.Conventions.Tests.Planted;

/// <summary>One of each that the printer of public types must tell apart.</summary>
public sealed class Printed<TKey, TValue> : IDisposable
    where TKey : notnull
    where TValue : struct
{
    public const string Word = "word";
#pragma warning disable CA1000, CA2211 // A static member of a generic type is what the printer must show.
    public static readonly int[] Numbers = [1];
#pragma warning restore CA1000, CA2211

    [SetsRequiredMembers]
    public Printed(string name, int count = 3) => (Name, Count) = (name, count);

    public event EventHandler? Changed;

    public required string Name { get; init; }

    public int Count { get; init; }

    [Obsolete("Use Count.")]
    public int Size => Count;

    internal int Hidden { get; set; }

#pragma warning disable CA1000 // As above.
    public static bool Any<TItem>(IEnumerable<TItem> items, PrintedMarks flags = PrintedMarks.First)
        where TItem : class, IComparable<TItem> => flags != PrintedMarks.None && items.Any();
#pragma warning restore CA1000

    public Task<string?> FindAsync(TKey key, CancellationToken cancel = default) => Task.FromResult<string?>(null);

    public bool TryTake(Dictionary<string, List<string?>>? from, out TValue value)
    {
        value = default;
        return from is not null;
    }

    public void Add(params (string Name, object? Value)[] facts) => Changed?.Invoke(facts, EventArgs.Empty);

    public void Dispose() => Changed = null;

    public override string ToString() => Name;
}
