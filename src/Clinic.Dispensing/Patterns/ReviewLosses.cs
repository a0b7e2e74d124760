using NodaTime;

namespace Clinic.Dispensing.Patterns;

/// <summary>Looks for loss patterns in a period; a command, since every look at them is in the audit.</summary>
public sealed record ReviewLosses : DispensingCommand<int>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.review-losses";

    /// <summary>The first local date of the site.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last local date, itself included.</summary>
    public required LocalDate Through { get; init; }
}
