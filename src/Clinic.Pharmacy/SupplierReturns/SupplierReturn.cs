using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.SupplierReturns;

/// <summary>Goods on their way back to a supplier, from the draft to the credit note.</summary>
public sealed class SupplierReturn
{
    private readonly SupplierReturnSnapshot state;

    private SupplierReturn(SupplierReturnSnapshot state) => this.state = state;

    /// <summary>The id.</summary>
    public SupplierReturnId Id => state.Id;

    /// <summary>Where it stands.</summary>
    public SupplierReturnStatus Status => state.Status;

    /// <summary>The lots, each place once.</summary>
    public IReadOnlyList<SupplierReturnLine> Lines => state.Lines;

    /// <summary>Counts the changes, from 1.</summary>
    public long Version => state.Version;

    /// <summary>The exact cost of what goes back.</summary>
    public Money Cost => Lines.Skip(1).Aggregate(Lines[0].Cost, (sum, l) => sum + l.Cost);

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => new("pharmacy.supplier-return", Id.Value);

    /// <summary>The paper that the ledger names; its posting moves only with this record.</summary>
    public string Document => $"supplier-return/{Id}";

    /// <summary>Makes the aggregate from stored state or new data.</summary>
    /// <exception cref="PharmacyException">Fields are malformed; every one is named.</exception>
    public static SupplierReturn Restore(SupplierReturnSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var fields = new FieldCheck();
        fields.Text("supplier", snapshot.Supplier, 200);
        fields.OptionalText("note", snapshot.Note, 200);
        fields.Check("reason", Enum.IsDefined(snapshot.Reason), snapshot.Reason, string.Join(", ", Enum.GetNames<SupplierReturnReason>()));
        fields.Check("note", snapshot.Reason != SupplierReturnReason.Other || snapshot.Note is not null, "nothing", "what else the reason is");
        fields.Check("lines", snapshot.Lines.Count > 0, 0, "at least one");
        fields.Check("lines", snapshot.Lines.DistinctBy(l => (l.Lot, l.Location)).Count() == snapshot.Lines.Count, snapshot.Lines.Count, "each lot and location once");
        fields.Check("lines", snapshot.Lines.DistinctBy(l => l.UnitCost.Currency).Count() <= 1, snapshot.Lines.Count, "one currency");
        fields.Check("version", snapshot.Version >= 1, snapshot.Version, "1 or more");
        fields.ThrowIfAny();
        return new(snapshot);
    }

    /// <summary>Allows it to be shipped.</summary>
    /// <exception cref="PharmacyException">It is no draft.</exception>
    public SupplierReturn Approve(PersonId by) => Next(state with { Status = Fire(SupplierReturnTrigger.Approve), ApprovedBy = by });

    /// <summary>The goods leave.</summary>
    /// <exception cref="PharmacyException">It is not approved.</exception>
    public SupplierReturn Ship(PersonId by, Instant at, PostingId posting) =>
        Next(state with { Status = Fire(SupplierReturnTrigger.Ship), ShippedBy = by, Shipped = at, Posting = posting });

    /// <summary>The credit note arrives.</summary>
    /// <exception cref="PharmacyException">Nothing was shipped, or the amount is in another currency or negative.</exception>
    public SupplierReturn CreditBy(string number, Money amount, PersonId by, Instant now)
    {
        var status = Fire(SupplierReturnTrigger.Credit);
        var failures = new Failures();
        failures.Text("number", number, 60);
        failures.Require(amount.Currency == Cost.Currency, PharmacyRules.CostCurrencyWrong, ("found", amount.Currency), ("allowed", Cost.Currency));
        failures.Require(amount.Amount >= 0 && decimal.Round(amount.Amount, amount.Currency.Digits) == amount.Amount, PharmacyRules.FieldInvalid, ("field", "amount"), ("found", amount.Amount), ("allowed", $"0 or more, at most {amount.Currency.Digits} decimals"));
        failures.ThrowIfAny();
        return Next(state with { Status = status, Credit = new(number, amount, amount - Cost, by, now) });
    }

    /// <summary>Gives it up; nothing has left.</summary>
    /// <exception cref="PharmacyException">It was shipped or has ended.</exception>
    public SupplierReturn Cancel(string reason) => Next(state with { Status = Fire(SupplierReturnTrigger.Cancel), Note = reason });

    /// <summary>The whole state.</summary>
    public SupplierReturnSnapshot ToSnapshot() => state;

    internal SupplierReturnStatus Fire(SupplierReturnTrigger trigger) => SupplierReturnLifecycle.Next(Id, Status, trigger);

    private static SupplierReturn Next(SupplierReturnSnapshot next) => Restore(next with { Version = next.Version + 1 });
}
