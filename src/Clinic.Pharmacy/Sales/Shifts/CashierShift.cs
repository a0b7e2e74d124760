using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Pharmacy.Sales.Shifts;

/// <summary>One cashier's till from opening to closing, with what went through it per kind of payment.</summary>
/// <remarks>Every payment moves it one version on, so that no payment slips past a closing.</remarks>
public sealed class CashierShift
{
    private readonly ShiftSnapshot state;

    private CashierShift(ShiftSnapshot state) => this.state = state;

    /// <summary>The id.</summary>
    public ShiftId Id => state.Id;

    /// <summary>The site of the till.</summary>
    public SiteId Site => state.Site;

    /// <summary>Whose shift it is.</summary>
    public PersonId Cashier => state.Cashier;

    /// <summary>The cash in the till at the opening.</summary>
    public Money Float => state.Float;

    /// <summary>When it was opened.</summary>
    public Instant Opened => state.Opened;

    /// <summary>What went through, per kind that moved, in the order of the kinds.</summary>
    public IReadOnlyList<KindTotal> Totals => state.Totals;

    /// <summary>Whether it is open.</summary>
    public ShiftStatus Status => state.Status;

    /// <summary>Counts the changes, from 1.</summary>
    public long Version => state.Version;

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => new("pharmacy.shift", Id.Value);

    /// <summary>Makes the aggregate from stored state or new data.</summary>
    /// <exception cref="PharmacyException">Fields are malformed; every one is named.</exception>
    public static CashierShift Restore(ShiftSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var fields = new FieldCheck();
        fields.Check("float", snapshot.Float.Amount >= 0, snapshot.Float, "zero or more");
        fields.Check("float", snapshot.Float.Amount == decimal.Round(snapshot.Float.Amount, snapshot.Float.Currency.Digits), snapshot.Float, $"{snapshot.Float.Currency.Digits} decimals");
        fields.Check("totals", snapshot.Totals.DistinctBy(t => t.Kind).Count() == snapshot.Totals.Count, snapshot.Totals.Count, "each kind once");
        fields.Check("totals", snapshot.Totals.All(t => t.Taken.Currency == snapshot.Float.Currency && t.Refunded.Currency == snapshot.Float.Currency), "another currency", snapshot.Float.Currency.Code);
        fields.Check("version", snapshot.Version >= 1, snapshot.Version, "1 or more");
        fields.ThrowIfAny();
        return new(snapshot);
    }

    /// <summary>What should be there now of a kind: the float for cash, plus taken, less refunded.</summary>
    public Money ExpectedOf(PaymentKind kind)
    {
        var start = kind == PaymentKind.Cash ? Float : Money.Zero(Float.Currency);
        return state.Totals.FirstOrDefault(t => t.Kind == kind) is { } total ? start + total.Taken - total.Refunded : start;
    }

    /// <summary>Puts payments and refunds through the till.</summary>
    /// <exception cref="PharmacyException">It is closed.</exception>
    public CashierShift Take(IReadOnlyList<SalePayment> payments)
    {
        ArgumentNullException.ThrowIfNull(payments);
        RequireOpen();
        var totals = state.Totals.ToDictionary(t => t.Kind);
        foreach (var p in payments)
        {
            var zero = Money.Zero(Float.Currency);
            var before = totals.GetValueOrDefault(p.Kind) ?? new KindTotal(p.Kind, zero, zero, 0);
            totals[p.Kind] = p.IsRefund
                ? before with { Refunded = before.Refunded + p.Amount, Payments = before.Payments + 1 }
                : before with { Taken = before.Taken + p.Amount, Payments = before.Payments + 1 };
        }

        return Restore(state with { Totals = [.. totals.Values.OrderBy(t => t.Kind)], Version = Version + 1 });
    }

    /// <summary>Counts the till and signs it off.</summary>
    /// <param name="counted">What was counted, for cash and every kind that moved.</param>
    /// <param name="by">Who counted.</param>
    /// <param name="reason">Why it differs; needed when it does, or when somebody else closes.</param>
    /// <param name="at">When.</param>
    /// <exception cref="PharmacyException">It is closed, a kind is not counted, or a difference has no reason.</exception>
    public CashierShift Close(IReadOnlyDictionary<PaymentKind, Money> counted, PersonId by, string? reason, Instant at)
    {
        ArgumentNullException.ThrowIfNull(counted);
        RequireOpen();
        var failures = new Failures();
        var zero = Money.Zero(Float.Currency);
        var closed = new List<KindTotal>();
        foreach (var kind in state.Totals.Select(t => t.Kind).Append(PaymentKind.Cash).Concat(counted.Keys).Distinct().Order())
        {
            var total = state.Totals.FirstOrDefault(t => t.Kind == kind) ?? new KindTotal(kind, zero, zero, 0);
            if (!counted.TryGetValue(kind, out var found))
            {
                failures.Add(PharmacyRules.ShiftNotCounted, ("kind", kind));
                continue;
            }

            failures.Require(found.Currency == Float.Currency && found.Amount >= 0 && found.Amount == decimal.Round(found.Amount, Float.Currency.Digits),
                PharmacyRules.FieldInvalid, ("field", "counted"), ("found", found), ("allowed", $"zero or more of {Float.Currency}, {Float.Currency.Digits} decimals"));
            if (failures.Count == 0) closed.Add(total with { Counted = found, Expected = ExpectedOf(kind) });
        }

        failures.ThrowIfAny();
        failures.OptionalText("reason", reason, 200);
        var differs = closed.Where(t => t.Difference is { Amount: not 0 }).ToList();
        failures.Require(reason is not null || (differs.Count == 0 && by == Cashier), PharmacyRules.ShiftReasonMissing,
            ("kind", differs.Count > 0 ? string.Join(", ", differs.Select(t => t.Kind)) : "nothing"), ("shift", Id));
        failures.ThrowIfAny();
        return Restore(state with { Totals = closed, Status = ShiftStatus.Closed, Closed = at, ClosedBy = by, Reason = reason, Version = Version + 1 });
    }

    /// <summary>The whole state.</summary>
    public ShiftSnapshot ToSnapshot() => state;

    private void RequireOpen()
    {
        if (Status != ShiftStatus.Open) throw new PharmacyException(PharmacyRules.ShiftClosed, ("shift", Id));
    }
}
