using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>One migration of an enabled set, as a database sees it.</summary>
/// <param name="Set">The set, such as <c>core</c> or <c>pharmacy</c>.</param>
/// <param name="Version">The number within the set, from 1.</param>
/// <param name="Name">What it does, such as <c>create_core</c>.</param>
/// <param name="State">Where it stands.</param>
/// <param name="AppliedAt">When it was applied; null when it was not.</param>
/// <param name="AppliedBy">The account of the system that applied it; null when it was not.</param>
public sealed record MigrationStatus(string Set, int Version, string Name, MigrationState State, Instant? AppliedAt = null, string? AppliedBy = null)
{
    /// <summary>Set, version, name and state on one line.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Set} {Version:0000} {Name}: {State}");
}
