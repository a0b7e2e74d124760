using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Pharmacy.Alerts;
using NodaTime;

namespace Clinic.Api.Pharmacy;

/// <summary>Which alerts are wanted.</summary>
/// <param name="Kind">Of one kind.</param>
/// <param name="Severity">Of one severity.</param>
/// <param name="Status">In one status.</param>
/// <param name="Over">Only those that are over, or only those that are not.</param>
/// <param name="Presentation">About one presentation.</param>
/// <param name="Location">About one location.</param>
public sealed record AlertFilter(
    Word<AlertKind>? Kind = null, Word<AlertSeverity>? Severity = null, Word<AlertStatus>? Status = null, bool? Over = null, PresentationId? Presentation = null,
    LocationId? Location = null)
{
    internal AlertQuery ToQuery() => new()
    {
        Kind = Kind?.Value,
        Severity = Severity?.Value,
        Status = Status?.Value,
        IsOver = Over,
        Presentation = Presentation,
        Location = Location,
    };
}

/// <summary>Answers an alert.</summary>
/// <param name="Note">What is done about it.</param>
/// <param name="Version">The version that was read; or send it as If-Match.</param>
public sealed record AlertNoteRequest(string? Note = null, long? Version = null);

/// <summary>Puts an alert off.</summary>
/// <param name="Until">When it opens again.</param>
/// <param name="Note">Why.</param>
/// <param name="Version">The version that was read; or send it as If-Match.</param>
public sealed record SnoozeAlertRequest(Instant Until, string? Note = null, long? Version = null);

/// <summary>A new rule, or one to try.</summary>
/// <param name="Kind">What it warns of.</param>
/// <param name="Rule">The rule.</param>
public sealed record AlertRuleRequest(AlertKind Kind, AlertRuleData Rule);

/// <summary>Changes a rule.</summary>
/// <param name="Rule">The new data.</param>
/// <param name="Version">The version that was read; or send it as If-Match.</param>
public sealed record ReviseAlertRuleRequest(AlertRuleData Rule, long? Version = null);
