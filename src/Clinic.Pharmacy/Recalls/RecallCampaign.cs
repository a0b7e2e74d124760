using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using NodaTime;

namespace Clinic.Pharmacy.Recalls;

/// <summary>A recall followed to its end: what is blocked, who received it, and when it is done.</summary>
public sealed class RecallCampaign
{
    private readonly RecallCampaignSnapshot state;

    private RecallCampaign(RecallCampaignSnapshot state) => this.state = state;

    /// <summary>The id.</summary>
    public RecallCampaignId Id => state.Id;

    /// <summary>Which lots.</summary>
    public RecallScope Scope => state.Scope;

    /// <summary>Recalled for good, or set aside.</summary>
    public RecallMeasure Measure => state.Measure;

    /// <summary>Where it stands.</summary>
    public RecallCampaignStatus Status => state.Status;

    /// <summary>What it took in, each lot once.</summary>
    public IReadOnlyList<RecalledLot> Lots => state.Lots;

    /// <summary>Counts the changes, from 1.</summary>
    public long Version => state.Version;

    /// <summary>The fact that guards rely on.</summary>
    public FactKey Fact => new("pharmacy.recall-campaign", Id.Value);

    internal LotTrigger Block => Measure == RecallMeasure.Recall ? LotTrigger.Recall : LotTrigger.Quarantine;

    internal LotStatus Blocked => Measure == RecallMeasure.Recall ? LotStatus.Recalled : LotStatus.Quarantined;

    /// <summary>Makes the aggregate from stored state or new data.</summary>
    /// <exception cref="PharmacyException">Fields are malformed; every one is named.</exception>
    public static RecallCampaign Restore(RecallCampaignSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var fields = new FieldCheck();
        fields.Check("scope", snapshot.Scope.IsSound, snapshot.Scope.Basis, "a presentation with a lot number, a GTIN, or a supplier with a period that begins before it ends");
        fields.Check("measure", Enum.IsDefined(snapshot.Measure), snapshot.Measure, "recall, quarantine");
        fields.Check("urgency", Enum.IsDefined(snapshot.Urgency), snapshot.Urgency, "classI, classII, classIII");
        fields.Text("reason", snapshot.Reason, 200);
        fields.OptionalText("document", snapshot.Document, 60);
        fields.OptionalText("conclusion", snapshot.Conclusion, 200);
        fields.Check("lots", snapshot.Lots.DistinctBy(l => l.Lot).Count() == snapshot.Lots.Count, snapshot.Lots.Count, "each lot once");
        fields.Check("version", snapshot.Version >= 1, snapshot.Version, "1 or more");
        fields.ThrowIfAny();
        return new(snapshot);
    }

    /// <summary>Takes in lots that belong to it; those it has already stay once.</summary>
    /// <exception cref="PharmacyException">It is closed.</exception>
    public RecallCampaign TakeIn(IEnumerable<RecalledLot> lots)
    {
        ArgumentNullException.ThrowIfNull(lots);
        var status = RecallLifecycle.Next(Id, Status, RecallCampaignTrigger.TakeIn);
        var fresh = lots.Where(l => Lots.All(k => k.Lot != l.Lot));
        return Restore(state with { Status = status, Lots = [.. Lots, .. fresh], Version = Version + 1 });
    }

    /// <summary>Closes it; the workflow has looked at notices and stock.</summary>
    /// <exception cref="PharmacyException">It is closed.</exception>
    public RecallCampaign Close(PersonId by, Instant now, string? conclusion) => Restore(state with
    {
        Status = RecallLifecycle.Next(Id, Status, RecallCampaignTrigger.Close),
        ClosedBy = by,
        Closed = now,
        Conclusion = conclusion,
        Version = Version + 1,
    });

    /// <summary>The whole state.</summary>
    public RecallCampaignSnapshot ToSnapshot() => state;
}
