using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using NodaTime;

namespace Clinic.Dispensing.Usage;

/// <summary>What somebody reports about one dose.</summary>
public sealed record DoseData
{
    /// <summary>The line's number.</summary>
    public required int Line { get; init; }

    /// <summary>The lot; null where the line was handed over with one lot only.</summary>
    public LotId? Lot { get; init; }

    /// <summary>How much was given, in any unit that converts; per kilogram needs the weight.</summary>
    public required Quantity Amount { get; init; }

    /// <summary>The weight in kilograms, or null.</summary>
    public decimal? WeightKg { get; init; }

    /// <summary>From how many containers it came; null means one.</summary>
    public int? Containers { get; init; }

    /// <summary>What of the amount came out above the label, in the account unit; zero for nothing.</summary>
    public decimal Overfill { get; init; }

    /// <summary>When the container was opened; null means the one in use, or a fresh one.</summary>
    public Instant? OpenedAt { get; init; }

    /// <summary>Who gave it; null means the actor.</summary>
    public PersonId? Responsible { get; init; }

    /// <summary>When it was given; null means now.</summary>
    public Instant? At { get; init; }

    /// <summary>Where it was given; null means where the dispensation is for.</summary>
    public CareArea? Area { get; init; }

    /// <summary>Why there was overfill, or null; at most 200 characters.</summary>
    public string? Reason { get; init; }
}
