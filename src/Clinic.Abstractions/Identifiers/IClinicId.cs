namespace Clinic.Abstractions;

/// <summary>What every id struct offers: a UUID and a checked factory.</summary>
/// <typeparam name="TSelf">The id struct itself.</typeparam>
public interface IClinicId<TSelf>
    where TSelf : struct, IClinicId<TSelf>
{
    /// <summary>The UUID; empty only for the default value.</summary>
    Guid Value { get; }

    /// <summary>Wraps a UUID.</summary>
    /// <exception cref="ArgumentException">The UUID is empty.</exception>
    static abstract TSelf From(Guid value);
}
