using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Tests.Kit;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Returning;
using Clinic.Pharmacy.Reversing;
using Clinic.Pharmacy.Stock;
using Clinic.Testing.Wards;
using NodaTime;

namespace Clinic.Dispensing.Tests.HandOvers;

/// <summary>What belongs to a dispensation is moved by nobody behind its back.</summary>
public sealed class StockBelongsTests : Ward
{
    [Fact]
    public async Task The_pharmacist_does_not_reverse_a_hand_over()
    {
        var id = await World.DeliveredAsync(Ct, Ampoules(5));
        var posting = await PostingAsync(id);

        await BelongsAsync(() => World.Get<StockReversing>().ReverseAsync(World.As(WardPeople.Pharmacist), new(posting, "error"), Ct));
    }

    [Fact]
    public async Task The_pharmacist_does_not_take_back_what_a_dispensation_handed_out()
    {
        var id = await World.DeliveredAsync(Ct, Ampoules(5));
        var back = new ReturnStock
        {
            Issue = await PostingAsync(id),
            Lot = (await World.LoadAsync(id, Ct)).Lines[0].Accounts[0].Lot,
            Quantity = new(2, UnitCode.Ampoule),
            To = World.Store,
            IsUnopened = true,
            Reason = "sobrante",
        };

        await BelongsAsync(() => World.Get<StockReturning>().ReturnAsync(World.As(WardPeople.Pharmacist), back, Ct));
    }

    [Fact]
    public async Task The_pharmacist_does_not_issue_what_is_kept_for_a_dispensation()
    {
        var id = await World.ReadyAsync(Ct, Ampoules(5));
        var issue = new IssueStock { From = World.Store, Reservation = await ReservationAsync(id) };

        await BelongsAsync(() => World.Get<StockIssuing>().IssueAsync(World.As(WardPeople.Pharmacist), issue, Ct));
    }

    [Fact]
    public async Task The_pharmacist_does_not_give_free_what_is_kept_for_a_dispensation()
    {
        var id = await World.ReadyAsync(Ct, Ampoules(5));
        var reservation = await ReservationAsync(id);

        await BelongsAsync(() => World.Get<StockReservations>().ReleaseAsync(World.As(WardPeople.Pharmacist), new(reservation, "ya"), Ct));
    }

    [Fact]
    public async Task The_pharmacist_keeps_nothing_aside_in_the_name_of_a_dispensation()
    {
        var id = await World.ReadyAsync(Ct, Ampoules(5));
        var keep = new ReserveStock
        {
            Owner = (await World.LoadAsync(id, Ct)).StockOwner,
            Location = World.Store,
            Line = new(World.Ampoule, new Quantity(1, UnitCode.Ampoule)),
            Expires = World.Now + Duration.FromHours(1),
        };

        await BelongsAsync(() => World.Get<StockReservations>().ReserveAsync(World.As(WardPeople.Pharmacist), keep, Ct));
    }

    [Fact]
    public async Task What_was_counted_back_is_not_reversed_in_the_pharmacy()
    {
        var id = await World.DeliveredAsync(Ct, Ampoules(5));
        var lot = (await World.LoadAsync(id, Ct)).Lines[0].Accounts[0].Lot;
        var declared = await Returns.DeclareAsync(
            World.As(WardPeople.SecondNurse), new() { Dispensation = id, Line = 1, Lot = lot, Quantity = new(2, UnitCode.Ampoule), Condition = Clinic.Dispensing.Returning.ReturnCondition.Unopened, Reason = "sobrante" }, Ct);
        await Returns.ConfirmAsync(
            World.As(WardPeople.Pharmacist), new() { Dispensation = id, Return = declared.Return, Counted = new(2, UnitCode.Ampoule), To = World.Store }, Ct);
        Assert.Equal((197, 0), await World.StockAsync(World.Ampoule, Ct));
        var back = (await World.Get<IMovementStore>().ListAsync(World.Tenant, new() { Kind = MovementKind.Return }, PageRequest.First, Ct)).Items.Single();

        await BelongsAsync(() => World.Get<StockReversing>().ReverseAsync(World.As(WardPeople.Pharmacist), new(back.Posting, "error"), Ct));
    }

    private async Task<PostingId> PostingAsync(DispensationId id) => new((await World.LoadAsync(id, Ct)).Lines[0].Accounts[0].Issues[0].Posting);

    private async Task<ReservationId> ReservationAsync(DispensationId id) => new((await World.LoadAsync(id, Ct)).Lines[0].Parts[0].Reservation);

    private async Task BelongsAsync(Func<Task> act)
    {
        var known = await AllAsync();
        var before = await new WardLaws(World).StateAsync(known, Ct);
        var e = await Assert.ThrowsAsync<PharmacyException>(act);
        Assert.Equal([PharmacyRules.OwnedElsewhere], e.Failures.Select(f => f.Code));
        Assert.Equal(before, await new WardLaws(World).StateAsync(known, Ct));
    }
}
