using Clinic.Abstractions;
using Clinic.Bridges.Dispensing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Preparing;
using Clinic.Dispensing.Tests.Kit;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Lots;
using Clinic.Testing.Wards;
using NodaTime;

namespace Clinic.Dispensing.Tests.Preparing;

public sealed class PreparingTests : Ward
{
    [Fact]
    public async Task Stock_is_kept_aside_all_or_nothing()
    {
        var id = await AskedAsync(Tablets(10), Syrup(900));

        var refused = await Assert.ThrowsAsync<PharmacyException>(() => Preparing.BeginAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id }, Ct));

        Assert.Equal(PharmacyRules.StockShort, refused.Code);
        Assert.Equal((200, 0), await World.StockAsync(World.Tablet, Ct));
        var partial = await Preparing.BeginAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id, MayBePartial = true }, Ct);
        Assert.Equal([0m, 700m], partial.Lines.Select(l => l.Missing));
    }

    [Fact]
    public async Task Lots_must_outlast_the_treatment_unless_somebody_says_why()
    {
        var asked = World.Asking(Tablets(150));
        var id = await AskedAsync(asked with { Lines = [asked.Lines[0] with { UsableThrough = new(2026, 12, 31) }] });

        var refused = await Assert.ThrowsAsync<PharmacyException>(() => Preparing.BeginAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id }, Ct));
        Assert.Equal(PharmacyRules.StockShort, refused.Code);
        var begun = await Preparing.BeginAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id, OverrideReason = "se usa antes" }, Ct);
        Assert.Equal(2, begun.Lines[0].Parts.Count);
    }

    [Fact]
    public async Task A_routine_request_waits_for_its_authorisation_and_an_urgent_one_does_not()
    {
        var routine = await AskedAsync(World.Asking(Tablets(1)), authorise: false);
        var urgent = await AskedAsync(World.Asking(Tablets(1)) with { Urgency = Urgency.Urgent }, authorise: false);

        await RefusedAsync(() => Preparing.BeginAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = routine }, Ct), DispensingRules.TransitionRefused);
        Assert.Equal(DispenseStatus.InPreparation, (await Preparing.BeginAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = urgent }, Ct)).Status);
    }

    [Fact]
    public async Task Who_prepares_belongs_to_the_pharmacy()
    {
        var id = await AskedAsync(Tablets(1));

        await RefusedAsync(() => Preparing.BeginAsync(World.As(WardPeople.Nurse), new() { Dispensation = id }, Ct), DispensingRules.RoleMissing, DispensingRules.DepartmentMissing);
    }

    [Fact]
    public async Task Lines_and_picks_are_checked()
    {
        var id = await AskedAsync(Tablets(5));
        var lot = (await World.Get<ILotStore>().ListAsync(World.Tenant, new(Presentation: World.Tablet), PageRequest.First, Ct)).Items[1];
        Task Begin(PreparationLine line) => Preparing.BeginAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id, Lines = [line] }, Ct);

        await RefusedAsync(() => Begin(new(7)), DispensingRules.LineUnknown);
        await RefusedAsync(() => Begin(new(1, new(6, UnitCode.Tablet))), DispensingRules.HandOverTooMuch);
        await RefusedAsync(() => Begin(new(1, new(5, UnitCode.Tablet), [new(lot.Id, 4)])), DispensingRules.PickingWrong);
        var begun = await Preparing.BeginAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id, Lines = [new(1, null, [new(lot.Id, 5)])] }, Ct);
        Assert.Equal(lot.Id, begun.Lines[0].Parts[0].Lot);
    }

    [Fact]
    public async Task Nothing_is_ready_before_every_lot_is_confirmed_and_checked()
    {
        var id = await AskedAsync(Vials(1));
        var begun = await Preparing.BeginAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id }, Ct);
        Task Mark(Staff? checker, Staff? by = null) => Preparing.MarkPreparedAsync(World.As(by ?? WardPeople.Pharmacist), new() { Dispensation = id, Checker = checker is null ? null : WardWorld.Pin(checker) }, Ct);

        await RefusedAsync(() => Mark(null), DispensingRules.NotConfirmed, DispensingRules.CheckerNeeded);
        await World.ConfirmAsync(id, begun.Lines, Ct);
        await RefusedAsync(() => Mark(WardPeople.Pharmacist), DispensingRules.CheckerIsPreparer);
        await RefusedAsync(() => Mark(WardPeople.Auxiliary), DispensingRules.PersonNotAllowed);
        await RefusedAsync(() => Preparing.MarkPreparedAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id, Checker = WardWorld.Pin(WardPeople.SecondPharmacist, "000000") }, Ct), DispensingRules.CredentialRefused);
        await Mark(WardPeople.SecondPharmacist);
        Assert.Equal(WardPeople.SecondPharmacist.Id, (await World.LoadAsync(id, Ct)).Checked!.By);
    }

    [Fact]
    public async Task Confirming_something_else_is_a_near_miss_in_the_audit()
    {
        var id = await AskedAsync(Tablets(5));
        var begun = await Preparing.BeginAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id }, Ct);
        var lot = begun.Lines[0].Parts[0].Lot;
        ConfirmPart Confirm(string? scan, LotId? by, decimal quantity) => new() { Dispensation = id, Line = 1, Scan = scan, Lot = by, Quantity = quantity };
        Task Run(ConfirmPart command) => Preparing.ConfirmAsync(World.As(WardPeople.Pharmacist), command, Ct);

        await RefusedAsync(() => Run(Confirm("hola", null, 5)), DispensingRules.ScanUnreadable);
        await RefusedAsync(() => Run(Confirm("(01)09506000134352(10)L9(17)270331", null, 5)), DispensingRules.ScanMismatch, DispensingRules.ScanMismatch);
        await RefusedAsync(() => Run(Confirm(null, WardWorld.Id<LotId>(9), 5)), DispensingRules.PartUnknown);
        await RefusedAsync(() => Run(Confirm(null, lot, 4)), DispensingRules.ConfirmedDiffers);
        await RefusedAsync(() => Run(Confirm(null, null, 5)), DispensingRules.FieldInvalid);
        await RefusedAsync(() => Run(Confirm(null, lot, 5) with { Line = 4 }), DispensingRules.LineUnknown);
        var audit = await World.Get<IAuditLog>().ListAsync(World.Tenant, new(Outcome: AuditOutcome.Refused), PageRequest.First, Ct);
        Assert.Contains(audit.Items, a => a.Action == "dispensing.confirm-part");
    }

    [Fact]
    public async Task Substitution_is_allowed_explained_and_confirmed_where_it_must_be()
    {
        var asked = World.Asking(Tablets(5), Syrup(5));
        var fixedLine = await AskedAsync(asked with { Lines = [asked.Lines[0] with { MaySubstitute = false }] });
        var id = await AskedAsync(asked);
        foreach (var one in new[] { fixedLine, id }) await Preparing.BeginAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = one }, Ct);
        SubstituteLine With(PresentationId by, decimal quantity, UnitCode unit) => new() { Dispensation = id, Line = 1, Presentation = by, Quantity = new(quantity, unit), Reason = "no hay" };
        Task Run(SubstituteLine command) => Preparing.SubstituteAsync(World.As(WardPeople.Pharmacist), command, Ct);

        await RefusedAsync(() => Run(With(World.OtherTablet, 5, UnitCode.Tablet) with { Dispensation = fixedLine }), DispensingRules.SubstitutionRefused);
        await RefusedAsync(() => Run(With(World.Syrup, 5, UnitCode.Millilitre)), DispensingRules.ProductTwice, DispensingRules.SubstituteNeedsAuthoriser);
        await RefusedAsync(() => Run(With(World.Vial, 1, new("{vial}"))), DispensingRules.SubstituteNeedsAuthoriser);
        await RefusedAsync(() => Run(With(World.Vial, 1, new("{vial}")) with { Authoriser = WardWorld.Pin(WardPeople.Nurse) }), DispensingRules.PersonNotAllowed);
        await Run(With(World.OtherTablet, 5, UnitCode.Tablet));
        Assert.Equal(((200, 5), (200, 5)), (await World.StockAsync(World.Tablet, Ct), await World.StockAsync(World.OtherTablet, Ct)));
        await Run(With(World.Vial, 1, new("{vial}")) with { Authoriser = WardWorld.Pin(WardPeople.SecondPhysician) });
        Assert.Equal(World.Tablet, (await World.LoadAsync(id, Ct)).Lines[0].Substituted!.Original);
    }

    [Fact]
    public async Task A_substitute_counts_in_its_own_units_when_it_is_taken_up_again()
    {
        var id = await AskedAsync(Tablets(10));
        await Preparing.BeginAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id }, Ct);
        await Preparing.SubstituteAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id, Line = 1, Presentation = World.OtherTablet, Quantity = new(5, UnitCode.Tablet), Reason = "no hay" }, Ct);
        await Preparing.HoldAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id, Reason = "espera" }, Ct);

        var resumed = await Preparing.ResumeAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id }, Ct);

        Assert.Equal((5m, 0m), (resumed.Lines[0].Parts.Sum(p => p.Quantity), resumed.Lines[0].Missing));
        Assert.Equal(new Quantity(10, UnitCode.Tablet), (await World.LoadAsync(id, Ct)).Lines[0].Asked);
    }

    [Fact]
    public async Task Substitution_never_hands_out_more_than_was_authorised_without_a_prescriber()
    {
        var id = await AskedAsync(Ampoules(2), Tablets(4));
        await Preparing.BeginAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id }, Ct);
        SubstituteLine With(int line, PresentationId by, decimal quantity, UnitCode unit) => new() { Dispensation = id, Line = line, Presentation = by, Quantity = new(quantity, unit), Reason = "otro lote" };
        Task Run(SubstituteLine command) => Preparing.SubstituteAsync(World.As(WardPeople.Pharmacist), command, Ct);

        await RefusedAsync(() => Run(With(1, World.Ampoule, 50, UnitCode.Ampoule)), DispensingRules.HandOverTooMuch);
        await RefusedAsync(() => Run(With(2, World.OtherTablet, 5, UnitCode.Tablet)), DispensingRules.SubstituteNeedsAuthoriser);
        await Run(With(2, World.OtherTablet, 5, UnitCode.Tablet) with { Authoriser = WardWorld.Pin(WardPeople.SecondPhysician) });
        Assert.Equal(WardPeople.SecondPhysician.Id, (await World.LoadAsync(id, Ct)).Lines[1].Substituted!.Confirmed!.Person);
    }

    [Fact]
    public async Task A_substitute_of_a_stricter_class_follows_the_rules_of_that_class()
    {
        var asked = await Requests.RequestAsync(World.As(WardPeople.Physician), World.Asking(Tablets(4)) with { Prescription = null }, Ct);
        await Requests.AuthoriseAsync(World.As(WardPeople.Physician), new() { Dispensation = asked.Dispensation }, Ct);
        await Preparing.BeginAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = asked.Dispensation }, Ct);
        SubstituteLine With(Staff authoriser) => new() { Dispensation = asked.Dispensation, Line = 1, Presentation = World.Ampoule, Quantity = new(1, UnitCode.Ampoule), Reason = "dolor", Authoriser = WardWorld.Pin(authoriser) };

        await RefusedAsync(() => Preparing.SubstituteAsync(World.As(WardPeople.Pharmacist), With(WardPeople.Physician), Ct), DispensingRules.PrescriptionMissing, DispensingRules.AuthoriserIsRequester);
        await RefusedAsync(() => Preparing.SubstituteAsync(World.As(WardPeople.Pharmacist), With(WardPeople.SecondPhysician), Ct), DispensingRules.PrescriptionMissing);
    }

    [Fact]
    public async Task The_last_stock_may_be_kept_again_by_its_own_line()
    {
        var others = await AskedAsync(Ampoules(190));
        await Preparing.BeginAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = others }, Ct);
        var id = await AskedAsync(Ampoules(10));
        var begun = await Preparing.BeginAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id }, Ct);
        Assert.Equal((200, 200), await World.StockAsync(World.Ampoule, Ct));
        Task<PreparationAnswer> Again(decimal quantity) => Preparing.SubstituteAsync(
            World.As(WardPeople.Pharmacist), new() { Dispensation = id, Line = 1, Presentation = World.Ampoule, Quantity = new(quantity, UnitCode.Ampoule), Reason = "otro lote" }, Ct);

        var kept = await Again(8);

        Assert.Equal(8, kept.Lines[0].Parts.Sum(p => p.Quantity));
        Assert.NotEqual(begun.Lines[0].Parts[0].Reservation, kept.Lines[0].Parts[0].Reservation);
        Assert.Equal((200, 198), await World.StockAsync(World.Ampoule, Ct));
        World.Clock.Advance(new DispensingOptions().KeepAsideFor);
        Assert.Equal(10, (await Again(10)).Lines[0].Parts.Sum(p => p.Quantity));
        Assert.Equal((200, 10), await World.StockAsync(World.Ampoule, Ct));
    }

    [Fact]
    public async Task What_ran_out_is_given_free_once_where_the_rest_is_prepared_without_it()
    {
        await Preparing.BeginAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = await AskedAsync(Ampoules(5)) }, Ct);
        World.Clock.Now = Instant.FromUtc(2027, 4, 2, 15, 0);
        await World.ReceiveAsync(World.Tablet, UnitCode.Tablet, "L3", new(2029, 1, 31), 10, Ct);
        var id = await AskedAsync(Ampoules(1), Tablets(1));

        var begun = await Preparing.BeginAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id, MayBePartial = true }, Ct);

        Assert.Equal((0, 1), (begun.Lines[0].Parts.Count, begun.Lines[1].Parts.Count));
        Assert.Equal((200, 0), await World.StockAsync(World.Ampoule, Ct));
        foreach (var job in World.All<IClinicJob>().Where(j => j.Name == "pharmacy.reservation-expiry")) await job.RunOnceAsync(World.Tenant, Ct);
        Assert.Equal((200, 0), await World.StockAsync(World.Ampoule, Ct));
    }

    [Fact]
    public async Task A_hold_has_an_end_and_keeps_stock_until_then()
    {
        var id = await AskedAsync(Tablets(5));
        await Preparing.BeginAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id }, Ct);
        Task<DispensationAnswer> Hold(Instant? until) => Preparing.HoldAsync(World.As(WardPeople.Auxiliary), new() { Dispensation = id, Reason = "falta receta", Until = until }, Ct);

        await RefusedAsync(() => Hold(World.Now), DispensingRules.HoldTimeWrong);
        await RefusedAsync(() => Hold(World.Now + Duration.FromHours(73)), DispensingRules.HoldTimeWrong);
        await Hold(null);
        Assert.Equal((200, 5), await World.StockAsync(World.Tablet, Ct));
        Assert.Equal(DispenseStatus.InPreparation, (await Preparing.ResumeAsync(World.As(WardPeople.Auxiliary), new() { Dispensation = id }, Ct)).Status);
        Assert.Equal((200, 5), await World.StockAsync(World.Tablet, Ct));
    }

    [Fact]
    public async Task A_recall_of_a_reserved_lot_puts_it_on_hold_and_resuming_takes_another()
    {
        var id = await World.ReadyAsync(Ct, Tablets(5));
        await World.Get<LotControl>().RecallAsync(World.As(WardPeople.Pharmacist), new(World.Tablet, new("L1"), "aviso"), Ct);
        var refused = await Assert.ThrowsAsync<PharmacyException>(() => HandingOver.HandOverAsync(World.As(WardPeople.Auxiliary), World.HandingOver(id), Ct));
        Assert.NotEmpty(refused.Failures);

        var lost = await World.Get<IOutbox>().LeaseAsync(World.Tenant, World.Now, World.Now + Duration.FromMinutes(1), 100, Ct);
        foreach (var e in lost) await World.All<IOutboxReceiver>().OfType<LostStockReceiver>().Single().ReceiveAsync(e, Ct);

        Assert.Equal(DispenseStatus.OnHold, (await World.LoadAsync(id, Ct)).Status);
        var resumed = await Preparing.ResumeAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id }, Ct);
        Assert.Equal("L2", Assert.Single(resumed.Lines[0].Parts).Number);
    }

    [Fact]
    public async Task Nothing_at_all_is_no_preparation()
    {
        var id = await AskedAsync(Tablets(5));
        await World.Get<LotControl>().RecallAsync(World.As(WardPeople.Pharmacist), new(World.Tablet, new("L1"), "aviso"), Ct);
        await World.Get<LotControl>().RecallAsync(World.As(WardPeople.Pharmacist), new(World.Tablet, new("L2"), "aviso"), Ct);

        await RefusedAsync(() => Preparing.BeginAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id, MayBePartial = true }, Ct), DispensingRules.NothingKept);
    }

    [Fact]
    public async Task Cancelling_gives_the_stock_free()
    {
        var id = await World.ReadyAsync(Ct, Tablets(5));

        await Preparing.CancelAsync(World.As(WardPeople.Auxiliary), new() { Dispensation = id, Reason = "alta" }, Ct);

        Assert.Equal((200, 0), await World.StockAsync(World.Tablet, Ct));
    }

    [Fact]
    public async Task An_urgent_preparation_may_still_be_declined()
    {
        var id = await AskedAsync(World.Asking(Tablets(5)) with { Urgency = Urgency.Urgent }, authorise: false);
        await World.PrepareAsync(id, Ct);

        await Requests.DeclineAsync(World.As(WardPeople.Physician), new() { Dispensation = id, Reason = "no procede" }, Ct);

        Assert.Equal((200, 0), await World.StockAsync(World.Tablet, Ct));
    }
}

public sealed class ScanPolicyTests : Ward
{
    protected override void Configure(DispensingOptions options) => options.Standard.NeedsScan = true;

    [Fact]
    public async Task Where_scans_are_demanded_an_eye_is_not_enough()
    {
        var id = await AskedAsync(Tablets(5));
        var begun = await Preparing.BeginAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id }, Ct);

        await RefusedAsync(() => Preparing.ConfirmAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id, Line = 1, Lot = begun.Lines[0].Parts[0].Lot, Quantity = 5 }, Ct), DispensingRules.ScanNeeded);
    }
}
