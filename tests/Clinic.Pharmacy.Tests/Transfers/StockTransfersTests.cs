using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Tests.Kit;
using Clinic.Pharmacy.Transfers;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Transfers;

public sealed class StockTransfersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Goods_are_in_transit_until_they_arrive()
    {
        var (h, p, lot) = await Ready();

        var sent = await h.Transfers.DispatchAsync(h.As(), Send(h, p, 6), Ct);
        Assert.Equal((4m, 6m, 0m), await Places(h, lot));
        h.Clock.AdvanceMinutes(5);
        var partly = await h.Transfers.ReceiveAsync(h.As(h.Nurse), new() { Transfer = sent.Transfer, Lots = [new(lot, new(2, UnitCode.Tablet))] }, Ct);
        Assert.Equal((4m, 4m, 2m), await Places(h, lot));
        var whole = await h.Transfers.ReceiveAsync(h.As(h.Nurse), new() { Transfer = sent.Transfer }, Ct);

        Assert.Equal((TransferStatus.InTransit, TransferStatus.Completed), (partly.Status, whole.Status));
        Assert.Equal((4m, 0m, 6m), await Places(h, lot));
        await Refused.WithAsync(() => h.Transfers.ReceiveAsync(h.As(), new() { Transfer = sent.Transfer }, Ct), PharmacyRules.TransferNotInTransit);
    }

    [Fact]
    public async Task What_never_arrives_is_written_off_and_may_be_found_again()
    {
        var (h, p, lot) = await Ready();
        var sent = await h.Transfers.DispatchAsync(h.As(), Send(h, p, 6), Ct);
        h.Clock.AdvanceMinutes(5);
        var arrival = await h.Transfers.ReceiveAsync(h.As(), new() { Transfer = sent.Transfer, Lots = [new(lot, new(2, UnitCode.Tablet))] }, Ct);
        h.Clock.AdvanceMinutes(5);

        var first = await h.Transfers.WriteOffAsync(h.As(), new(sent.Transfer, "perdido"), Ct);
        Assert.Equal((TransferStatus.Completed, 4m), (first.Status, first.Lines[0].Lost.Value));
        h.Clock.AdvanceMinutes(5);
        await h.Reversing.ReverseAsync(h.As(), new(arrival.Posting, "no llegó"), Ct);
        h.Clock.AdvanceMinutes(5);
        var second = await h.Transfers.WriteOffAsync(h.As(), new(sent.Transfer, "perdido también"), Ct);
        Assert.Equal(6m, second.Lines[0].Lost.Value);
        Assert.Equal((4m, 0m, 0m), await Places(h, lot));

        // Taking back one write-off finds what that one lost, and no more.
        await h.Reversing.ReverseAsync(h.As(), new(first.Posting, "apareció"), Ct);
        Assert.Equal((4m, 4m, 0m), await Places(h, lot));
        var stored = await h.Get<ITransferStore>().FindAsync(h.Tenant, sent.Transfer, Ct);
        Assert.Equal((TransferStatus.InTransit, 4m, 2m), (stored!.Status, stored.Lines[0].Outstanding.Value, stored.Lines[0].Lost.Value));
        await h.Transfers.ReceiveAsync(h.As(), new() { Transfer = sent.Transfer }, Ct);
        Assert.Equal((4m, 0m, 4m), await Places(h, lot));
        Assert.Equal(2, (await h.Get<IOutbox>().LeaseAsync(h.Tenant, h.Clock.Now, h.Clock.Now, 10, Ct)).Count(e => e.Type == PharmacyEvents.TransferLost));
    }

    [Fact]
    public async Task A_dispatch_goes_back_while_nothing_arrived()
    {
        var (h, p, lot) = await Ready();
        var sent = await h.Transfers.DispatchAsync(h.As(), Send(h, p, 6), Ct);
        var arrival = await h.Transfers.ReceiveAsync(h.As(), new() { Transfer = sent.Transfer, Lots = [new(lot, new(2, UnitCode.Tablet))] }, Ct);

        await Refused.WithAsync(() => h.Reversing.ReverseAsync(h.As(), new(sent.Posting, "error"), Ct), PharmacyRules.TransferPartlyReceived);
        await h.Reversing.ReverseAsync(h.As(), new(arrival.Posting, "error"), Ct);
        await h.Reversing.ReverseAsync(h.As(), new(sent.Posting, "error"), Ct);

        Assert.Equal((10m, 0m, 0m), await Places(h, lot));
        await Refused.WithAsync(() => h.Transfers.ReceiveAsync(h.As(), new() { Transfer = sent.Transfer }, Ct), PharmacyRules.TransferNotInTransit);
        await Refused.WithAsync(() => h.Transfers.WriteOffAsync(h.As(), new(sent.Transfer, "x"), Ct), PharmacyRules.TransferNotInTransit);
    }

    [Fact]
    public async Task An_arrival_entered_twice_at_other_times_says_why_it_cannot_be()
    {
        var (h, p, lot) = await Ready();
        var sent = await h.Transfers.DispatchAsync(h.As(), Send(h, p, 6), Ct);
        h.Clock.AdvanceMinutes(10);
        var wrong = await h.Transfers.ReceiveAsync(h.As(), new() { Transfer = sent.Transfer }, Ct);
        h.Clock.AdvanceMinutes(10);
        await h.Reversing.ReverseAsync(h.As(), new(wrong.Posting, "antes"), Ct);

        await Refused.WithAsync(
            () => h.Transfers.ReceiveAsync(h.As(), new() { Transfer = sent.Transfer, Occurred = h.Clock.Now - Duration.FromMinutes(15) }, Ct), PharmacyRules.BelowZeroLater);
        await Assert.ThrowsAsync<PharmacyException>(() => h.Transfers.ReceiveAsync(h.As(), new() { Transfer = sent.Transfer, Occurred = h.Clock.Now - Duration.FromHours(1) }, Ct));
        await h.Transfers.ReceiveAsync(h.As(), new() { Transfer = sent.Transfer }, Ct);
        Assert.Equal((4m, 0m, 6m), await Places(h, lot));
    }

    [Fact]
    public async Task Bad_transfers_are_refused()
    {
        var (h, p, lot) = await Ready();
        var sent = await h.Transfers.DispatchAsync(h.As(), Send(h, p, 6), Ct);

        await Refused.WithAsync(() => h.Transfers.DispatchAsync(h.As(), Send(h, p, 1) with { To = h.Store }, Ct), PharmacyRules.SameLocation);
        await Refused.WithAsync(() => h.Transfers.DispatchAsync(h.As(), Send(h, p, 1) with { To = h.Transit }, Ct), PharmacyRules.LocationKindWrong);
        await Refused.WithAsync(() => h.Transfers.DispatchAsync(h.As(), Send(h, p, 5), Ct), PharmacyRules.StockShort);
        await Refused.WithAsync(() => h.Transfers.DispatchAsync(h.As(), Send(h, p, 1) with { Lines = [] }, Ct), PharmacyRules.NothingAsked);
        await Refused.WithAsync(() => h.Transfers.DispatchAsync(h.As(), Send(h, p, 1) with { Lines = [.. Send(h, p, 1).Lines, .. Send(h, p, 1).Lines] }, Ct), PharmacyRules.FieldInvalid);
        await Refused.WithAsync(() => h.Transfers.ReceiveAsync(h.As(), new() { Transfer = Hospital.Id<TransferId>(3) }, Ct), PharmacyRules.TransferUnknown);
        await Refused.WithAsync(() => h.Transfers.ReceiveAsync(h.As(), new() { Transfer = sent.Transfer, Lots = [] }, Ct), PharmacyRules.NothingAsked);
        await Refused.WithAsync(() => h.Transfers.ReceiveAsync(h.As(), new() { Transfer = sent.Transfer, Lots = [new(lot, new(7, UnitCode.Tablet))] }, Ct), PharmacyRules.ArrivedMoreThanSent);
        await Refused.WithAsync(
            () => h.Transfers.ReceiveAsync(h.As(), new() { Transfer = sent.Transfer, Lots = [new(lot, new(1, UnitCode.Tablet)), new(lot, new(1, UnitCode.Tablet))] }, Ct), PharmacyRules.LotNamedTwice);
        await Refused.WithAsync(() => h.Transfers.ReceiveAsync(h.As(), new() { Transfer = sent.Transfer, Lots = [new(Hospital.Id<LotId>(6), new(1, UnitCode.Tablet))] }, Ct), PharmacyRules.LotUnknown);
        await Refused.WithAsync(() => h.Transfers.WriteOffAsync(h.As(h.Nurse), new(sent.Transfer, ""), Ct), PharmacyRules.RoleMissing, PharmacyRules.FieldInvalid);
        var elsewhere = new Actor(Hospital.Id<PersonId>(60), [Role.Pharmacist], [h.WardDepartment]);
        await Refused.WithAsync(() => h.Transfers.WriteOffAsync(h.As(elsewhere), new(sent.Transfer, "perdido"), Ct), PharmacyRules.DepartmentMissing);
        Assert.Equal((4m, 6m, 0m), await Places(h, lot));
    }

    [Fact]
    public async Task A_site_without_transit_cannot_send()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        await h.LotAsync(p, 10);
        await h.Get<IUnitOfWork>().RunAsync(h.As(), new Relabel(), (unit, _) =>
        {
            h.Get<ISiteStore>().Save(unit, new Location(h.Transit, h.Site.Id, h.PharmacyDepartment, "Bodega 2", LocationKind.Store, true));
            unit.Audit("site.saved", new("core.site", h.Site.Id.Value));
            return Task.FromResult("done");
        }, Ct);

        await Refused.WithAsync(() => h.Transfers.DispatchAsync(h.As(h.Auditor), Send(h, p, 1), Ct), PharmacyRules.TransitMissing, PharmacyRules.RoleMissing);
    }

    [Fact]
    public async Task Part_of_a_lot_that_is_damaged_moves_to_where_nothing_is_picked_and_reservations_give_way()
    {
        var (h, p, lot) = await Ready();
        var kept = await h.Reservations.ReserveAsync(h.As(), new()
        {
            Owner = "receta",
            Location = h.Store,
            Line = new(p.Id, new Quantity(8, UnitCode.Tablet)),
            Expires = h.Clock.Now + Duration.FromHours(1),
        }, Ct);

        await Refused.WithAsync(() => h.Transfers.MoveAsync(h.As(), Move(h, lot, 3) with { To = h.Ward }, Ct), PharmacyRules.StockShort);
        await h.Transfers.MoveAsync(h.As(), Move(h, lot, 2) with { To = h.Ward }, Ct);
        await h.Transfers.MoveAsync(h.As(), Move(h, lot, 3), Ct);

        Assert.Equal(ReservationStatus.Released, (await h.Get<IReservationStore>().FindAsync(h.Tenant, kept.Reservation, Ct))!.Status);
        Assert.Equal((5m, 3m), (await h.OnHandAsync(lot), await h.OnHandAsync(lot, h.Quarantine)));
        await h.Lots.RecallAsync(h.As(), new RecallLots(p.Id, new LotNumber("L1"), "alerta"), Ct);
        await Refused.WithAsync(() => h.Transfers.MoveAsync(h.As(), Move(h, lot, 1) with { From = h.Quarantine, To = h.Store }, Ct), PharmacyRules.LotNotApproved);
        await h.Transfers.MoveAsync(h.As(), Move(h, lot, 5), Ct);
        await Refused.WithAsync(() => h.Transfers.MoveAsync(h.As(), Move(h, lot, 1) with { To = h.Store }, Ct), PharmacyRules.SameLocation);
        await Refused.WithAsync(() => h.Transfers.MoveAsync(h.As(), Move(h, Hospital.Id<LotId>(9), 1), Ct), PharmacyRules.LotElsewhere);
    }

    [Fact]
    public async Task A_lot_recalled_on_its_way_arrives_and_is_not_picked()
    {
        var (h, p, lot) = await Ready();
        var sent = await h.Transfers.DispatchAsync(h.As(), Send(h, p, 6), Ct);
        await h.Lots.RecallAsync(h.As(), new RecallLots(p.Id, new LotNumber("L1"), "alerta"), Ct);

        await h.Transfers.ReceiveAsync(h.As(), new() { Transfer = sent.Transfer }, Ct);

        await Refused.WithAsync(() => h.Issuing.IssueAsync(h.As(), h.Issue(p, 1, lot) with { From = h.Ward }, Ct), PharmacyRules.LotNotApproved);
        // Chosen lots that may not be used still travel to where nothing is picked.
        await h.Transfers.DispatchAsync(h.As(), new() { From = h.Ward, To = h.Quarantine, Lines = [new(p.Id, null, [new(lot, new(6, UnitCode.Tablet))])] }, Ct);
    }

    private static async Task<(Hospital, Presentation, LotId)> Ready()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        return (h, p, await h.LotAsync(p, 10));
    }

    private static async Task<(decimal Store, decimal Transit, decimal Ward)> Places(Hospital h, LotId lot) =>
        (await h.OnHandAsync(lot), await h.OnHandAsync(lot, h.Transit), await h.OnHandAsync(lot, h.Ward));

    private static DispatchTransfer Send(Hospital h, Presentation p, decimal quantity) =>
        new() { From = h.Store, To = h.Ward, Lines = [new(p.Id, new Quantity(quantity, UnitCode.Tablet))] };

    private static MoveStock Move(Hospital h, LotId lot, decimal quantity) =>
        new() { Lot = lot, From = h.Store, To = h.Quarantine, Quantity = new(quantity, UnitCode.Tablet), Reason = "mojado" };

    private sealed record Relabel : PharmacyCommand<string>
    {
        public override string Name => "test.relabel";
    }
}
