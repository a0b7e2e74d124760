using NodaTime;

namespace Clinic.Storage.Turso;

/// <summary>A row of the tracker.</summary>
internal sealed record AppliedMigration(string Set, int Version, string Name, string Checksum, Instant At, string By);
