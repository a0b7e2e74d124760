using NodaTime;

namespace Clinic.Abstractions;

/// <summary>Which audit entries are asked for; every part that is null takes all.</summary>
/// <param name="Subject">Entries about one thing.</param>
/// <param name="Actor">Entries of one person.</param>
/// <param name="Outcome">Done or refused.</param>
/// <param name="From">From this instant on.</param>
/// <param name="Until">Before this instant.</param>
public sealed record AuditQuery(
    FactKey? Subject = null, PersonId? Actor = null, AuditOutcome? Outcome = null, Instant? From = null, Instant? Until = null);
