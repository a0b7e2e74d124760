using Clinic.Transcription.Drafting;
using Clinic.Transcription.Language;

namespace Clinic.Transcription.Measuring;

/// <summary>How much a physician changed a draft, and whether what must be there is there.</summary>
public static class EditMeasures
{
    /// <summary>Edited words for each word of the longer text, by section: 0 untouched, 1 written anew.</summary>
    /// <param name="draft">The text of each section before.</param>
    /// <param name="final">The text of each section as signed.</param>
    public static IReadOnlyDictionary<ReportSection, double> BySection(IReadOnlyDictionary<ReportSection, string> draft, IReadOnlyDictionary<ReportSection, string> final)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(final);
        var distances = new SortedDictionary<ReportSection, double>();
        foreach (var section in draft.Keys.Union(final.Keys))
        {
            var before = Words(draft.GetValueOrDefault(section, ""));
            var after = Words(final.GetValueOrDefault(section, ""));
            var longer = Math.Max(before.Count, after.Count);
            distances[section] = longer == 0 ? 0 : (double)TranscriptMeasures.Distance(before, after) / longer;
        }

        return distances;
    }

    /// <summary>The required sections that have a statement.</summary>
    public static Score Completeness(ReportDraft draft, IReadOnlyCollection<ReportSection> required)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(required);
        var filled = required.Distinct().Count(r => draft.Statements.Any(s => s.Section == r));
        return new(filled, filled, required.Distinct().Count());
    }

    private static List<string> Words(string text) => TokenReader.Read(text).ConvertAll(t => t.Word);
}
