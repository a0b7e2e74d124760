using NodaTime;

namespace Clinic.Transcription.Drafting;

/// <summary>What is known of the patient before the draft: what the record holds already.</summary>
/// <param name="Language">Of the report: <c>es</c> or <c>en</c>.</param>
public sealed record DraftContext(string Language)
{
    /// <summary>The sections of the clinic's template; empty for all.</summary>
    public IReadOnlyList<ReportSection> Sections { get; init; } = [];

    /// <summary>Allergies of the record and of earlier signed reports, as substance names.</summary>
    public IReadOnlyList<string> KnownAllergies { get; init; } = [];

    /// <summary>What the patient takes already, as substance names; of reports, what the last signed ones give and none has stopped.</summary>
    public IReadOnlyList<string> KnownMedications { get; init; } = [];

    /// <summary>The same with doses, and what was stopped; a draft that contradicts it is a finding.</summary>
    public IReadOnlyList<KnownMedication> EarlierMedications { get; init; } = [];

    /// <summary>Years; null where unknown.</summary>
    public int? AgeYears { get; init; }

    /// <summary>The day of the visit, against which "yesterday" is counted; null where unknown.</summary>
    public LocalDate? VisitedOn { get; init; }

    /// <summary>The type only; what is known of a patient is health data.</summary>
    public override string ToString() => nameof(DraftContext);
}
