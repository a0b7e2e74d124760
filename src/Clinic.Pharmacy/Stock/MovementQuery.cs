using Clinic.Abstractions;
using Clinic.Pharmacy.Transfers;
using NodaTime;

namespace Clinic.Pharmacy.Stock;

/// <summary>Which movements are asked for; every part that is null takes all.</summary>
public sealed record MovementQuery
{
    /// <summary>Of one presentation.</summary>
    public PresentationId? Presentation { get; init; }

    /// <summary>Of one lot.</summary>
    public LotId? Lot { get; init; }

    /// <summary>At one location.</summary>
    public LocationId? Location { get; init; }

    /// <summary>Of one kind.</summary>
    public MovementKind? Kind { get; init; }

    /// <summary>Of one transfer.</summary>
    public TransferId? Transfer { get; init; }

    /// <summary>To one patient.</summary>
    public PatientId? Patient { get; init; }

    /// <summary>Occurred at or after.</summary>
    public Instant? From { get; init; }

    /// <summary>Occurred before.</summary>
    public Instant? Until { get; init; }
}
