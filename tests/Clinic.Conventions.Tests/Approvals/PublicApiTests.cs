using Clinic.Conventions.Tests.Planted;

namespace Clinic.Conventions.Tests.Approvals;

public sealed class PublicApiTests
{
    [Theory]
    [MemberData(nameof(Packages.Names), MemberType = typeof(Packages))]
    public void Public_api_is_what_was_approved(string name) =>
        Approved.Matches(
            $"tests/Clinic.Conventions.Tests/PublicApi/{name}.txt",
            PublicSurface.Print($"Public API of {name}", Packages.Named(name).Assembly.GetExportedTypes()));

    [Fact]
    public void Printer_says_what_matters() =>
        Assert.Equal(
            """
            Sample

            namespace Clinic.Conventions.Tests.Planted

            [Flags] public enum PrintedMarks : byte
                None = 0
                First = 1

            public sealed class Printed<TKey, TValue> : IDisposable where TKey : notnull where TValue : struct
                [Obsolete("Use Count.")] public int Size { get; }
                public Printed(string name, int count = 3)
                public Task<string?> FindAsync(TKey key, CancellationToken cancel = default)
                public bool TryTake(Dictionary<string, List<string?>>? from, out TValue value)
                public const string Word = "word"
                public event EventHandler? Changed
                public int Count { get; init; }
                public override string ToString()
                public required string Name { get; init; }
                public static bool Any<TItem>(IEnumerable<TItem> items, PrintedMarks flags = PrintedMarks.First) where TItem : class, IComparable<TItem>
                public static readonly int[] Numbers
                public void Add(params (string Name, object? Value)[] facts)
                public void Dispose()

            """.ReplaceLineEndings("\n"),
            PublicSurface.Print("Sample", [typeof(Printed<,>), typeof(PrintedMarks)]));
}
