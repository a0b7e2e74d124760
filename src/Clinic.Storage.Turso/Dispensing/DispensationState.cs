using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Tickets;
using NodaTime;

namespace Clinic.Storage.Turso.Dispensing;

/// <summary>What of a dispensation changes and is asked for; most doses, returns and signatures leave it equal, and its indexes alone.</summary>
internal sealed record DispensationState(
    DispenseStatus Status, AccountabilityStatus Accountability, bool IsAuthorised, string? Prescription, Instant ValidUntil, Instant? AuthoriseBy,
    Instant? UseBy, int PendingReturns, Instant? ValidityDue, Instant? HoldDue, Instant? AuthorisationDue, Instant? UseDue, Instant? ConfirmationDue,
    Instant? TicketDue)
{
    public static DispensationState Of(DispensationSnapshot s) => new(
        s.Status, s.Accountability, s.Authorised is not null, s.Prescription, s.ValidUntil, s.AuthoriseBy, s.UseBy, s.Returns.Count(r => r.IsPending),
        s.Status is DispenseStatus.Requested or DispenseStatus.Authorised ? s.ValidUntil : null,
        s.Status == DispenseStatus.OnHold ? s.Hold?.Until : null,
        s.Authorised is null && !HasHad(s, TicketKind.LateAuthorisation) ? s.AuthoriseBy : null,
        s.Accountability == AccountabilityStatus.Open ? s.UseBy : null,
        HasHad(s, TicketKind.UnconfirmedReceipt) ? null : s.HandOvers.Min(h => h.Attestation is { Confirmed: null } open ? open.ConfirmBy : (Instant?)null),
        s.Tickets.Min(t => t.IsOpen ? t.Due : (Instant?)null));

    /// <summary>The column that holds a deadline.</summary>
    public static string ColumnOf(DeadlineKind kind) => kind switch
    {
        DeadlineKind.Validity => "validity_due",
        DeadlineKind.Hold => "hold_due",
        DeadlineKind.Authorisation => "authorisation_due",
        DeadlineKind.Use => "use_due",
        DeadlineKind.Confirmation => "confirmation_due",
        DeadlineKind.Ticket => "ticket_due",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown deadline."),
    };

    /// <summary>The status only.</summary>
    public override string ToString() => Status.ToString();

    private static bool HasHad(DispensationSnapshot s, TicketKind kind) => s.Tickets.Any(t => t.Kind == kind);
}
