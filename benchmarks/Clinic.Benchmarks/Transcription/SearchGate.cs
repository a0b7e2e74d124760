using Clinic.Abstractions;
using Clinic.Benchmarks.Gates;
using Clinic.Benchmarks.Storage;
using Clinic.Transcription.Searching;

namespace Clinic.Benchmarks.Transcription;

/// <summary>A search over 100,000 transcripts, narrowed to what a physician may see, beside the plain full-text query that knows of nobody.</summary>
public sealed class SearchGate : IGate
{
    private const double LimitOfRatio = 1.3;
    private const int Texts = 100_000;
    private const int PageSize = 20;
    private const int WarmUps = 10;
    private const int Rounds = 60;

    private const string Plain = "SELECT rowid FROM transcript_index WHERE transcript_index MATCH $words ORDER BY rank LIMIT 21";

    // A word of many texts, two frequent words together, and a beginning.
    private static readonly (string Text, string Match)[] Searches = [("w40", "\"w40\""), ("w1 w2", "\"w1\" AND \"w2\""), ("w12*", "\"w12\" *")];

    public string Name => "search";

    public IReadOnlyList<GateFigure> Run() => RunAsync().GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<GateFigure>> RunAsync()
    {
        using var bench = await BenchIndex.BuildAsync(Texts);
        using var connection = bench.Open();
        var figures = new List<GateFigure>();
        foreach (var (text, match) in Searches)
        {
            var query = new IndexQuery(bench.Site, bench.Physician, SearchExpression.Parse(text));
            using var command = connection.CreateCommand();
            command.CommandText = Plain;
            command.Parameters.AddWithValue("$words", match);
            command.Prepare();
            var medians = await Interleaved.MediansAsync(
                WarmUps, Rounds,
                async () => Full((await bench.Index.SearchAsync(bench.Tenant, query, new PageRequest(PageSize), CancellationToken.None)).Items.Count),
                () =>
                {
                    using var reader = command.ExecuteReader();
                    var rows = 0;
                    while (reader.Read()) rows++;
                    Full(Math.Min(rows, PageSize));
                    return Task.CompletedTask;
                });
            Console.WriteLine(FormattableString.Invariant($"search: {text} in {Texts} texts {medians[0] / 1000:0.00} ms; plain query {medians[1] / 1000:0.00} ms"));
            figures.Add(new($"p50 of the first page of {text} in 100,000 transcripts / the plain full-text query", medians[0] / medians[1], LimitOfRatio));
        }

        return figures;
    }

    private static void Full(int hits)
    {
        if (hits != PageSize) throw new InvalidOperationException($"A page of {PageSize} was expected and {hits} came.");
    }
}
