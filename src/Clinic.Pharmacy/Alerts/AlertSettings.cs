namespace Clinic.Pharmacy.Alerts;

/// <summary>How a kind of alert judges; what is null is taken from the options.</summary>
public sealed record AlertSettings
{
    /// <summary>Expiry: days before the last usable day, each 0 to 3,650, at most ten.</summary>
    public IReadOnlyList<int>? Levels { get; init; }

    /// <summary>Low stock: the least base units on hand.</summary>
    public decimal? MinimumOnHand { get; init; }

    /// <summary>Low stock: the least days of supply.</summary>
    public decimal? MinimumDays { get; init; }

    /// <summary>Low stock, expiry risk and unusual consumption: how many days back consumption is looked at.</summary>
    public int? WindowDays { get; init; }

    /// <summary>Expiry risk: how many days ahead expiry is looked at.</summary>
    public int? HorizonDays { get; init; }

    /// <summary>Expiry risk: the least value at cost, in the site's currency.</summary>
    public decimal? MinimumValue { get; init; }

    /// <summary>Unusual consumption: the least distance from the median, in scaled spreads.</summary>
    public decimal? Threshold { get; init; }

    /// <summary>Unusual consumption: the least spread in base units.</summary>
    public decimal? Floor { get; init; }

    /// <summary>Unusual consumption: the least number of comparable days.</summary>
    public int? MinimumSample { get; init; }

    /// <summary>Unusual consumption: which side is looked at.</summary>
    public UnusualDirection? Direction { get; init; }

    /// <summary>Open discrepancies: after how many days.</summary>
    public int? OpenDays { get; init; }
}
