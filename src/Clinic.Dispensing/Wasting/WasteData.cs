using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.Wasting;

/// <summary>What is discarded of a delivery.</summary>
public sealed record WasteData
{
    /// <summary>The line's number.</summary>
    public required int Line { get; init; }

    /// <summary>The lot; null where the line was handed over with one lot only.</summary>
    public LotId? Lot { get; init; }

    /// <summary>Why, as a code.</summary>
    public required RemainderKind Kind { get; init; }

    /// <summary>How much, in any unit that converts; at most what is outstanding.</summary>
    public required Quantity Amount { get; init; }

    /// <summary>Why, in words; 1 to 200 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was drawn up or opened, or null.</summary>
    public Instant? DrawnAt { get; init; }

    /// <summary>When it was discarded; null means now.</summary>
    public Instant? At { get; init; }

    /// <summary>The reference of a destruction certificate; at most 60 characters, or null.</summary>
    public string? Certificate { get; init; }
}
