namespace Clinic.Conventions.Tests.Docs;

/// <summary>Code in the docs is code that compiles: every block stands in one of the consumer apps.</summary>
public sealed class SampleTests
{
    [Fact]
    public void Every_csharp_block_in_the_docs_stands_in_a_compiled_sample()
    {
        var samples = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "consumers"), "*.cs", SearchOption.AllDirectories)
            .Select(f => Lines(File.ReadAllText(f)))
            .ToList();
        var blocks = Pages().SelectMany(page => Blocks(page).Select(block => (page, block))).ToList();

        Assert.True(blocks.Count >= 5, $"Only {blocks.Count} blocks were found.");
        Assert.All(blocks, b => Assert.True(
            samples.Any(s => Contains(s, Lines(b.block))), $"{Path.GetRelativePath(Repository.Root, b.page)} shows code that no sample contains:\n{b.block}"));
    }

    [Fact]
    public void A_block_that_is_nowhere_is_found_out() =>
        Assert.False(Contains(Lines("var a = 1;\nvar b = 2;"), Lines("var a = 1;\nvar c = 2;")));

    private static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "README.md", SearchOption.AllDirectories))
            .Append(Path.Combine(Repository.Root, "README.md"));

    private static IEnumerable<string> Blocks(string page) =>
        File.ReadAllText(page).Split("```csharp\n").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)]);

    private static string[] Lines(string text) =>
        [.. text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];

    private static bool Contains(string[] sample, string[] block) =>
        Enumerable.Range(0, Math.Max(0, sample.Length - block.Length + 1)).Any(at => sample.AsSpan(at, block.Length).SequenceEqual(block));
}
