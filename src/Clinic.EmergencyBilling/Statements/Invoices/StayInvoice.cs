using Clinic.Abstractions;
using Clinic.EmergencyBilling.Stays;
using NodaTime;

namespace Clinic.EmergencyBilling.Statements.Invoices;

/// <summary>An invoice or credit note of a stay, on its way to an issuer and back.</summary>
public sealed class StayInvoice
{
    private readonly StayInvoiceSnapshot state;

    private StayInvoice(StayInvoiceSnapshot state) => this.state = state;

    /// <summary>The id.</summary>
    public StayInvoiceId Id => state.Id;

    /// <summary>The stay.</summary>
    public StayId Stay => state.Stay;

    /// <summary>Where it stands.</summary>
    public StayInvoiceStatus Status => state.Status;

    /// <summary>The number that came back, or null.</summary>
    public string? Number => state.Number;

    /// <summary>How often the issuer was asked since its last answer.</summary>
    public int Attempts => state.Attempts;

    /// <summary>What it asks for; negative for credit notes.</summary>
    public decimal Total => state.Lines.Sum(l => l.Total);

    /// <summary>Counts the changes, from 1.</summary>
    public long Version => state.Version;

    /// <summary>Whether it charges and was not taken back.</summary>
    public bool IsCharge => state.Kind == StayInvoiceKind.Invoice && state.Status is not (StayInvoiceStatus.Void or StayInvoiceStatus.Credited);

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => FactOf(Id);

    /// <summary>The fact of an invoice.</summary>
    public static FactKey FactOf(StayInvoiceId id) => new("emergency.stay-invoice", id.Value);

    /// <summary>Makes the aggregate from stored state or new data.</summary>
    /// <exception cref="EmergencyBillingException">Fields are malformed; every one is named.</exception>
    public static StayInvoice Restore(StayInvoiceSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var failures = new Failures();
        failures.Field("id", snapshot.Id != default, "nothing", "an id");
        failures.Field("lines", snapshot.Lines.Count > 0, 0, "at least one");
        failures.Field("credits", (snapshot.Kind == StayInvoiceKind.CreditNote) == snapshot.Credits is not null, snapshot.Credits, "the invoice, for a credit note only");
        failures.OptionalText("number", snapshot.Number, 60);
        failures.OptionalText("authorisation", snapshot.Authorisation, 100);
        failures.OptionalText("reason", snapshot.Reason, 300);
        failures.Field("number", snapshot.Status is not (StayInvoiceStatus.Accepted or StayInvoiceStatus.Credited) || snapshot.Number is not null, "nothing", "a number, once accepted");
        failures.Field("version", snapshot.Version >= 1, snapshot.Version, "1 or more");
        failures.ThrowIfAny();
        return new(snapshot);
    }

    /// <summary>Notes that the issuer is being asked; until the next attempt nobody else asks.</summary>
    public StayInvoice Attempt(Instant next) => Change(state with { Attempts = state.Attempts + 1, NextAttempt = next });

    /// <summary>Notes the issuer's answer; one that comes late or twice changes nothing.</summary>
    public StayInvoice Answer(StayInvoiceOutcome outcome, Instant now)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (Status != StayInvoiceStatus.Pending) return this;
        return outcome switch
        {
            StayInvoiceOutcome.Accepted a => Change(state with
            {
                Status = StayInvoiceStatus.Accepted,
                Number = a.Number,
                Authorisation = a.Authorisation,
                Answered = a.At,
                Attempts = 0,
                NextAttempt = null,
            }),
            StayInvoiceOutcome.Rejected r => Change(state with
            {
                Status = StayInvoiceStatus.Rejected,
                Reason = Short(r.Reason),
                Answered = now,
                Attempts = 0,
                NextAttempt = null,
            }),
            _ => this,
        };
    }

    /// <summary>Asks again for what was rejected, after its cause was removed.</summary>
    /// <exception cref="EmergencyBillingException">It was not rejected.</exception>
    public StayInvoice AskAgain(Instant now) => Status == StayInvoiceStatus.Rejected
        ? Change(state with { Status = StayInvoiceStatus.Pending, Reason = null, Answered = null, NextAttempt = now })
        : throw new EmergencyBillingException(EmergencyBillingRules.InvoiceNotRejected, ("invoice", Id), ("status", Status));

    /// <summary>The whole state.</summary>
    public StayInvoiceSnapshot ToSnapshot() => state;

    internal StayInvoice Credited() => Change(state with { Status = StayInvoiceStatus.Credited });

    internal StayInvoice Annulled(Instant now) => Change(state with { Status = StayInvoiceStatus.Void, Answered = state.Answered ?? now, NextAttempt = null });

    /// <summary>The credit note that takes it back: every line negated.</summary>
    internal StayInvoice Negation(StayInvoiceId id, int revision, Instant now) => Restore(state with
    {
        Id = id,
        Kind = StayInvoiceKind.CreditNote,
        Revision = revision,
        Lines = [.. state.Lines.Select(l => l with { Quantity = -l.Quantity, Net = -l.Net, Tax = -l.Tax })],
        Credits = Id,
        Requested = now,
        Status = StayInvoiceStatus.Pending,
        Number = null,
        Authorisation = null,
        Reason = null,
        Answered = null,
        Attempts = 0,
        NextAttempt = now,
        Version = 1,
    });

    private StayInvoice Change(StayInvoiceSnapshot next) => Restore(next with { Version = Version + 1 });

    private static string Short(string reason)
    {
        var line = new string([.. reason.Trim().Select(c => char.IsControl(c) ? ' ' : c)]).Trim();
        return line.Length == 0 ? "no reason given" : line.Length <= 300 ? line : line[..300].TrimEnd();
    }
}
