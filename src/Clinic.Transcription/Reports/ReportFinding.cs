using System.Globalization;
using Clinic.Canonical;
using Clinic.Transcription.Drafting;
using Clinic.Transcription.Findings;

namespace Clinic.Transcription.Reports;

/// <summary>A finding about a report as it reads now.</summary>
/// <param name="Rule">The permanent name of the rule.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Statement">The number of the statement; null where it concerns the whole report.</param>
public sealed record ReportFinding(string Rule, Severity Severity, int? Statement)
{
    /// <summary>Where it was said.</summary>
    public IReadOnlyList<EvidenceSpan> Where { get; init; } = [];

    /// <summary>What the statement says.</summary>
    public string? Written { get; init; }

    /// <summary>What was said instead.</summary>
    public string? Said { get; init; }

    /// <summary>Names this finding as long as it says the same of the same statement; an override holds for it alone.</summary>
    public string Key
    {
        get
        {
            var bytes = new CanonicalBytes().Text(Rule).Number(Statement).Text(Written).Text(Said);
            bytes.Each(Where, s => bytes.Number(s.Segment).Number(s.Start).Number(s.Length));
            return string.Create(CultureInfo.InvariantCulture, $"{Rule}-{bytes.Hash()[..16]}");
        }
    }

    /// <summary>The key only; the rest is health data.</summary>
    public override string ToString() => Key;
}
