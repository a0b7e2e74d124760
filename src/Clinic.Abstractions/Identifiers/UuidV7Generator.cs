using NodaTime;

namespace Clinic.Abstractions;

/// <summary>UUIDs of version 7: ordered by time, so that indexes grow at the end.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7"/>
public sealed class UuidV7Generator(IClock clock) : IIdGenerator
{
    /// <inheritdoc/>
    public Guid Next() => Guid.CreateVersion7(clock.GetCurrentInstant().ToDateTimeOffset());
}
