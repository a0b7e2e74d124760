using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Reservations;

/// <summary>Stock kept aside for an owner until an instant.</summary>
public sealed class Reservation
{
    private readonly ReservationSnapshot state;

    private Reservation(ReservationSnapshot state) => this.state = state;

    /// <summary>The id.</summary>
    public ReservationId Id => state.Id;

    /// <summary>For what it is kept; 1 to 100 characters.</summary>
    public string Owner => state.Owner;

    /// <summary>The presentation.</summary>
    public PresentationId Presentation => state.Presentation;

    /// <summary>What is still kept aside, per lot and location.</summary>
    public IReadOnlyList<ReservationLine> Lines => state.Lines;

    /// <summary>When it was made; the newest gives way first.</summary>
    public Instant Made => state.Made;

    /// <summary>When it runs out.</summary>
    public Instant Expires => state.Expires;

    /// <summary>Whether it still keeps stock aside.</summary>
    public ReservationStatus Status => state.Status;

    /// <summary>Counts the changes, from 1.</summary>
    public long Version => state.Version;

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => new("pharmacy.reservation", Id.Value);

    /// <summary>Makes the aggregate from stored state or new data.</summary>
    /// <exception cref="PharmacyException">Fields are malformed; every one is named.</exception>
    public static Reservation Restore(ReservationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var fields = new FieldCheck();
        fields.Text("owner", snapshot.Owner, 100);
        fields.Check("lines", snapshot.Lines.Count > 0, 0, "at least one");
        fields.Check("lines", snapshot.Lines.DistinctBy(l => (l.Lot, l.Location)).Count() == snapshot.Lines.Count, snapshot.Lines.Count, "each lot and location once");
        fields.Check("lines", snapshot.Lines.All(l => l.Quantity.Steps >= 0), "a negative quantity", "zero or more");
        fields.Check("version", snapshot.Version >= 1, snapshot.Version, "1 or more");
        fields.ThrowIfAny();
        return new(snapshot);
    }

    /// <summary>Whether it keeps nothing aside any more at an instant, whether or not a job has seen it.</summary>
    public bool HasRunOutAt(Instant now) => now >= Expires;

    /// <summary>Takes quantities out for an issue; the reservation is consumed when nothing is left.</summary>
    /// <exception cref="PharmacyException">It is not active, has run out, or does not hold that much.</exception>
    public Reservation Consume(IReadOnlyList<ReservationLine> taken, Instant now)
    {
        ArgumentNullException.ThrowIfNull(taken);
        RequireActive();
        if (HasRunOutAt(now)) throw new PharmacyException(PharmacyRules.ReservationRanOut, ("reservation", Id), ("expires", Expires));
        var lines = taken.Aggregate(Lines, Less);
        return Next(lines, lines.All(l => l.Quantity.IsZero) ? ReservationStatus.Consumed : ReservationStatus.Active);
    }

    /// <summary>Gives everything free.</summary>
    /// <exception cref="PharmacyException">It is not active.</exception>
    public Reservation Release()
    {
        RequireActive();
        return Next(Empty(), ReservationStatus.Released);
    }

    /// <summary>Gives free what is kept of one lot at one location; released when nothing else is left.</summary>
    /// <exception cref="PharmacyException">It is not active.</exception>
    public Reservation Release(LotId lot, LocationId location)
    {
        RequireActive();
        IReadOnlyList<ReservationLine> lines =
            [.. Lines.Select(l => l.Lot == lot && l.Location == location ? l with { Quantity = StockQuantity.Zero(l.Quantity.Scale) } : l)];
        return Next(lines, lines.All(l => l.Quantity.IsZero) ? ReservationStatus.Released : ReservationStatus.Active);
    }

    /// <summary>Gives everything free because time ran out.</summary>
    /// <exception cref="PharmacyException">It is not active, or its time has not come.</exception>
    public Reservation Expire(Instant now)
    {
        RequireActive();
        if (!HasRunOutAt(now)) throw new PharmacyException(PharmacyRules.ReservationStillRuns, ("reservation", Id), ("expires", Expires));
        return Next(Empty(), ReservationStatus.Expired);
    }

    /// <summary>The whole state.</summary>
    public ReservationSnapshot ToSnapshot() => state;

    private IReadOnlyList<ReservationLine> Less(IReadOnlyList<ReservationLine> lines, ReservationLine taken)
    {
        var held = lines.FirstOrDefault(l => l.Lot == taken.Lot && l.Location == taken.Location);
        if (held is null || taken.Quantity.Steps <= 0 || taken.Quantity > held.Quantity)
        {
            throw new PharmacyException(PharmacyRules.ReservationHoldsLess, ("reservation", Id), ("lot", taken.Lot), ("asked", taken.Quantity),
                ("found", held?.Quantity ?? StockQuantity.Zero(taken.Quantity.Scale)));
        }

        return [.. lines.Select(l => ReferenceEquals(l, held) ? l with { Quantity = l.Quantity - taken.Quantity } : l)];
    }

    private IReadOnlyList<ReservationLine> Empty() => [.. Lines.Select(l => l with { Quantity = StockQuantity.Zero(l.Quantity.Scale) })];

    private void RequireActive()
    {
        if (Status != ReservationStatus.Active) throw new PharmacyException(PharmacyRules.ReservationNotActive, ("reservation", Id), ("status", Status));
    }

    private Reservation Next(IReadOnlyList<ReservationLine> lines, ReservationStatus status) =>
        new(state with { Lines = lines, Status = status, Version = Version + 1 });
}
