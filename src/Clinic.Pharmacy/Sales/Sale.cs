using Clinic.Abstractions;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Sales.Shifts;
using NodaTime;

namespace Clinic.Pharmacy.Sales;

/// <summary>A sale to a patient or customer: basket, hand-over, payments, and what came back of it.</summary>
public sealed class Sale
{
    private readonly SaleSnapshot state;

    private Sale(SaleSnapshot state) => this.state = state;

    /// <summary>The id.</summary>
    public SaleId Id => state.Head.Id;

    /// <summary>Everything but the lists.</summary>
    public SaleHead Head => state.Head;

    /// <summary>The lines by number.</summary>
    public IReadOnlyList<SaleLine> Lines => state.Lines;

    /// <summary>Payments and refunds by number.</summary>
    public IReadOnlyList<SalePayment> Payments => state.Payments;

    /// <summary>The returns by number.</summary>
    public IReadOnlyList<SaleReturn> Returns => state.Returns;

    /// <summary>Where the sale stands.</summary>
    public SaleStatus Status => state.Head.Status;

    /// <summary>Counts the changes, from 1.</summary>
    public long Version => state.Head.Version;

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => state.Head.Fact();

    /// <summary>The taxes of all lines, per group.</summary>
    public IReadOnlyList<TaxPart> Taxes() => TaxSums.Of(Lines.SelectMany(l => l.Price.Taxes));

    /// <summary>What was paid by a kind and has not gone back.</summary>
    public Money PaidBy(PaymentKind kind) => Payments.Where(p => p.Kind == kind).Aggregate(Money.Zero(Head.Net.Currency), (sum, p) => p.IsRefund ? sum - p.Amount : sum + p.Amount);

    /// <summary>Makes the aggregate from stored state or new data.</summary>
    /// <exception cref="PharmacyException">Fields are malformed or sums do not agree; every one is named.</exception>
    public static Sale Restore(SaleSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var fields = new FieldCheck();
        var head = snapshot.Head;
        var zero = Money.Zero(head.Net.Currency);
        fields.Check("lines", snapshot.Lines.Count == head.LineCount, snapshot.Lines.Count, $"{head.LineCount} as the head says");
        fields.Check("lines", snapshot.Lines.DistinctBy(l => l.Number).Count() == snapshot.Lines.Count && snapshot.Lines.All(l => l.Number >= 1 && l.Number <= head.LastLine), snapshot.Lines.Count, "each number once");
        fields.Check("lines", snapshot.Lines.DistinctBy(l => l.Presentation).Count() == snapshot.Lines.Count, snapshot.Lines.Count, "each presentation once");
        fields.Check("net", snapshot.Lines.Aggregate(zero, (sum, l) => sum + l.Price.Net) == head.Net, head.Net, "the sum of the lines");
        fields.Check("tax", snapshot.Lines.Aggregate(zero, (sum, l) => sum + l.Price.Tax()) == head.Tax, head.Tax, "the sum of the lines");
        fields.Check("credited", snapshot.Returns.Aggregate(zero, (sum, r) => sum + r.Total) == head.Credited && head.Credited.Amount <= head.Total().Amount, head.Credited, "the sum of the returns, at most the total");
        if (head.Status is SaleStatus.Completed or SaleStatus.PartlyReturned or SaleStatus.Returned)
        {
            var paid = snapshot.Payments.Aggregate(zero, (sum, p) => p.IsRefund ? sum - p.Amount : sum + p.Amount);
            fields.Check("payments", paid == head.Total() - head.Credited, paid, $"{head.Total() - head.Credited}");
            fields.Check("lines", snapshot.Lines.All(l => l.Posting is not null && l.Parts.Count > 0), "a line without lots", "lots for every line");
        }

        fields.Check("version", head.Version >= 1, head.Version, "1 or more");
        fields.ThrowIfAny();
        return new(snapshot);
    }

    /// <summary>The basket with other lines of the same prices, such as with reservations.</summary>
    /// <exception cref="PharmacyException">It is no basket.</exception>
    public Sale With(IReadOnlyList<SaleLine> lines) =>
        Restore(state with { Head = Head with { Status = SaleLifecycle.Next(Id, Status, SaleTrigger.Change), Version = Version + 1 }, Lines = lines });

    /// <summary>The sale paid and handed over.</summary>
    /// <param name="head">The head with shift, invoice, buyer, rounding and instant.</param>
    /// <param name="lines">The lines with their lots and frozen prices.</param>
    /// <param name="payments">The payments; they sum to the total.</param>
    /// <exception cref="PharmacyException">It is no basket, or the sums do not agree.</exception>
    public Sale Complete(SaleHead head, IReadOnlyList<SaleLine> lines, IReadOnlyList<SalePayment> payments)
    {
        ArgumentNullException.ThrowIfNull(head);
        return Restore(new(head with { Status = SaleLifecycle.Next(Id, Status, SaleTrigger.Complete), Version = Version + 1 }, lines, payments, []));
    }

    /// <summary>The sale after goods came back.</summary>
    /// <param name="back">The return with its credit lines.</param>
    /// <param name="refunds">What was paid back; it sums to the credit.</param>
    /// <exception cref="PharmacyException">Nothing is out, or more comes back than was sold.</exception>
    public Sale TakeBack(SaleReturn back, IReadOnlyList<SalePayment> refunds)
    {
        ArgumentNullException.ThrowIfNull(back);
        ArgumentNullException.ThrowIfNull(refunds);
        var lines = Lines.Select(l => l with { Parts = [.. l.Parts.Select(p => Less(back, l, p))] }).ToList();
        var trigger = lines.All(l => l.Parts.All(p => p.Outstanding().IsZero)) ? SaleTrigger.ReturnRest : SaleTrigger.ReturnPart;
        return Restore(new(
            Head with { Status = SaleLifecycle.Next(Id, Status, trigger), Credited = Head.Credited + back.Total, Version = Version + 1 },
            lines, [.. Payments, .. refunds], [.. Returns, back]));
    }

    /// <summary>The basket given up, or the whole sale taken back.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="refunds">What was paid back: everything; empty for a basket.</param>
    /// <param name="at">When.</param>
    /// <exception cref="PharmacyException">Some of it came back already, or it is cancelled.</exception>
    public Sale Cancel(string reason, IReadOnlyList<SalePayment> refunds, Instant at)
    {
        ArgumentNullException.ThrowIfNull(refunds);
        var status = SaleLifecycle.Next(Id, Status, SaleTrigger.Cancel);
        return Restore(new(Head with { Status = status, Reason = reason, Cancelled = at, Version = Version + 1 }, Lines, [.. Payments, .. refunds], Returns));
    }

    /// <summary>Refunds of everything that is still paid, by the kinds it was paid with.</summary>
    internal IReadOnlyList<SalePayment> RefundAll(ShiftId shift, PersonId by, Instant at) =>
        Refunded([.. Payments.Select(p => p.Kind).Distinct().Select(k => new Refund(k, PaidBy(k))).Where(r => r.Amount.Amount > 0)], shift, by, at, null);

    internal IReadOnlyList<SalePayment> Refunded(IReadOnlyList<Refund> refunds, ShiftId shift, PersonId by, Instant at, int? back) =>
    [
        .. refunds.Select((r, i) => new SalePayment(
            Payments.Count + i + 1, r.Kind, r.Amount, IsRefund: true, null, null,
            Payments.FirstOrDefault(p => p.Kind == r.Kind)?.Department, shift, at, by, back)),
    ];

    /// <summary>The whole state.</summary>
    public SaleSnapshot ToSnapshot() => state;

    private static SalePart Less(SaleReturn back, SaleLine line, SalePart part) =>
        part with { Returned = back.Lines.Where(b => b.Line == line.Number && b.Lot == part.Lot).Aggregate(part.Returned, (sum, b) => sum + b.Quantity) };
}
