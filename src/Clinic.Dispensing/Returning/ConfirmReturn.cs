using Clinic.Abstractions;

namespace Clinic.Dispensing.Returning;

/// <summary>The pharmacy counts what came back and puts it away; a difference raises a ticket.</summary>
public sealed record ConfirmReturn : DispensationCommand<ReturnAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.confirm-return";

    /// <summary>The return.</summary>
    public required ReturnId Return { get; init; }

    /// <summary>What was counted; zero when nothing came.</summary>
    public required Quantity Counted { get; init; }

    /// <summary>Where it is put; null only when nothing came. Opened or doubtful goods go where nothing is picked.</summary>
    public LocationId? To { get; init; }
}
