using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Sales.Invoices;

/// <summary>An invoice or credit note on its way to an issuer and back; what it says is read from the sale.</summary>
public sealed class Invoice
{
    private readonly InvoiceSnapshot state;

    private Invoice(InvoiceSnapshot state) => this.state = state;

    /// <summary>The id; the issuer knows a repeated request by it.</summary>
    public InvoiceId Id => state.Id;

    /// <summary>Whether it charges or credits.</summary>
    public InvoiceKind Kind => state.Kind;

    /// <summary>The sale.</summary>
    public SaleId Sale => state.Sale;

    /// <summary>Where it stands.</summary>
    public InvoiceStatus Status => state.Status;

    /// <summary>The number that came back, or null.</summary>
    public string? Number => state.Number;

    /// <summary>When the issuer is asked next; null when there is nothing to ask.</summary>
    public Instant? NextAttempt => state.NextAttempt;

    /// <summary>Counts the changes, from 1.</summary>
    public long Version => state.Version;

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => new("pharmacy.invoice", Id.Value);

    /// <summary>Makes the aggregate from stored state or new data.</summary>
    /// <exception cref="PharmacyException">Fields are malformed; every one is named.</exception>
    public static Invoice Restore(InvoiceSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var fields = new FieldCheck();
        fields.Check("return", (snapshot.Kind == InvoiceKind.CreditNote) == snapshot.Return is >= 1, snapshot.Return, "from 1 for a credit note, else nothing");
        fields.Check("total", snapshot.Total.Amount >= 0, snapshot.Total, "zero or more");
        fields.OptionalText("number", snapshot.Number, 60);
        fields.OptionalText("authorisation", snapshot.Authorisation, 100);
        fields.OptionalText("reason", snapshot.Reason, 300);
        fields.Check("number", snapshot.Status != InvoiceStatus.Accepted || snapshot.Number is not null, "nothing", "a number, once accepted");
        fields.Check("version", snapshot.Version >= 1, snapshot.Version, "1 or more");
        fields.ThrowIfAny();
        return new(snapshot);
    }

    /// <summary>A new request, due at once.</summary>
    public static Invoice Request(InvoiceId id, InvoiceKind kind, SaleId sale, int? creditsReturn, SiteId site, Money total, Instant now) => Restore(new(
        id, kind, sale, creditsReturn, site, total, now, InvoiceStatus.Pending, null, null, null, null, VoidWanted: false, null, Attempts: 0, now, Version: 1));

    /// <summary>Notes that the issuer is being asked; until the next attempt nobody else asks.</summary>
    public Invoice Attempt(Instant next) => Restore(state with { Attempts = state.Attempts + 1, NextAttempt = next, Version = Version + 1 });

    /// <summary>Notes the issuer's answer; one that comes late or twice changes nothing.</summary>
    public Invoice Answer(InvoiceOutcome outcome, Instant now)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return (Status, outcome) switch
        {
            (InvoiceStatus.Pending, InvoiceOutcome.Accepted a) => Restore(state with
            {
                Status = InvoiceStatus.Accepted,
                Number = a.Number,
                Authorisation = a.Authorisation,
                Answered = a.At,
                Attempts = 0,
                NextAttempt = state.VoidWanted ? now : null,
                Version = Version + 1,
            }),
            (InvoiceStatus.Pending, InvoiceOutcome.Rejected r) => Restore(state with
            {
                Status = state.VoidWanted ? InvoiceStatus.Void : InvoiceStatus.Rejected,
                Voided = state.VoidWanted ? now : null,
                Reason = Short(r.Reason),
                Answered = now,
                Attempts = 0,
                NextAttempt = null,
                Version = Version + 1,
            }),
            (InvoiceStatus.Accepted, InvoiceOutcome.Voided v) when state.VoidWanted => Restore(state with
            {
                Status = InvoiceStatus.Void,
                Voided = v.At,
                NextAttempt = null,
                Version = Version + 1,
            }),
            _ => this,
        };
    }

    /// <summary>Wants it annulled: at once when it never left or was rejected, else as soon as the issuer confirms.</summary>
    public Invoice Annul(string reason, Instant now) => Status switch
    {
        InvoiceStatus.Void => this,
        InvoiceStatus.Pending when state.Attempts == 0 => Restore(state with { Status = InvoiceStatus.Void, Voided = now, Reason = Short(reason), NextAttempt = null, Version = Version + 1 }),
        InvoiceStatus.Rejected => Restore(state with { Status = InvoiceStatus.Void, Voided = now, NextAttempt = null, Version = Version + 1 }),
        _ => Restore(state with { VoidWanted = true, Reason = Short(reason), NextAttempt = now, Attempts = Status == InvoiceStatus.Accepted ? 0 : state.Attempts, Version = Version + 1 }),
    };

    /// <summary>Asks again for what was rejected, after its cause was removed.</summary>
    /// <exception cref="PharmacyException">It was not rejected.</exception>
    public Invoice AskAgain(Instant now) => Status == InvoiceStatus.Rejected
        ? Restore(state with { Status = InvoiceStatus.Pending, Reason = null, Answered = null, Attempts = 0, NextAttempt = now, Version = Version + 1 })
        : throw new PharmacyException(PharmacyRules.InvoiceNotRejected, ("invoice", Id), ("status", Status));

    /// <summary>The whole state.</summary>
    public InvoiceSnapshot ToSnapshot() => state;

    private static string Short(string reason)
    {
        var line = new string([.. reason.Trim().Select(c => char.IsControl(c) ? ' ' : c)]);
        return line.Length == 0 ? "no reason given" : line.Length <= 300 ? line : line[..300].TrimEnd();
    }
}
