using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Tests.Kit;
using Clinic.Dispensing.Usage;
using Clinic.Testing.Wards;
using NodaTime;

namespace Clinic.Dispensing.Tests.Usage;

public sealed class DoseLogTests : Ward
{
    private Task<DoseAnswer> GiveAsync(DispensationId id, DoseData dose, Staff? by = null) =>
        Doses.RecordAsync(World.As(by ?? WardPeople.SecondNurse), new() { Dispensation = id, Dose = dose }, Ct);

    private Task<DispensingException> RefusedAsync(DispensationId id, DoseData dose, params string[] codes) => RefusedAsync(() => GiveAsync(id, dose), codes);

    private static DoseData Dose(decimal amount, UnitCode unit) => new() { Line = 1, Amount = new(amount, unit) };

    private static DoseData Ml(decimal amount) => Dose(amount, UnitCode.Millilitre);

    [Fact]
    public async Task What_cannot_be_true_is_refused()
    {
        var id = await World.DeliveredAsync(Ct, Ampoules(2));

        await RefusedAsync(id, Ml(300), DispensingRules.DoseImpossible);
        await RefusedAsync(id, Ml(3), DispensingRules.DoseImpossible);
        await RefusedAsync(id, Ml(0), DispensingRules.QuantityNotPositive);
        await RefusedAsync(id, Ml(-1), DispensingRules.QuantityNotPositive);
        await RefusedAsync(id, Ml(0.00001m), DispensingRules.DoseTooFine);
        await RefusedAsync(id, Dose(1, new("meq")), DispensingRules.UnitNotConvertible);
        await RefusedAsync(id, Dose(1, new("ug/kg")), DispensingRules.WeightNeeded);
        await RefusedAsync(id, Ml(1) with { At = World.Now + Duration.FromMinutes(2) }, DispensingRules.TimeInFuture);
        await RefusedAsync(id, Ml(1) with { At = World.Now - Duration.FromMinutes(2) }, DispensingRules.BeforeHandOver);
        await RefusedAsync(id, Ml(1) with { Line = 2 }, DispensingRules.LineUnknown);
        await RefusedAsync(id, Ml(1) with { Lot = WardWorld.Id<LotId>(9) }, DispensingRules.LotNotDelivered);
        await RefusedAsync(id, Ml(1) with { Containers = 0 }, DispensingRules.FieldInvalid, DispensingRules.DoseImpossible);
        await RefusedAsync(id, Ml(1) with { Responsible = WardWorld.Id<PersonId>(99) }, DispensingRules.PersonUnknown);
        await RefusedAsync(id, Ml(1) with { Responsible = WardPeople.Pharmacist.Id }, DispensingRules.PersonNotAllowed);
    }

    [Fact]
    public async Task Several_failures_of_a_dose_are_named_at_once()
    {
        var id = await World.DeliveredAsync(Ct, Ampoules(1));

        await RefusedAsync(id, Ml(300) with { At = World.Now - Duration.FromHours(1), Reason = " ", Responsible = WardPeople.Cashier.Id },
            DispensingRules.DoseImpossible, DispensingRules.BeforeHandOver, DispensingRules.FieldInvalid, DispensingRules.PersonNotAllowed);
    }

    [Fact]
    public async Task Nobody_of_another_ward_enters_doses()
    {
        var id = await World.DeliveredAsync(Ct, Tablets(5));

        await RefusedAsync(() => GiveAsync(id, Dose(1, UnitCode.Tablet), WardPeople.FloorNurse), DispensingRules.DispensationUnknown);
        await RefusedAsync(() => GiveAsync(id, Dose(1, UnitCode.Tablet), WardPeople.Cashier), DispensingRules.RoleMissing);
    }

    [Fact]
    public async Task Before_a_hand_over_there_is_nothing_to_give()
    {
        var id = await World.ReadyAsync(Ct, Tablets(5));

        await RefusedAsync(id, Dose(1, UnitCode.Tablet), DispensingRules.TransitionRefused, DispensingRules.LotNotDelivered);
    }

    [Fact]
    public async Task Three_millilitres_from_two_ampoules_are_possible_and_beyond_one_delivered()
    {
        var id = await World.DeliveredAsync(Ct, Ampoules(1));

        var dose = await GiveAsync(id, Ml(3) with { Containers = 2 });

        Assert.Equal((true, -1m, AccountabilityStatus.UnderReview), (dose.IsBeyond, dose.Outstanding, dose.Answer.Accountability));
        var second = await GiveAsync(id, Ml(1));
        Assert.True(second.IsBeyond);
        Assert.Equal(-1, Assert.Single((await World.LoadAsync(id, Ct)).Tickets).Amount);
    }

    [Fact]
    public async Task A_line_of_two_lots_needs_the_lot()
    {
        var id = await World.DeliveredAsync(Ct, Tablets(150));
        var accounts = (await World.LoadAsync(id, Ct)).Lines[0].Accounts;

        await RefusedAsync(id, Dose(1, UnitCode.Tablet), DispensingRules.LotAmbiguous);
        Assert.Equal(49, (await GiveAsync(id, Dose(1, UnitCode.Tablet) with { Lot = accounts[1].Lot })).Outstanding);
    }

    [Fact]
    public async Task Overfill_needs_a_reason_and_a_limit_and_counts_against_nothing()
    {
        var id = await World.DeliveredAsync(Ct, Ampoules(1), Tablets(1));

        await RefusedAsync(id, Ml(2.1m) with { Overfill = 0.1m }, DispensingRules.OverfillWrong);
        await RefusedAsync(id, Ml(3) with { Overfill = 1, Reason = "más de lo rotulado" }, DispensingRules.OverfillWrong);
        await RefusedAsync(id, Dose(1, UnitCode.Tablet) with { Line = 2, Overfill = 0.1m }, DispensingRules.OverfillOfNothing);
        var dose = await GiveAsync(id, Ml(2.1m) with { Overfill = 0.1m, Reason = "más de lo rotulado" });
        Assert.Equal((2m, 0m), (dose.Amount, dose.Outstanding));
    }

    [Fact]
    public async Task Overfill_has_a_limit_over_all_entries()
    {
        var id = await World.DeliveredAsync(Ct, Ampoules(1));
        await GiveAsync(id, Ml(0.5m) with { Overfill = 0.4m, Reason = "más de lo rotulado" });

        await RefusedAsync(id, Ml(0.5m) with { Overfill = 0.1m, Reason = "más de lo rotulado" }, DispensingRules.OverfillWrong);
    }

    [Fact]
    public async Task A_dose_that_is_entered_late_and_one_that_is_reversed_leave_the_opened_vial_right()
    {
        var id = await World.DeliveredAsync(Ct, Vials(1));
        var early = World.Now;
        World.Clock.Advance(Duration.FromHours(1));
        await GiveAsync(id, Dose(100, new("U")));
        await GiveAsync(id, Dose(100, new("U")) with { At = early });
        var wrong = await GiveAsync(id, Dose(800, new("U")));
        await Doses.CorrectAsync(World.As(WardPeople.SecondNurse), new() { Dispensation = id, Dose = wrong.Dose, Reason = "eran 80", Replacement = Dose(80, new("U")) }, Ct);
        World.Clock.Advance(Duration.FromDays(29));

        await RefusedAsync(id, Dose(200, new("U")), DispensingRules.BeyondUsePassed);
    }

    [Fact]
    public async Task Hostile_figures_are_refused_with_their_codes()
    {
        var id = await World.DeliveredAsync(Ct, Ampoules(1), Tablets(1));

        await RefusedAsync(id, Dose(1, new("/kg")) with { WeightKg = 5 }, DispensingRules.UnitNotConvertible);
        await RefusedAsync(id, Ml(1) with { WeightKg = -5 }, DispensingRules.WeightNeeded);
        await RefusedAsync(id, Dose(1_000_000_000, UnitCode.Tablet) with { Line = 2 }, DispensingRules.QuantityTooLarge);
        await RefusedAsync(id, Ml(1) with { Overfill = decimal.MinValue }, DispensingRules.OverfillWrong);
        await RefusedAsync(id, Ml(1) with { Overfill = decimal.MaxValue, Reason = "x" }, DispensingRules.OverfillWrong);
        await RefusedAsync(() => Doses.ConfirmAllUsedAsync(World.As(WardPeople.SecondNurse), new() { Dispensation = id, Lines = [.. Enumerable.Range(1, 1000)] }, Ct), DispensingRules.LinesWrong);
    }

    [Fact]
    public async Task An_opened_vial_is_not_used_beyond_its_time()
    {
        var id = await World.DeliveredAsync(Ct, Vials(2));
        await GiveAsync(id, Dose(100, new("U")));
        World.Clock.Advance(Duration.FromDays(27));
        await GiveAsync(id, Dose(100, new("U")));
        World.Clock.Advance(Duration.FromDays(2));

        await RefusedAsync(id, Dose(100, new("U")), DispensingRules.BeyondUsePassed);
        await RefusedAsync(id, Dose(100, new("U")) with { OpenedAt = World.Now + Duration.FromHours(1) }, DispensingRules.OpenedWrong);
        Assert.Equal(17, (await GiveAsync(id, Dose(100, new("U")) with { OpenedAt = World.Now })).Outstanding);
    }

    [Fact]
    public async Task A_wrong_dose_is_reversed_and_entered_anew()
    {
        var id = await World.DeliveredAsync(Ct, Tablets(10));
        var wrong = await GiveAsync(id, Dose(7, UnitCode.Tablet));
        CorrectDose Correct(string reason = "era uno") => new() { Dispensation = id, Dose = wrong.Dose, Reason = reason, Replacement = Dose(1, UnitCode.Tablet) };

        await RefusedAsync(() => Doses.CorrectAsync(World.As(WardPeople.ThirdNurse), Correct(), Ct), DispensingRules.CorrectionRefused);
        await RefusedAsync(() => Doses.CorrectAsync(World.As(WardPeople.SecondNurse), Correct("") with { Dose = WardWorld.Id<DoseId>(9) }, Ct), DispensingRules.FieldInvalid, DispensingRules.DoseUnknown);
        var corrected = await Doses.CorrectAsync(World.As(WardPeople.SecondNurse), Correct(), Ct);
        await RefusedAsync(() => Doses.CorrectAsync(World.As(WardPeople.SecondNurse), Correct(), Ct), DispensingRules.DoseReversed);
        await RefusedAsync(() => Doses.CorrectAsync(World.As(WardPeople.Supervisor), Correct() with { Dose = corrected.Reversal }, Ct), DispensingRules.DoseReversed);
        World.Clock.Advance(Duration.FromHours(25));
        await RefusedAsync(() => Doses.CorrectAsync(World.As(WardPeople.SecondNurse), Correct() with { Dose = corrected.Replacement!.Value }, Ct), DispensingRules.CorrectionRefused);
        await RefusedAsync(() => Doses.CorrectAsync(World.As(WardPeople.Cashier), Correct() with { Dose = corrected.Replacement!.Value }, Ct), DispensingRules.RoleMissing, DispensingRules.CorrectionRefused);
        await Doses.CorrectAsync(World.As(WardPeople.Supervisor), Correct() with { Dose = corrected.Replacement!.Value, Replacement = null }, Ct);

        Assert.Equal(10, Assert.Single(Reconciliation.Of(await World.LoadAsync(id, Ct))).Difference);
        Assert.Equal(4, (await World.Get<IDoseStore>().ListAsync(World.Tenant, id, PageRequest.First, Ct)).Items.Count);
    }

    [Fact]
    public async Task All_used_is_one_entry_where_each_dose_need_not_be_written()
    {
        var id = await World.DeliveredAsync(Ct, Tablets(10), Ampoules(1));
        Task<DispensationAnswer> Confirm(params int[] lines) => Doses.ConfirmAllUsedAsync(World.As(WardPeople.SecondNurse), new() { Dispensation = id, Lines = lines }, Ct);

        await RefusedAsync(() => Confirm(2), DispensingRules.EachDoseNeeded);
        await RefusedAsync(() => Confirm(5), DispensingRules.LineUnknown);
        await Confirm();
        await RefusedAsync(() => Confirm(), DispensingRules.NothingOutstanding);
        Assert.Equal(0, Reconciliation.Of(await World.LoadAsync(id, Ct))[0].Difference);
    }

    [Fact]
    public async Task A_dose_that_comes_late_is_still_entered_and_on_closed_books_is_not()
    {
        var id = await World.DeliveredAsync(Ct, Tablets(2));
        await GiveAsync(id, Dose(1, UnitCode.Tablet));
        await World.FinishAsync(id, Ct);
        await RefusedAsync(() => World.FinishAsync(id, Ct), DispensingRules.TransitionRefused);

        Assert.Equal(AccountabilityStatus.ToReconcile, (await GiveAsync(id, Dose(1, UnitCode.Tablet))).Answer.Accountability);
        await World.CloseAsync(id, Ct);
        await RefusedAsync(id, Dose(1, UnitCode.Tablet), DispensingRules.TransitionRefused, DispensingRules.TransitionRefused);
    }
}
