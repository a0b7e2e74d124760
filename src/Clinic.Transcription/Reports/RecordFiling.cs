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

    /// <summary>Drugs, diagnoses, treatments and allergies as the signed statements write them, denied ones as negated.</summary>
    /// <remarks>Read from the signed text alone; the evidence is the statement's first, and empty where a physician wrote without any.</remarks>
    public IReadOnlyList<ClinicalEntity> Entities => SignedEntities.Of(Version.Statements, Report.Language);

    /// <summary>The key only; what it says is health data.</summary>
    public override string ToString() => IdempotencyKey;
}
