namespace Clinic.Dispensing.Preparing;

/// <summary>Keeps the lots aside that will be handed over.</summary>
public sealed record BeginPreparation : DispensationCommand<PreparationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.begin-preparation";

    /// <summary>Lines that are prepared otherwise than asked; may be empty.</summary>
    public IReadOnlyList<PreparationLine> Lines { get; init; } = [];

    /// <summary>Whether less than asked may be prepared.</summary>
    public bool MayBePartial { get; init; }

    /// <summary>Why lots that do not outlast the treatment are taken; null refuses them.</summary>
    public string? OverrideReason { get; init; }
}
