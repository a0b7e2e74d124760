using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
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
        s.DeadlineOf(DeadlineKind.Validity), s.DeadlineOf(DeadlineKind.Hold), s.DeadlineOf(DeadlineKind.Authorisation), s.DeadlineOf(DeadlineKind.Use),
        s.DeadlineOf(DeadlineKind.Confirmation), s.DeadlineOf(DeadlineKind.Ticket));

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
}
