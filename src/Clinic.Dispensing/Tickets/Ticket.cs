using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Dispensing.Tickets;

/// <summary>Something that must be explained before the books close.</summary>
/// <param name="Id">The id.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Line">The line's number; null when it is about the whole dispensation.</param>
/// <param name="Lot">The lot; null when it is about a line or the whole.</param>
/// <param name="Amount">The difference in the account unit when raised: positive is missing, negative is too much; null where none.</param>
/// <param name="RaisedBy">Who raised it; the clock is the system's actor.</param>
/// <param name="RaisedAt">When.</param>
/// <param name="Owner">Who looks into it; null until somebody is assigned, then the supervisors do.</param>
/// <param name="Due">By when it must be resolved.</param>
/// <param name="Escalations">How often it was brought up again after the due time.</param>
/// <param name="Evidence">What people know, oldest first.</param>
/// <param name="Resolution">How it ended; null while open.</param>
public sealed record Ticket(
    TicketId Id, TicketKind Kind, int? Line, LotId? Lot, decimal? Amount, PersonId RaisedBy, Instant RaisedAt, PersonId? Owner, Instant Due,
    int Escalations, IReadOnlyList<Evidence> Evidence, TicketResolution? Resolution)
{
    /// <summary>Whether it waits to be resolved.</summary>
    public bool IsOpen => Resolution is null;

    /// <summary>Whether it keeps the account under review while open.</summary>
    public bool KeepsUnderReview => Kind is TicketKind.Difference or TicketKind.DoseBeyondDelivered;

    /// <summary>The kind and id.</summary>
    public override string ToString() => $"{Kind} {Id}";
}
