using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>One department asks another for stock: what was asked, granted, sent and received, with every step.</summary>
public sealed partial class Requisition
{
    private readonly RequisitionSnapshot state;

    private Requisition(RequisitionSnapshot state) => this.state = state;

    /// <summary>The id.</summary>
    public RequisitionId Id => state.Id;

    /// <summary>The site that asks.</summary>
    public SiteId Site => state.Site;

    /// <summary>The department that asks.</summary>
    public DepartmentId Requesting => state.Requesting;

    /// <summary>Where the goods are needed.</summary>
    public LocationId Destination => state.Destination;

    /// <summary>The department that supplies.</summary>
    public DepartmentId Supplying => state.Supplying;

    /// <summary>Where the goods come from.</summary>
    public LocationId Origin => state.Origin;

    /// <summary>What is asked and granted.</summary>
    public IReadOnlyList<RequisitionLine> Lines => state.Lines;

    /// <summary>What was sent, in order.</summary>
    public IReadOnlyList<RequisitionDelivery> Deliveries => state.Deliveries;

    /// <summary>Every step, in order.</summary>
    public IReadOnlyList<RequisitionStep> History => state.History;

    /// <summary>Where it stands.</summary>
    public RequisitionStatus Status => state.Status;

    /// <summary>The number for people; null before the first submission.</summary>
    public RequisitionNumber? Number => state.Number;

    /// <summary>When it was written.</summary>
    public Instant Created => state.History[0].At;

    /// <summary>Who submitted it last; null before.</summary>
    public PersonId? SubmittedBy => state.History.LastOrDefault(s => s.Trigger == RequisitionTrigger.Submit)?.By;

    /// <summary>Counts the changes, from 1.</summary>
    public long Version => state.Version;

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => new("pharmacy.requisition", Id.Value);

    /// <summary>The owner that its transfers and reservations name, such as <c>requisition/…</c>.</summary>
    public string Owner => $"requisition/{Id}";

    /// <summary>The quantities per presentation, in the order of the lines.</summary>
    public IReadOnlyList<RequisitionFigures> Figures => [.. Lines.Select(FiguresOf)];

    /// <summary>Whether something granted is still to be sent.</summary>
    public bool HasUnsent => IsApproved && Figures.Any(f => !f.Unsent.IsZero);

    /// <summary>Whether a delivery that nobody has counted is on its way.</summary>
    public bool HasOnTheWay => Figures.Any(f => !f.OnTheWay.IsZero);

    /// <summary>Whether something is missing that was neither found nor given up.</summary>
    public bool HasMissing => Figures.Any(f => !f.Missing.IsZero);

    private bool IsApproved => Status is RequisitionStatus.Approved or RequisitionStatus.Picking or RequisitionStatus.Dispatched or RequisitionStatus.Received;

    /// <summary>Makes the aggregate from stored state or new data.</summary>
    /// <exception cref="PharmacyException">Fields are malformed; every one is named.</exception>
    public static Requisition Restore(RequisitionSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var fields = new FieldCheck();
        fields.OptionalText("reason", snapshot.Reason, 200);
        fields.Check("lines", snapshot.Lines.Count > 0, 0, "at least one");
        fields.Check("lines", snapshot.Lines.DistinctBy(l => l.Presentation).Count() == snapshot.Lines.Count, snapshot.Lines.Count, "each presentation once");
        fields.Check("lines", snapshot.Lines.All(l => l.Asked.Steps > 0 && (l.Approved is not { } a || (a.Steps >= 0 && a <= l.Asked))), "a quantity out of range", "more than zero asked, at most that granted");
        fields.Check("deliveries", snapshot.Deliveries.All(d => d.Lots.Count > 0 && d.Lots.All(l => l is { Received.Steps: >= 0, Damaged.Steps: >= 0, WrittenOff.Steps: >= 0, Outstanding.Steps: >= 0 })),
            "more received than sent", "at most what was sent");
        fields.Check("history", snapshot.History.Count > 0, 0, "at least one step");
        fields.Check("status", snapshot.History.Count > 0 && snapshot.History[^1].Status == snapshot.Status, snapshot.Status, "that of the last step");
        fields.Check("priority", Enum.IsDefined(snapshot.Priority), snapshot.Priority, "routine, urgent, stat");
        fields.Check("suspendedFrom", snapshot.SuspendedFrom is not null == (snapshot.Status == RequisitionStatus.Suspended), snapshot.SuspendedFrom, "where it was paused, only while it is");
        fields.Check("number", snapshot.Number is null or { Year: >= 2000 and <= 9999, Sequence: >= 1 }, snapshot.Number, "a year and a count from 1");
        fields.Check("version", snapshot.Version >= 1, snapshot.Version, "1 or more");
        fields.ThrowIfAny();
        return new(snapshot);
    }

    /// <summary>The whole state.</summary>
    public RequisitionSnapshot ToSnapshot() => state;

    private RequisitionFigures FiguresOf(RequisitionLine line)
    {
        var zero = StockQuantity.Zero(line.Asked.Scale);
        StockQuantity Sum(Func<RequisitionDelivery, bool> which, Func<DeliveredLot, StockQuantity> part) =>
            Deliveries.Where(which).SelectMany(d => d.Lots).Where(l => l.Presentation == line.Presentation).Aggregate(zero, (sum, l) => sum + part(l));
        var sent = Sum(_ => true, l => l.Sent);
        var writtenOff = Sum(_ => true, l => l.WrittenOff);
        return new(
            line.Presentation, line.Asked, line.Approved, sent,
            OnTheWay: Sum(d => !d.IsCounted, l => l.Outstanding),
            Received: Sum(_ => true, l => l.Received),
            Damaged: Sum(_ => true, l => l.Damaged),
            Short: Sum(d => d.IsCounted, l => l.Outstanding) + writtenOff,
            WrittenOff: writtenOff,
            Unsent: state.IsRestClosed ? zero : (line.Approved ?? zero) - sent);
    }
}
