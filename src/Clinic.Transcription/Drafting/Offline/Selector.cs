using Clinic.Transcription.Language;

namespace Clinic.Transcription.Drafting.Offline;

/// <summary>Keeps what matters within the length of a report; short visits are kept whole.</summary>
internal static class Selector
{
    private const int ShortVisit = 450;
    private const double Share = 0.38;
    private const int Least = 60;
    private const int Most = 600;
    private const double SureCue = 2;

    public static List<DraftStatement> Select(List<Candidate> candidates, int words)
    {
        if (candidates.TrueForAll(c => c.Unit.Of.IsDictated)) return Ordered(candidates);
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

            // A section that was surely spoken of keeps its best sentence, however long the others are.
            foreach (var section in kept.GroupBy(c => c.Statement.Section).Where(g => !g.Any(chosen.Contains)))
            {
                if (section.Where(c => Cue(c) >= SureCue).MaxBy(c => c.Rank) is { } best) chosen.Add(best);
            }

            kept.RemoveAll(c => !chosen.Contains(c));
        }

        return Ordered(kept);
    }

    private static double Cue(Candidate candidate) => Math.Max(candidate.Unit.Cues[(int)candidate.Statement.Section], candidate.Unit.Asked?.Cues[(int)candidate.Statement.Section] ?? 0);

    private static List<DraftStatement> Ordered(List<Candidate> kept) => kept.OrderBy(c => c.Statement.Section).ThenBy(c => c.Order).Select(c => c.Statement).ToList();

    // The same words in the same section say the same thing; what was said first stays.
    private static List<Candidate> Distinct(List<Candidate> candidates)
    {
        var seen = new Dictionary<(ReportSection, string), List<HashSet<string>>>();
        var kept = new List<Candidate>();
        foreach (var candidate in candidates)
        {
            var section = candidate.Statement.Section;
            var words = TokenReader.Read(candidate.Statement.Text).Where(t => t.Kind == TokenKind.Number || t.Word.Length >= 3).Select(t => t.Word).ToHashSet(StringComparer.Ordinal);
            // One number alone says something else each time.
            if (words.Count > (words.All(w => char.IsAsciiDigit(w[0])) ? words.Count : 0) && Rarest(words, section, seen).Exists(words.IsSubsetOf)) continue;
            foreach (var word in words)
            {
                if (!seen.TryGetValue((section, word), out var list)) seen[(section, word)] = list = [];
                list.Add(words);
            }

            kept.Add(candidate);
        }

        return kept;
    }

    // Whoever holds all words holds the rarest of them; so few sets are compared however long the visit.
    private static List<HashSet<string>> Rarest(HashSet<string> words, ReportSection section, Dictionary<(ReportSection, string), List<HashSet<string>>> seen)
    {
        List<HashSet<string>>? rarest = null;
        foreach (var word in words)
        {
            if (!seen.TryGetValue((section, word), out var list)) return [];
            if (rarest is null || list.Count < rarest.Count) rarest = list;
        }

        return rarest ?? [];
    }
}
