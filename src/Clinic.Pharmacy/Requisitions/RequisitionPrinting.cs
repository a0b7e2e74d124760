using Clinic.Abstractions;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Transfers;
using NodaTime;

namespace Clinic.Pharmacy.Requisitions;

/// <summary>Gathers what stands on the papers of a requisition; changes nothing.</summary>
public sealed class RequisitionPrinting
{
    private readonly RequisitionInquiries inquiries;
    private readonly IPresentationStore presentations;
    private readonly IStockStore stock;
    private readonly ILotStore lots;
    private readonly ISiteDirectory sites;
    private readonly IClock clock;

    internal RequisitionPrinting(RequisitionInquiries inquiries, IPresentationStore presentations, IStockStore stock, ILotStore lots, ISiteDirectory sites, IClock clock)
    {
        this.inquiries = inquiries;
        this.presentations = presentations;
        this.stock = stock;
        this.lots = lots;
        this.sites = sites;
        this.clock = clock;
    }

    /// <summary>What is still to be sent, with the lots that leave first; what is kept for others is not offered.</summary>
    /// <exception cref="PharmacyException">The requisition is unknown, or of other departments.</exception>
    public async Task<RequisitionPaper> PickingListAsync(TenantId tenant, Actor actor, RequisitionId requisition, CancellationToken cancellationToken = default)
    {
        var found = await inquiries.SeenAsync(tenant, actor, requisition, cancellationToken).ConfigureAwait(false);
        var origin = await sites.FindLocationAsync(tenant, found.Origin, cancellationToken).ConfigureAwait(false);
        var site = origin is null ? null : await sites.FindSiteAsync(tenant, origin.Site, cancellationToken).ConfigureAwait(false);
        var now = clock.GetCurrentInstant();
        var today = site?.DateOf(now) ?? now.InUtc().Date;
        var lines = new List<RequisitionPaperLine>();
        foreach (var line in found.HasUnsent ? found.Figures.Where(f => !f.Unsent.IsZero) : [])
        {
            if (await presentations.FindAsync(tenant, line.Presentation, cancellationToken).ConfigureAwait(false) is not { } p) continue;
            var lying = await stock.CandidatesAsync(tenant, p.Id, found.Origin, cancellationToken).ConfigureAwait(false);
            LotCandidate[] candidates = [.. lying.Select(LotCandidate.Of)];
            var rest = line.Unsent;
            if (StockAllocator.Allocate(candidates, new(line.Unsent, today, p.IssueMultiple, AllocationPolicy.Default with { Completeness = Completeness.Partial })) is AllocationResult.Allocated a)
            {
                lines.AddRange(a.Parts.Select(part => Line(p, lying.First(l => l.Lot.Id == part.Lot).Lot, part.Quantity)));
                rest = a.Unallocated;
            }

            if (!rest.IsZero) lines.Add(Line(p, null, rest));
        }

        return await PaperAsync(tenant, found, null, lines, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What was sent in a delivery.</summary>
    /// <exception cref="PharmacyException">The requisition or delivery is unknown, or of other departments.</exception>
    public async Task<RequisitionPaper> DeliveryNoteAsync(TenantId tenant, Actor actor, RequisitionId requisition, TransferId delivery, CancellationToken cancellationToken = default)
    {
        var found = await inquiries.SeenAsync(tenant, actor, requisition, cancellationToken).ConfigureAwait(false);
        var lines = new List<RequisitionPaperLine>();
        foreach (var sent in found.DeliveryOf(delivery).Lots)
        {
            if (await presentations.FindAsync(tenant, sent.Presentation, cancellationToken).ConfigureAwait(false) is { } p)
                lines.Add(Line(p, await lots.FindAsync(tenant, sent.Lot, cancellationToken).ConfigureAwait(false), sent.Sent));
        }

        return await PaperAsync(tenant, found, delivery, lines, cancellationToken).ConfigureAwait(false);
    }

    private static RequisitionPaperLine Line(Presentation p, Lot? lot, StockQuantity quantity) =>
        new(p.Code, p.Name, lot?.Number.ToString(), lot?.Expiration?.ToString(), p.ToQuantity(quantity));

    private async Task<RequisitionPaper> PaperAsync(TenantId tenant, Requisition r, TransferId? delivery, IReadOnlyList<RequisitionPaperLine> lines, CancellationToken ct)
    {
        var s = r.ToSnapshot();
        return new(
            delivery is not null, r.Number?.ToString() ?? "-", delivery?.ToString() ?? r.Id.ToString(), await PlaceAsync(tenant, r.Origin, ct).ConfigureAwait(false),
            await PlaceAsync(tenant, r.Destination, ct).ConfigureAwait(false), s.Priority, s.NeededBy, lines);
    }

    private async Task<string> PlaceAsync(TenantId tenant, LocationId id, CancellationToken ct)
    {
        if (await sites.FindLocationAsync(tenant, id, ct).ConfigureAwait(false) is not { } place) return id.ToString();
        var departments = await sites.DepartmentsAsync(tenant, place.Site, ct).ConfigureAwait(false);
        return departments.FirstOrDefault(d => d.Id == place.Department) is { } department ? $"{department.Name} · {place.Name}" : place.Name;
    }
}
