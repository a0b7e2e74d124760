using System.Globalization;
using NodaTime;

namespace Clinic.Abstractions;

/// <summary>Who did or tried what to which thing, when and from where.</summary>
/// <param name="Id">The id of the entry.</param>
/// <param name="Tenant">The clinic.</param>
/// <param name="Site">The site the command named.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="Source">Where the command came from.</param>
/// <param name="Command">The command id.</param>
/// <param name="CommandName">The permanent name of the command.</param>
/// <param name="Action">What was done, such as <c>stock.issued</c>; of a refusal the command's name.</param>
/// <param name="Subject">What it was done to; null for a refusal.</param>
/// <param name="Outcome">Done or refused.</param>
/// <param name="Codes">The codes of all failed guards of a refusal.</param>
/// <param name="Note">Figures and codes for a reader; no patient data.</param>
public sealed record AuditEntry(
    Guid Id, TenantId Tenant, SiteId Site, Instant At, PersonId Actor, string Source, CommandId Command, string CommandName,
    string Action, FactKey? Subject, AuditOutcome Outcome, IReadOnlyList<string> Codes, string? Note)
{
    private const int MostFailures = 20;

    /// <summary>The request it came with; null for jobs, and for entries older than this.</summary>
    public RequestScope? Request { get; init; }

    /// <summary>The keyed hash of what was asked, secrets left out, as <c>keyId:hex</c>; of a done command the one it is known by.</summary>
    public string? RequestHash { get; init; }

    /// <summary>The keyed hash of the stored answer as JSON, as <c>keyId:hex</c>; null for a refusal.</summary>
    public string? ResponseHash { get; init; }

    /// <summary>The facts that the command relied on, as <c>kind/id@version</c>; null for entries older than this.</summary>
    public IReadOnlyList<string>? References { get; init; }

    internal static AuditEntry Accepted(
        Guid id, CommandContext x, string commandName, Instant at, string action, FactKey subject, string? note) =>
        new(id, x.Tenant, x.Site, at, x.Actor.Person, x.Source, x.Command, commandName, action, subject, AuditOutcome.Accepted, [], note)
        {
            Request = x.Request,
        };

    internal static AuditEntry Refused(Guid id, CommandContext x, string commandName, Instant at, IRuleViolation violation, string? requestHash) =>
        new(id, x.Tenant, x.Site, at, x.Actor.Person, x.Source, x.Command, commandName, commandName, null, AuditOutcome.Refused,
            [.. violation.Failures.Select(f => f.Code).Distinct()], Shorten(violation.Failures))
        {
            Request = x.Request,
            RequestHash = requestHash,
            References = [],
        };

    // A file of fifty thousand wrong rows is refused once, not written into the audit.
    private static string Shorten(IReadOnlyList<RuleFailure> failures)
    {
        var note = string.Join("; ", failures.Take(MostFailures));
        return failures.Count <= MostFailures ? note : string.Create(CultureInfo.InvariantCulture, $"{note}; and {failures.Count - MostFailures} more");
    }
}
