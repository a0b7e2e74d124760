using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Transfers;

/// <summary>Goods sent from one location to another, counted in transit until they arrive.</summary>
public sealed class Transfer
{
    private readonly TransferSnapshot state;

    private Transfer(TransferSnapshot state) => this.state = state;

    /// <summary>The id.</summary>
    public TransferId Id => state.Id;

    /// <summary>Where the goods left.</summary>
    public LocationId From => state.From;

    /// <summary>The transit location in which they are counted meanwhile.</summary>
    public LocationId Via => state.Via;

    /// <summary>Where they are going.</summary>
    public LocationId To => state.To;

    /// <summary>The lots, each once.</summary>
    public IReadOnlyList<TransferLine> Lines => state.Lines;

    /// <summary>Where the goods are.</summary>
    public TransferStatus Status => state.Status;

    /// <summary>Counts the changes, from 1.</summary>
    public long Version => state.Version;

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => new("pharmacy.transfer", Id.Value);

    /// <summary>Makes the aggregate from stored state or new data.</summary>
    /// <exception cref="PharmacyException">Fields are malformed; every one is named.</exception>
    public static Transfer Restore(TransferSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var fields = new FieldCheck();
        fields.Check("lines", snapshot.Lines.Count > 0, 0, "at least one");
        fields.Check("lines", snapshot.Lines.DistinctBy(l => l.Lot).Count() == snapshot.Lines.Count, snapshot.Lines.Count, "each lot once");
        fields.Check("lines", snapshot.Lines.All(l => l.Outstanding.Steps >= 0 && l.Received.Steps >= 0 && l.Lost.Steps >= 0), "more arrived than was sent", "at most what was sent");
        fields.Check("version", snapshot.Version >= 1, snapshot.Version, "1 or more");
        fields.ThrowIfAny();
        return new(snapshot);
    }

    /// <summary>Notes what arrived of each lot.</summary>
    /// <exception cref="PharmacyException">Nothing is on its way, a lot is not part of it, or more arrives than was sent.</exception>
    public Transfer Receive(IReadOnlyList<(LotId Lot, StockQuantity Quantity)> arrived) =>
        Change(arrived, (line, q) => line with { Received = line.Received + q });

    /// <summary>Writes off everything that is still on its way.</summary>
    /// <exception cref="PharmacyException">Nothing is on its way.</exception>
    public Transfer WriteOff()
    {
        RequireInTransit();
        return Next([.. Lines.Select(l => l with { Lost = l.Lost + l.Outstanding })]);
    }

    /// <summary>Takes back a write-off: what it counted as lost is on its way again.</summary>
    /// <exception cref="PharmacyException">The dispatch was reversed, or that much was never written off.</exception>
    public Transfer Recover(IReadOnlyList<(LotId Lot, StockQuantity Quantity)> found) =>
        TakeBack(found, (line, q) => line with { Lost = line.Lost - q });

    /// <summary>Takes back an arrival that was a mistake.</summary>
    /// <exception cref="PharmacyException">The dispatch was reversed, or that much never arrived.</exception>
    public Transfer Unreceive(IReadOnlyList<(LotId Lot, StockQuantity Quantity)> mistaken) =>
        TakeBack(mistaken, (line, q) => line with { Received = line.Received - q });

    /// <summary>Takes back a dispatch that was a mistake.</summary>
    /// <exception cref="PharmacyException">Something has arrived or was written off already.</exception>
    public Transfer Reverse()
    {
        RequireInTransit();
        if (Lines.Any(l => l.Outstanding != l.Sent)) throw new PharmacyException(PharmacyRules.TransferPartlyReceived, ("transfer", Id));
        return new(state with { Status = TransferStatus.Reversed, Version = Version + 1 });
    }

    /// <summary>The whole state.</summary>
    public TransferSnapshot ToSnapshot() => state;

    private Transfer Change(IReadOnlyList<(LotId Lot, StockQuantity Quantity)> parts, Func<TransferLine, StockQuantity, TransferLine> change)
    {
        ArgumentNullException.ThrowIfNull(parts);
        RequireInTransit();
        var lines = Lines.ToDictionary(l => l.Lot);
        var failures = new List<RuleFailure>();
        foreach (var (lot, quantity) in parts)
        {
            if (!lines.TryGetValue(lot, out var line)) failures.Add(new(PharmacyRules.LotUnknown, ("lot", lot)));
            else if (quantity.Steps <= 0) failures.Add(new(PharmacyRules.QuantityNotPositive, ("found", quantity)));
            else if (quantity > line.Outstanding) failures.Add(new(PharmacyRules.ArrivedMoreThanSent, ("lot", lot), ("asked", quantity), ("found", line.Outstanding)));
            else lines[lot] = change(line, quantity);
        }

        return failures.Count > 0 ? throw new PharmacyException(failures) : Next([.. Lines.Select(l => lines[l.Lot])]);
    }

    private Transfer TakeBack(IReadOnlyList<(LotId Lot, StockQuantity Quantity)> parts, Func<TransferLine, StockQuantity, TransferLine> change)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (Status == TransferStatus.Reversed) RequireInTransit();
        return Next([.. Lines.Select(l => parts.Where(p => p.Lot == l.Lot).Aggregate(l, (line, p) => change(line, p.Quantity)))]);
    }

    private void RequireInTransit()
    {
        if (Status != TransferStatus.InTransit) throw new PharmacyException(PharmacyRules.TransferNotInTransit, ("transfer", Id), ("status", Status));
    }

    private Transfer Next(IReadOnlyList<TransferLine> lines) => Restore(state with
    {
        Lines = lines,
        Status = lines.All(l => l.Outstanding.IsZero) ? TransferStatus.Completed : TransferStatus.InTransit,
        Version = Version + 1,
    });
}
