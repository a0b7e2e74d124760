namespace Clinic.Pharmacy.Recalls;

/// <summary>Opens a campaign: blocks every exit of its lots at once and lists who received them.</summary>
public sealed record OpenRecall : PharmacyCommand<RecallCampaignAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.open-recall";

    /// <summary>Which lots.</summary>
    public required RecallScope Scope { get; init; }

    /// <summary>Recalled for good, or set aside; for good unless said.</summary>
    public RecallMeasure Measure { get; init; }

    /// <summary>How dangerous the goods are.</summary>
    public required RecallUrgency Urgency { get; init; }

    /// <summary>Why; 1 to 200 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>The notice of the manufacturer or authority; at most 60 characters.</summary>
    public string? Document { get; init; }
}
