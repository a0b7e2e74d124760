namespace Clinic.Transcription.Drafting;

/// <summary>A drafted report: sentences, each with evidence, and what they name.</summary>
/// <param name="Statements">In section order, then in the order of speech.</param>
/// <param name="Entities">In the order of speech.</param>
/// <param name="Drafter">Who wrote it, such as <c>offline</c> or <c>openai</c>.</param>
/// <param name="Version">Of the rules, or of the prompt and its schema.</param>
public sealed record ReportDraft(IReadOnlyList<DraftStatement> Statements, IReadOnlyList<ClinicalEntity> Entities, string Drafter, string Version)
{
    /// <summary>The model that wrote it, with its fingerprint; null for rules.</summary>
    public string? Model { get; init; }

    /// <summary>Segments that speak to the machine instead of about the patient; none of them is evidence.</summary>
    public IReadOnlyList<int> Excluded { get; init; } = [];

    /// <summary>The type only; what it says is health data.</summary>
    public override string ToString() => nameof(ReportDraft);
}
