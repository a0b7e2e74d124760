using Clinic.Abstractions;
using Clinic.Dispensing.Stock;

namespace Clinic.Dispensing.Preparing;

/// <summary>Puts another product, or other lots of the same, in the place of a line.</summary>
public sealed record SubstituteLine : DispensationCommand<PreparationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.substitute";

    /// <summary>The line's number.</summary>
    public required int Line { get; init; }

    /// <summary>What takes its place; the same presentation to take other lots.</summary>
    public required PresentationId Presentation { get; init; }

    /// <summary>How much of it, in its base unit or a pack.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>The lots that a person chose; null leaves the choice to the pharmacy.</summary>
    public IReadOnlyList<LotChoice>? Lots { get; init; }

    /// <summary>Why; 1 to 200 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>The authoriser's proof; needed when it becomes another medication.</summary>
    public HandOvers.PersonProof? Authoriser { get; init; }

    /// <summary>The station, 1 to 100 characters.</summary>
    public string Device { get; init; } = "station";
}
