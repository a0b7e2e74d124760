using Clinic.Dispensing.Stock;

namespace Clinic.Dispensing.Preparing;

/// <summary>Says that stock kept aside is gone: recalled, expired, counted away; by the system.</summary>
public sealed record LoseStock : DispensationCommand<DispensationAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.lose-stock";

    /// <summary>The reservation.</summary>
    public required Guid Reservation { get; init; }

    /// <summary>What of which lot is gone, in base units; empty for all of the reservation.</summary>
    public IReadOnlyList<LotChoice> Lots { get; init; } = [];

    /// <summary>Why, as a code such as <c>recall</c>; 1 to 60 characters.</summary>
    public required string Cause { get; init; }
}
