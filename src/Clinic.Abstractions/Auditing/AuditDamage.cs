namespace Clinic.Abstractions;

/// <summary>One place at which the audit is not what was sealed.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Position">The place among the entries; null where the row has none or a seal is meant.</param>
/// <param name="Entry">The id of the entry; null where it is not known or a seal is meant.</param>
/// <param name="Seal">The number of the seal; null where the place is under none.</param>
public sealed record AuditDamage(AuditDamageKind Kind, long? Position, string? Entry, long? Seal)
{
    /// <summary>Kind and place on one line.</summary>
    public override string ToString() => string.Join(' ', ((string?[])
    [
        Kind.ToString(), Position is { } p ? FormattableString.Invariant($"position {p}") : null, Entry is null ? null : $"entry {Entry}",
        Seal is { } s ? FormattableString.Invariant($"seal {s}") : null,
    ]).OfType<string>());
}
