namespace Clinic.Pharmacy.CountSessions;

/// <summary>Writes down what was counted; until the round is handed in, a later entry corrects an earlier one.</summary>
public sealed record EnterCounts : PharmacyCommand<CountSessionAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.enter-counts";

    /// <summary>The session.</summary>
    public required CountSessionId Session { get; init; }

    /// <summary>The lots, each once, at least one.</summary>
    public required IReadOnlyList<CountedLot> Lots { get; init; }

    /// <summary>The second counter, whom controlled medicines demand; null where nobody is needed.</summary>
    public CounterProof? Second { get; init; }

    /// <summary>The station where the second counter proves it; 1 to 100 characters.</summary>
    public string Device { get; init; } = "station";
}
