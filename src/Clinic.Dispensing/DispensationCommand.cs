using Clinic.Dispensing.Dispensations;

namespace Clinic.Dispensing;

/// <summary>A command about one stored dispensation.</summary>
/// <typeparam name="TAnswer">Ids, versions, quantities and codes.</typeparam>
public abstract record DispensationCommand<TAnswer> : DispensingCommand<TAnswer>
{
    /// <summary>The dispensation.</summary>
    public required DispensationId Dispensation { get; init; }

    /// <summary>The version the caller read; null to act on whatever is stored.</summary>
    public long? Version { get; init; }
}
