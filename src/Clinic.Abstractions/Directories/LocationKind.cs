namespace Clinic.Abstractions;

/// <summary>What a location is for.</summary>
public enum LocationKind
{
    /// <summary>Stock that may be picked when the location says so.</summary>
    Store,

    /// <summary>Doubtful, damaged or recalled goods; never picked.</summary>
    Quarantine,

    /// <summary>Goods on their way between locations; never picked.</summary>
    Transit,
}
