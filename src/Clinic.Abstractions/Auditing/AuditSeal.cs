using NodaTime;

namespace Clinic.Abstractions;

/// <summary>A keyed seal over a range of audit entries, chained to the seal before it.</summary>
/// <param name="Tenant">The clinic.</param>
/// <param name="Number">Counts the seals of the tenant, from 1.</param>
/// <param name="From">The first position it covers.</param>
/// <param name="To">The last position it covers.</param>
/// <param name="KeyId">The id of the key.</param>
/// <param name="At">When it was made.</param>
/// <param name="Previous">The hash of the seal before; empty for the first.</param>
/// <param name="Marks">Per position the entry's id and its keyed hash, so that damage can be named.</param>
/// <param name="Hash">HMAC-SHA-256 over all of the above, in hex.</param>
public sealed record AuditSeal(
    TenantId Tenant, long Number, long From, long To, string KeyId, Instant At, string Previous, ReadOnlyMemory<byte> Marks, string Hash)
{
    /// <summary>The most entries under one seal.</summary>
    public const int MostEntries = 1_000;

    /// <summary>What is published outside the database.</summary>
    public PublishedSeal Published => new(Tenant, Number, From, To, KeyId, At, Hash);

    /// <summary>Number and range only.</summary>
    public override string ToString() => System.FormattableString.Invariant($"seal {Number} of {From} to {To}");
}
