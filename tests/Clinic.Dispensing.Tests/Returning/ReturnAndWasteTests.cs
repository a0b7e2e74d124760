using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Returning;
using Clinic.Dispensing.Tests.Kit;
using Clinic.Dispensing.Tickets;
using Clinic.Dispensing.Wasting;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Inquiries;
using Clinic.Testing.Wards;
using NodaTime;

namespace Clinic.Dispensing.Tests.Returning;

public sealed class ReturnAndWasteTests : Ward
{
    private Task<ReturnAnswer> DeclareAsync(DispensationId id, decimal quantity, UnitCode unit, ReturnCondition condition = ReturnCondition.Unopened) =>
        Returns.DeclareAsync(World.As(WardPeople.SecondNurse), new() { Dispensation = id, Line = 1, Quantity = new(quantity, unit), Condition = condition, Reason = "sobra" }, Ct);

    private Task<ReturnAnswer> CountAsync(DispensationId id, ReturnId returned, decimal counted, UnitCode unit, LocationId? to, Staff? by = null) =>
        Returns.ConfirmAsync(World.As(by ?? WardPeople.Pharmacist), new() { Dispensation = id, Return = returned, Counted = new(counted, unit), To = to }, Ct);

    private Task<WasteAnswer> WasteAsync(DispensationId id, WasteData waste, PersonProof? witness = null, string? missing = null, Staff? by = null) =>
        Wastes.RecordAsync(World.As(by ?? WardPeople.SecondNurse), new() { Dispensation = id, Waste = waste, Witness = witness, WitnessMissing = missing }, Ct);

    private static WasteData Rest(decimal millilitres) => new() { Line = 1, Kind = RemainderKind.OpenedRemainder, Amount = new(millilitres, UnitCode.Millilitre), Reason = "resto" };

    [Fact]
    public async Task No_more_comes_back_than_is_outstanding()
    {
        var id = await World.DeliveredAsync(Ct, Tablets(10));
        await World.DoseAsync(id, 1, 6, UnitCode.Tablet, Ct);
        await RefusedAsync(() => DeclareAsync(id, 5, UnitCode.Tablet), DispensingRules.ReturnTooMuch);
        await DeclareAsync(id, 3, UnitCode.Tablet);

        await RefusedAsync(() => DeclareAsync(id, 2, UnitCode.Tablet), DispensingRules.ReturnTooMuch);
        await RefusedAsync(() => DeclareAsync(id, -2, UnitCode.Tablet), DispensingRules.QuantityNotPositive);
    }

    [Fact]
    public async Task Half_an_ampoule_is_waste_and_no_return()
    {
        var id = await World.DeliveredAsync(Ct, Ampoules(2));

        await RefusedAsync(() => DeclareAsync(id, 1, UnitCode.Millilitre), DispensingRules.ReturnNotWhole);
        Assert.NotEqual(default, (await DeclareAsync(id, 1, UnitCode.Ampoule)).Return);
    }

    [Fact]
    public async Task The_pharmacy_counts_and_not_the_declarer_nor_twice()
    {
        var id = await World.DeliveredAsync(Ct, Tablets(10));
        var declared = await DeclareAsync(id, 4, UnitCode.Tablet);
        await RefusedAsync(() => CountAsync(id, declared.Return, 4, UnitCode.Tablet, World.Store, WardPeople.SecondNurse), DispensingRules.RoleMissing, DispensingRules.DepartmentMissing, DispensingRules.CounterIsDeclarer);
        await RefusedAsync(() => CountAsync(id, WardWorld.Id<ReturnId>(9), 4, UnitCode.Tablet, World.Store), DispensingRules.ReturnUnknown);
        await RefusedAsync(() => CountAsync(id, declared.Return, 4, UnitCode.Tablet, null), DispensingRules.ReturnPlaceMissing);
        await RefusedAsync(() => CountAsync(id, declared.Return, 11, UnitCode.Tablet, World.Store), DispensingRules.CountedTooMuch);

        await CountAsync(id, declared.Return, 4, UnitCode.Tablet, World.Store);

        await RefusedAsync(() => CountAsync(id, declared.Return, 4, UnitCode.Tablet, World.Store), DispensingRules.ReturnCounted);
        Assert.Equal((194, 0), await World.StockAsync(World.Tablet, Ct));
    }

    [Fact]
    public async Task Opened_goods_go_to_quarantine_and_never_to_where_stock_is_picked()
    {
        var id = await World.DeliveredAsync(Ct, Ampoules(1));
        var declared = await DeclareAsync(id, 1, UnitCode.Ampoule, ReturnCondition.Opened);

        var refused = await Assert.ThrowsAsync<PharmacyException>(() => CountAsync(id, declared.Return, 1, UnitCode.Ampoule, World.Store));
        Assert.Equal(PharmacyRules.LocationKindWrong, refused.Code);
        await CountAsync(id, declared.Return, 1, UnitCode.Ampoule, World.Quarantine);
        var stock = await World.Get<StockInquiries>().NowAsync(World.Tenant, new(World.Ampoule, Location: World.Quarantine), PageRequest.First, Ct);
        Assert.Equal(1, Assert.Single(stock.Items).OnHand.Value);
        Assert.Equal(1.5m, stock.Items[0].Lot.UnitCost.Amount);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(6, -2)]
    [InlineData(0, 4)]
    public async Task A_count_that_differs_raises_a_ticket(int counted, int missing)
    {
        var id = await World.DeliveredAsync(Ct, Tablets(10));
        var declared = await DeclareAsync(id, 4, UnitCode.Tablet);

        var answer = await CountAsync(id, declared.Return, counted, UnitCode.Tablet, counted == 0 ? null : World.Store);

        var ticket = Assert.Single((await World.LoadAsync(id, Ct)).Tickets);
        Assert.Equal((TicketKind.ReturnDiffers, (decimal?)missing, answer.Answer.Tickets[0]), (ticket.Kind, ticket.Amount, ticket.Id));
    }

    [Fact]
    public async Task More_that_comes_back_than_can_be_left_is_reviewed()
    {
        var id = await World.DeliveredAsync(Ct, Tablets(10));
        await World.DoseAsync(id, 1, 8, UnitCode.Tablet, Ct);
        var declared = await DeclareAsync(id, 2, UnitCode.Tablet);

        var answer = await CountAsync(id, declared.Return, 5, UnitCode.Tablet, World.Store);

        Assert.Equal(AccountabilityStatus.UnderReview, answer.Answer.Accountability);
        Assert.Equal(2, answer.Answer.Tickets.Count);
    }

    [Fact]
    public async Task Waste_of_a_controlled_medicine_needs_a_witness_who_is_somebody_else()
    {
        var id = await World.DeliveredAsync(Ct, Ampoules(1));

        await RefusedAsync(() => WasteAsync(id, Rest(1)), DispensingRules.WitnessNeeded);
        await RefusedAsync(() => WasteAsync(id, Rest(1), WardWorld.Pin(WardPeople.SecondNurse)), DispensingRules.WitnessIsActor, DispensingRules.WitnessIsRecipient);
        await RefusedAsync(() => WasteAsync(id, Rest(1), WardWorld.Pin(WardPeople.SecondNurse), by: WardPeople.ThirdNurse), DispensingRules.WitnessIsRecipient);
        await RefusedAsync(() => WasteAsync(id, Rest(1), WardWorld.Pin(WardPeople.Cashier)), DispensingRules.PersonNotAllowed);
        await RefusedAsync(() => WasteAsync(id, Rest(1), WardWorld.Pin(WardPeople.ThirdNurse, "0000000")), DispensingRules.CredentialRefused);
        await RefusedAsync(() => WasteAsync(id, Rest(1), WardWorld.Pin(WardPeople.ThirdNurse), "nadie"), DispensingRules.FieldInvalid);
        await WasteAsync(id, Rest(1) with { Certificate = "DEST-1", DrawnAt = World.Now }, WardWorld.Badge(WardPeople.ThirdNurse));
        var entry = Assert.Single((await World.Get<IWasteStore>().ListAsync(World.Tenant, id, PageRequest.First, Ct)).Items);
        Assert.Equal((WardPeople.ThirdNurse.Id, CredentialKind.Badge, "DEST-1"), (entry.Witness!.Person, entry.Witness.Kind, entry.Certificate));
    }

    [Fact]
    public async Task A_missing_witness_is_said_and_becomes_a_ticket()
    {
        var id = await World.DeliveredAsync(Ct, Ampoules(1));

        await WasteAsync(id, Rest(1), missing: "guardia de una sola persona");

        Assert.Equal(TicketKind.MissingWitness, Assert.Single((await World.LoadAsync(id, Ct)).Tickets).Kind);
    }

    [Fact]
    public async Task A_wrong_waste_entry_is_taken_back_once_by_its_author_or_a_supervisor()
    {
        var id = await World.DeliveredAsync(Ct, Ampoules(1));
        var wrong = await WasteAsync(id, Rest(2), WardWorld.Pin(WardPeople.ThirdNurse));
        Task<WasteAnswer> Correct(Staff by, WasteId? waste = null) => Wastes.CorrectAsync(World.As(by), new() { Dispensation = id, Waste = waste ?? wrong.Waste, Reason = "era uno" }, Ct);

        await RefusedAsync(() => Correct(WardPeople.ThirdNurse), DispensingRules.WasteCorrectionRefused);
        await RefusedAsync(() => Correct(WardPeople.SecondNurse, WardWorld.Id<WasteId>(9)), DispensingRules.WasteUnknown);
        var taken = await Correct(WardPeople.SecondNurse);
        await RefusedAsync(() => Correct(WardPeople.Supervisor), DispensingRules.WasteReversed);
        await RefusedAsync(() => Correct(WardPeople.Supervisor, taken.Waste), DispensingRules.WasteReversed);

        Assert.Equal(2, taken.Outstanding);
        Assert.Equal(1, (await WasteAsync(id, Rest(1), WardWorld.Pin(WardPeople.ThirdNurse))).Outstanding);
    }

    [Fact]
    public async Task Waste_is_checked_like_a_dose()
    {
        var id = await World.DeliveredAsync(Ct, Ampoules(1), Tablets(2));
        var witness = WardWorld.Pin(WardPeople.ThirdNurse);

        await RefusedAsync(() => WasteAsync(id, Rest(2.5m), witness), DispensingRules.ReturnTooMuch);
        await RefusedAsync(() => WasteAsync(id, Rest(1) with { Reason = "", At = World.Now - Duration.FromHours(2) }, witness), DispensingRules.FieldInvalid, DispensingRules.BeforeHandOver);
        await RefusedAsync(() => WasteAsync(id, Rest(1) with { DrawnAt = World.Now + Duration.FromHours(2) }, witness), DispensingRules.OpenedWrong);
        await RefusedAsync(() => WasteAsync(id, Rest(1) with { Line = 2, Kind = RemainderKind.Overfill, Amount = new(1, UnitCode.Tablet) }), DispensingRules.OverfillOfNothing);
        await RefusedAsync(() => WasteAsync(id, Rest(1) with { Kind = RemainderKind.Overfill }, witness), DispensingRules.OverfillWrong);
        Assert.Equal(2, (await WasteAsync(id, Rest(0.1m) with { Kind = RemainderKind.Overfill }, witness)).Outstanding);
    }
}
