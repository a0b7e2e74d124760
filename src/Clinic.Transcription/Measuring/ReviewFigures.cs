using Clinic.Transcription.Drafting;
using NodaTime;

namespace Clinic.Transcription.Measuring;

/// <summary>How reviews of one drafter's reports went; numbers only.</summary>
/// <param name="Drafter">Its name and version; <c>physician</c> for reports without a draft.</param>
/// <param name="Reports">Signed reports.</param>
/// <param name="MedianToSign">From draft to first signature; the middle one, of an even count the lower.</param>
/// <param name="P95ToSign">The time that 95 of 100 reports kept to.</param>
/// <param name="Drafted">Statements of the drafts.</param>
/// <param name="Untouched">Those that were signed as drafted.</param>
/// <param name="Edited">Edited words by section, 0 untouched to 1 written anew; the mean over reports that have the section.</param>
/// <param name="SectionsFilled">Required sections that drafts filled.</param>
/// <param name="SectionsRequired">Required sections in all.</param>
/// <param name="StoodBy">Blockers that physicians stood by.</param>
public sealed record ReviewFigures(
    string Drafter, int Reports, Duration MedianToSign, Duration P95ToSign, int Drafted, int Untouched, IReadOnlyDictionary<ReportSection, double> Edited, int SectionsFilled, int SectionsRequired, int StoodBy)
{
    /// <summary>The figures of each drafter, by name.</summary>
    public static IReadOnlyList<ReviewFigures> Of(IEnumerable<ReviewedReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return [.. reports.GroupBy(r => r.Drafter, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => One(g.Key, [.. g]))];
    }

    private static ReviewFigures One(string drafter, IReadOnlyList<ReviewedReport> reports)
    {
        var times = reports.Select(r => r.ToSign).Order().ToList();
        var edited = new SortedDictionary<ReportSection, double>();
        foreach (var section in reports.SelectMany(r => r.Edited).GroupBy(e => e.Key)) edited[section.Key] = Math.Round(section.Average(e => e.Value), 4);
        return new(
            drafter, reports.Count, Percentile(times, 50), Percentile(times, 95), reports.Sum(r => r.Drafted), reports.Sum(r => r.Untouched), edited,
            reports.Sum(r => r.Sections.Hits), reports.Sum(r => r.Sections.Wanted), reports.Sum(r => r.StoodBy));
    }

    // The nearest rank: a time that a report really took.
    private static Duration Percentile(List<Duration> times, int percent) => times[Math.Max(0, ((times.Count * percent) + 99) / 100 - 1)];
}
