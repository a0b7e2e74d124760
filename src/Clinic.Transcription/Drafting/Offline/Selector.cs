using Clinic.Transcription.Language;

namespace Clinic.Transcription.Drafting.Offline;

/// <summary>Keeps what matters within the length of a report; short visits are kept whole.</summary>
internal static class Selector
{
    private const int ShortVisit = 450;
    private const double Share = 0.38;
    private const int Least = 60;
    private const int Most = 600;

    public static List<DraftStatement> Select(List<Candidate> candidates, int words)
    {
        var kept = Distinct(candidates);
        if (words > ShortVisit)
        {
            var budget = Math.Clamp((int)(Share * words), Least, Most);
            var chosen = new HashSet<Candidate>(ReferenceEqualityComparer.Instance);
            foreach (var candidate in kept.OrderByDescending(c => c.Always).ThenByDescending(c => c.Rank).ThenBy(c => c.Order))
            {
                if (!candidate.Always && budget <= 0) continue;
                chosen.Add(candidate);
                budget -= candidate.Words;
            }

            kept.RemoveAll(c => !chosen.Contains(c));
        }

        return kept.OrderBy(c => c.Statement.Section).ThenBy(c => c.Order).Select(c => c.Statement).ToList();
    }

    // The same long words in the same section say the same thing; the longer one that comes first stays.
    private static List<Candidate> Distinct(List<Candidate> candidates)
    {
        var seen = new Dictionary<ReportSection, List<HashSet<string>>>();
        var kept = new List<Candidate>();
        foreach (var candidate in candidates)
        {
            var words = TokenReader.Read(candidate.Statement.Text).Where(t => t.Kind == TokenKind.Number || t.Word.Length >= 3).Select(t => t.Word).ToHashSet(StringComparer.Ordinal);
            if (!seen.TryGetValue(candidate.Statement.Section, out var others)) seen[candidate.Statement.Section] = others = [];
            if (words.Count > 0 && others.Exists(words.IsSubsetOf)) continue;
            others.Add(words);
            kept.Add(candidate);
        }

        return kept;
    }
}
