namespace Clinic.Abstractions;

/// <summary>New ids of a given kind.</summary>
public static class IdGeneratorExtensions
{
    /// <summary>A new id of the asked kind.</summary>
    public static TId Next<TId>(this IIdGenerator ids)
        where TId : struct, IClinicId<TId>
    {
        ArgumentNullException.ThrowIfNull(ids);
        return TId.From(ids.Next());
    }
}
