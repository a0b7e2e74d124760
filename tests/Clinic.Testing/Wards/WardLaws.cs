using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Products;
using Clinic.Dispensing.Tickets;
using Clinic.Dispensing.Usage;
using Clinic.Dispensing.Wasting;
using Clinic.Pharmacy.Inquiries;
using Clinic.Testing.Histories;

namespace Clinic.Testing.Wards;

/// <summary>What must hold after every step of every history of dispensing.</summary>
public sealed class WardLaws(WardWorld world)
{
    /// <summary>Everything that a refused or repeated command must leave as it is.</summary>
    public async Task<string> StateAsync(IEnumerable<DispensationId> ids, CancellationToken ct)
    {
        var all = new List<string>();
        foreach (var id in ids)
        {
            all.Add(JsonSerializer.Serialize((await world.LoadAsync(id, ct)).ToSnapshot(), ClinicJson.Options));
            all.Add($"{(await DosesAsync(id, ct)).Count}/{(await WastesAsync(id, ct)).Count}");
        }

        var stock = await world.Get<StockInquiries>().NowAsync(world.Tenant, new(), new(PageRequest.LargestSize), ct);
        all.AddRange(stock.Items.Select(s => $"{s.Lot.Id} {s.Location} {s.OnHand} {s.Reserved} {s.Lot.Status}"));
        all.Add((await world.Get<IOutbox>().DepthAsync(world.Tenant, ct)).ToString());
        return string.Join('\n', all);
    }

    public async Task CheckAsync(IReadOnlyList<DispensationId> ids, CancellationToken ct)
    {
        var all = new List<Dispensation>();
        foreach (var id in ids)
        {
            var d = await world.LoadAsync(id, ct);
            all.Add(d);
            await AccountsAsync(d, ct);
            Closing(d);
            HandOvers(d);
            await PeopleAsync(d, ct);
        }

        await StockAsync(all, ct);
    }

    private async Task AccountsAsync(Dispensation d, CancellationToken ct)
    {
        var rows = Reconciliation.Of(d);
        var anew = Reconciliation.Recompute(d, await DosesAsync(d.Id, ct), await WastesAsync(d.Id, ct));
        Law(rows.SequenceEqual(anew), d, $"accounts differ from the logs: {string.Join("; ", rows)} and {string.Join("; ", anew)}");
        foreach (var account in d.Lines.SelectMany(l => l.Accounts))
        {
            Law(account.Outstanding >= 0 || d.Accountability == AccountabilityStatus.UnderReview, d, $"outstanding {account.Outstanding} while {d.Accountability}");
            Law(account.Overfill >= 0 && account.OpenRest >= 0, d, "overfill or rest below zero");
            Law(account.Used >= 0 && account.Returned >= 0 && account.Wasted >= 0 && account.PendingReturn >= 0, d, "an amount below zero");
        }
    }

    private static void Closing(Dispensation d)
    {
        if (d.Accountability is not (AccountabilityStatus.Closed or AccountabilityStatus.ClosedWithDifference)) return;
        Law(Reconciliation.Of(d).All(r => r.Difference == 0), d, "closed with something unaccounted for");
        Law(d.Returns.All(r => !r.IsPending), d, "closed with a pending return");
        Law(d.Tickets.All(t => !t.IsOpen), d, "closed with an open ticket");
        Law(d.IsAtRest, d, $"closed while {d.Status}");
        var booked = Reconciliation.Of(d).Any(r => r.Booked != 0);
        Law(booked == (d.Accountability == AccountabilityStatus.ClosedWithDifference), d, "a difference without its name");
    }

    private static void HandOvers(Dispensation d)
    {
        Law(d.Status != DispenseStatus.Delivered || d.HandOvers.Count > 0, d, "delivered without a hand-over");
        Law((d.Accountability == AccountabilityStatus.None) == (d.HandOvers.Count == 0), d, "accountability does not follow the first hand-over");
        if (d.HandOvers.Count == 0) return;
        Law(d.Authorised is not null || d.Urgency == Urgency.Urgent, d, "handed over without authoriser");
        Law(d.Lines.All(l => l.HandedOver <= l.Quantity), d, "more was handed over than stands on the line");
        foreach (var h in d.HandOvers)
        {
            Law(h.Deliverer != h.Recipient, d, "the deliverer received");
            Law(h.Receipt is null != h.Attestation is null, d, "neither proof nor attestation, or both");
            Law(h.Receipt is null || h.Receipt.Person == h.Recipient, d, "somebody else's proof");
            if (h.Attestation is { } a)
            {
                Law(new[] { a.First.Person, a.Second.Person, h.Recipient, h.Deliverer }.Distinct().Count() == 4, d, "attested by too few people");
                Law(a.Confirmed is null || a.Confirmed.Person == h.Recipient, d, "confirmed by somebody else");
            }
        }

        if (!d.Classes.Contains(MedicationClass.Controlled)) return;
        Law(d.HandOvers.All(h => h.SecondPerson is { } s && s.Person != h.Recipient && s.Person != h.Deliverer), d, "no second person");
        var parts = Identities.Of(d);
        Law(parts.GroupBy(p => p.Person).All(g => g.Select(p => p.Part).Distinct().Count() == 1), d, "one person in two parts of a controlled dispensation");
    }

    private async Task PeopleAsync(Dispensation d, CancellationToken ct)
    {
        foreach (var waste in await WastesAsync(d.Id, ct))
        {
            if (waste.Reverses is not null) continue;
            Law(waste.Witness is null || waste.Witness.Person != waste.By, d, "witness is actor");
            var product = d.Lines[waste.Line - 1].Product;
            if (product.Class == MedicationClass.Standard) continue;
            Law(waste.Witness is not null || waste.WitnessMissing is not null, d, "waste without witness or reason");
            Law(waste.Witness is not null || d.Tickets.Any(t => t.Kind == TicketKind.MissingWitness), d, "a missing witness without a ticket");
            Law(product.Class != MedicationClass.Controlled || waste.Witness is null || d.HandOvers.All(h => h.At > waste.RecordedAt || h.Recipient != waste.Witness.Person), d, "the recipient witnessed");
        }

        foreach (var ticket in d.Tickets.Where(t => t.Resolution is not null))
        {
            var by = ticket.Resolution!.By;
            Law(d.HandOvers.All(h => h.Recipient != by && h.Deliverer != by) && d.Requested.By != by && d.Prepared?.By != by, d, "a resolver from the chain");
            Law(ticket.Resolution.Approval is not { } a || a.Person != by, d, "approved by the resolver");
        }

        foreach (var r in d.Returns.Where(r => !r.IsPending)) Law(r.CountedBy!.By != r.DeclaredBy.By, d, "counted by the declarer");
    }

    // Stock leaves exactly once per hand-over, comes back exactly once per count, and is kept aside for nobody who is gone.
    private async Task StockAsync(List<Dispensation> all, CancellationToken ct)
    {
        var stock = (await world.Get<StockInquiries>().NowAsync(world.Tenant, new(), new(PageRequest.LargestSize), ct)).Items;
        foreach (var presentation in new[] { world.Tablet, world.OtherTablet, world.Ampoule, world.Vial, world.Syrup })
        {
            var lines = all.SelectMany(d => d.Lines).Where(l => l.Product.Presentation == presentation).ToList();
            var mine = stock.Where(s => s.Lot.Presentation == presentation).ToList();
            var gone = lines.Sum(l => l.Accounts.Sum(a => a.Issues.Sum(i => i.Quantity - i.Returned)));
            var lies = mine.Sum(s => s.OnHand.Value);
            if (lies + gone != world.Received) throw new LawBrokenException($"{world.Received} received, {lies} lie here and {gone} are out");
            var kept = lines.Sum(l => l.Kept);
            var reserved = mine.Sum(s => s.Reserved.Value);
            if (kept != reserved) throw new LawBrokenException($"{kept} kept for dispensations, {reserved} reserved in the pharmacy");
        }

        var postings = all.SelectMany(d => d.HandOvers).SelectMany(h => h.Parts).Select(p => (p.Posting, p.Lot)).ToList();
        if (postings.Distinct().Count() != postings.Count) throw new LawBrokenException("a posting counts twice");
        if ((await world.Get<StockInquiries>().VerifyAsync(world.Tenant, ct)).Count > 0) throw new LawBrokenException("ledger and balances differ");
    }

    private async Task<IReadOnlyList<DoseEntry>> DosesAsync(DispensationId id, CancellationToken ct) =>
        (await world.Get<IDoseStore>().ListAsync(world.Tenant, id, new(PageRequest.LargestSize), ct)).Items;

    private async Task<IReadOnlyList<WasteEntry>> WastesAsync(DispensationId id, CancellationToken ct) =>
        (await world.Get<IWasteStore>().ListAsync(world.Tenant, id, new(PageRequest.LargestSize), ct)).Items;

    private static void Law(bool holds, Dispensation d, string what)
    {
        if (!holds) throw new LawBrokenException($"{d.Id} ({d.Status}, {d.Accountability}): {what}");
    }
}
