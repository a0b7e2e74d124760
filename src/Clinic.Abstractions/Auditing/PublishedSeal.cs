using NodaTime;

namespace Clinic.Abstractions;

/// <summary>The part of a seal that is kept outside the database, so that its end cannot be cut off unseen.</summary>
/// <param name="Tenant">The clinic.</param>
/// <param name="Number">The number of the seal.</param>
/// <param name="From">The first position it covers.</param>
/// <param name="To">The last position it covers.</param>
/// <param name="KeyId">The id of the key.</param>
/// <param name="At">When it was made.</param>
/// <param name="Hash">The keyed hash of the seal, in hex.</param>
public sealed record PublishedSeal(TenantId Tenant, long Number, long From, long To, string KeyId, Instant At, string Hash)
{
    /// <summary>The type of the event by which it leaves.</summary>
    public const string EventType = "clinic.audit-sealed";
}
