namespace Clinic.Pharmacy.Packs;

/// <summary>Makes a pack that came back whole active again.</summary>
public sealed record UndoPack : PharmacyCommand<PackAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.undo-pack";

    /// <summary>The text of its DataMatrix.</summary>
    public required string Scan { get; init; }

    /// <summary>Whether the pack is intact: unopened, its seal unbroken.</summary>
    public required bool IsIntact { get; init; }
}
