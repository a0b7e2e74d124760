using Clinic.Abstractions;

namespace Clinic.Dispensing.Returning;

/// <summary>The ward says what comes back.</summary>
public sealed record DeclareReturn : DispensationCommand<ReturnAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.declare-return";

    /// <summary>The line's number.</summary>
    public required int Line { get; init; }

    /// <summary>The lot; null where the line was handed over with one lot only.</summary>
    public LotId? Lot { get; init; }

    /// <summary>How much; at most what is outstanding, in whole stock units.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>In which condition.</summary>
    public required ReturnCondition Condition { get; init; }

    /// <summary>Why; 1 to 200 characters.</summary>
    public required string Reason { get; init; }
}
