namespace Clinic.Spoken;

/// <summary>Compares the words said with names, by whole folded words in any order.</summary>
internal static class NameMatch
{
    private const int ShortestMisheard = 5;

    /// <summary>A person: two words of a longer name will do, as people are called; one alone will not.</summary>
    public static NameFit Person(IReadOnlyList<string> said, IEnumerable<IReadOnlyList<string>> names) => Best(said, names, isPerson: true);

    /// <summary>A medicine: only a whole name will do; "sodio" is not yet "bicarbonato de sodio".</summary>
    public static NameFit Medicine(IReadOnlyList<string> said, IEnumerable<IReadOnlyList<string>> names) => Best(said, names, isPerson: false);

    /// <summary>Whether two words differ by at most one inserted, missing, other or swapped letter.</summary>
    public static bool IsNear(string left, string right)
    {
        if (string.Equals(left, right, StringComparison.Ordinal)) return true;
        if (Math.Min(left.Length, right.Length) < ShortestMisheard - 1 || Math.Max(left.Length, right.Length) < ShortestMisheard) return false;
        var start = 0;
        while (start < Math.Min(left.Length, right.Length) && left[start] == right[start]) start++;
        var (a, b) = (left[start..], right[start..]);
        return (a.Length - b.Length) switch
        {
            0 => a[1..] == b[1..] || (a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..] == b[2..]),
            1 => a[1..] == b,
            -1 => a == b[1..],
            _ => false,
        };
    }

    private static NameFit Best(IReadOnlyList<string> said, IEnumerable<IReadOnlyList<string>> names, bool isPerson) =>
        said.Count == 0 ? NameFit.None : names.Select(name => Fit(said, name, isPerson)).DefaultIfEmpty(NameFit.None).Max();

    private static NameFit Fit(IReadOnlyList<string> said, IReadOnlyList<string> name, bool isPerson)
    {
        if (Covers(name, said, string.Equals))
            return said.Count == name.Count || (isPerson && said.Count >= 2) ? NameFit.Exact : NameFit.Partial;
        return Covers(name, said, IsNear) ? NameFit.Near : NameFit.None;
    }

    // Each word said takes another word of the name.
    private static bool Covers(IReadOnlyList<string> name, IReadOnlyList<string> said, Func<string, string, bool> fits)
    {
        var rest = name.ToList();
        foreach (var word in said)
        {
            var at = rest.FindIndex(n => fits(n, word));
            if (at < 0) return false;
            rest.RemoveAt(at);
        }

        return true;
    }
}
