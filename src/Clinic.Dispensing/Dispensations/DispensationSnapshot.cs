using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Returning;
using Clinic.Dispensing.Tickets;
using NodaTime;

namespace Clinic.Dispensing.Dispensations;

/// <summary>The whole state of a <see cref="Dispensation"/>, as stores keep it; doses and waste are logs of their own.</summary>
public sealed record DispensationSnapshot
{
    /// <summary>The id.</summary>
    public required DispensationId Id { get; init; }

    /// <summary>The site whose zone judges it.</summary>
    public required SiteId Site { get; init; }

    /// <summary>The location it is served from.</summary>
    public required LocationId From { get; init; }

    /// <summary>The department that serves it.</summary>
    public required DepartmentId Pharmacy { get; init; }

    /// <summary>For whom it is.</summary>
    public required DispensationTarget Target { get; init; }

    /// <summary>Whether it may go ahead of its authorisation.</summary>
    public Urgency Urgency { get; init; }

    /// <summary>How far it is on its way.</summary>
    public required DispenseStatus Status { get; init; }

    /// <summary>Whether it is accounted for.</summary>
    public AccountabilityStatus Accountability { get; init; }

    /// <summary>The number on the prescription, or null.</summary>
    public string? Prescription { get; init; }

    /// <summary>How often it may be repeated.</summary>
    public RefillTerms Refills { get; init; } = RefillTerms.Once;

    /// <summary>When the request lapses unless preparation has begun.</summary>
    public required Instant ValidUntil { get; init; }

    /// <summary>Who asked.</summary>
    public required Signed Requested { get; init; }

    /// <summary>Who authorised, or null.</summary>
    public Signed? Authorised { get; init; }

    /// <summary>Who prepared, or null.</summary>
    public Signed? Prepared { get; init; }

    /// <summary>Who checked the preparation, or null.</summary>
    public Signed? Checked { get; init; }

    /// <summary>The pause, or null.</summary>
    public HoldState? Hold { get; init; }

    /// <summary>Why it ended without being delivered in whole, or null.</summary>
    public EndState? Ended { get; init; }

    /// <summary>By when an urgent one must be authorised; null when it need not.</summary>
    public Instant? AuthoriseBy { get; init; }

    /// <summary>By when use must be finished; null before the first hand-over.</summary>
    public Instant? UseBy { get; init; }

    /// <summary>When the books were closed; null while they are not.</summary>
    public Signed? Closed { get; init; }

    /// <summary>At least one, numbered from 1.</summary>
    public required IReadOnlyList<DispensationLine> Lines { get; init; }

    /// <summary>The hand-overs, oldest first.</summary>
    public IReadOnlyList<HandOverRecord> HandOvers { get; init; } = [];

    /// <summary>The returns, oldest first.</summary>
    public IReadOnlyList<ReturnRecord> Returns { get; init; } = [];

    /// <summary>The tickets, oldest first.</summary>
    public IReadOnlyList<Ticket> Tickets { get; init; } = [];

    /// <summary>Everybody who took part, each once, in the order of coming in.</summary>
    public IReadOnlyList<PersonId> Participants { get; init; } = [];

    /// <summary>Counts the changes, from 1.</summary>
    public required long Version { get; init; }

    /// <summary>When a deadline of a kind passes; null where it does not run or was dealt with. Stores look for it.</summary>
    public Instant? DeadlineOf(DeadlineKind kind) => kind switch
    {
        DeadlineKind.Validity => Status is DispenseStatus.Draft or DispenseStatus.Requested or DispenseStatus.Authorised ? ValidUntil : null,
        DeadlineKind.Hold => Status == DispenseStatus.OnHold ? Hold?.Until : null,
        DeadlineKind.Authorisation => Authorised is null && !HasHad(TicketKind.LateAuthorisation) ? AuthoriseBy : null,
        DeadlineKind.Use => IsUseDue ? UseBy : null,
        DeadlineKind.Confirmation => HandOvers.Min(h => IsUnconfirmed(h) && !WasRaisedFor(h) ? h.Attestation!.ConfirmBy : (Instant?)null),
        DeadlineKind.Ticket => Tickets.Min(t => t.IsOpen ? t.Due : (Instant?)null),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown deadline."),
    };

    /// <summary>The id only; much of the rest is private.</summary>
    public override string ToString() => Id.ToString();

    /// <summary>Whether a hand-over was attested and the recipient has not confirmed it.</summary>
    internal static bool IsUnconfirmed(HandOverRecord handOver) => handOver.Attestation is { Confirmed: null };

    /// <summary>Whether a ticket speaks of a receipt that was not confirmed in time; one of an earlier hand-over does not.</summary>
    internal bool WasRaisedFor(HandOverRecord handOver) =>
        Tickets.Any(t => t.Kind == TicketKind.UnconfirmedReceipt && t.RaisedAt >= handOver.Attestation!.ConfirmBy);

    // A ward that says it has finished while something is outstanding is still looked after.
    private bool IsUseDue => Accountability == AccountabilityStatus.Open
        || (Accountability == AccountabilityStatus.ToReconcile && !HasHad(TicketKind.OverdueRemainder)
            && (Lines.Any(l => l.Accounts.Any(a => a.Outstanding != 0)) || Returns.Any(r => r.IsPending)));

    private bool HasHad(TicketKind kind) => Tickets.Any(t => t.Kind == kind);
}
