using Clinic.Abstractions;
using Clinic.Transcription.Drafting;

namespace Clinic.Transcription.Reports;

/// <summary>What goes to the clinical record: the signed text with diagnoses and treatments.</summary>
/// <param name="IdempotencyKey">The same for the same part of the same report.</param>
/// <param name="Tenant">The clinic.</param>
/// <param name="Report">The whole report, for its heads and history.</param>
/// <param name="Version">The signed version that is filed, or to which the addendum belongs.</param>
public sealed record RecordFiling(string IdempotencyKey, TenantId Tenant, ReportSnapshot Report, SignedVersion Version)
{
    /// <summary>The addendum that is filed; null for the version itself.</summary>
    public ReportAddendum? Addendum { get; init; }

    /// <summary>The id in the record of the version that this one replaces; null of the first.</summary>
    public string? Replaces { get; init; }

    /// <summary>Affirmed statements of the assessment.</summary>
    public IReadOnlyList<ReportStatement> Diagnoses =>
        [.. Version.Statements.Where(s => s is { Section: ReportSection.Assessment, Polarity: not Polarity.Negated })];

    /// <summary>Affirmed statements of the plan.</summary>
    public IReadOnlyList<ReportStatement> Treatments =>
        [.. Version.Statements.Where(s => s is { Section: ReportSection.Plan, Polarity: not Polarity.Negated })];

    /// <summary>Drugs, diagnoses and treatments of the session that the signed text still names.</summary>
    public IReadOnlyList<ClinicalEntity> Entities =>
        [.. Report.Entities.Where(e => e.Kind is EntityKind.Drug or EntityKind.Diagnosis or EntityKind.Treatment or EntityKind.Allergy
            && Version.Statements.Any(s => s.Evidence.Any(v => v.Segment == e.Evidence.Segment) && s.Text.Contains(e.Text, StringComparison.OrdinalIgnoreCase)))];

    /// <summary>The key only; what it says is health data.</summary>
    public override string ToString() => IdempotencyKey;
}
