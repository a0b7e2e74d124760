using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Requesting;
using Clinic.Dispensing.Tests.Kit;
using Clinic.Testing.Wards;
using NodaTime;

namespace Clinic.Dispensing.Tests.Requesting;

public sealed class RequestTests : Ward
{
    private Task<DispensingException> RefusedAsync(RequestDispensation request, params string[] codes) =>
        RefusedAsync(() => Requests.RequestAsync(World.As(WardPeople.Nurse), request, Ct), codes);

    [Fact]
    public Task Nobody_without_the_role_requests() =>
        RefusedAsync(() => Requests.RequestAsync(World.As(WardPeople.Cashier), World.Asking(Tablets(1)), Ct), DispensingRules.RoleMissing);

    [Fact]
    public Task Nobody_requests_for_another_department() =>
        RefusedAsync(() => Requests.RequestAsync(World.As(WardPeople.FloorNurse), World.Asking(Tablets(1)), Ct), DispensingRules.DepartmentMissing);

    [Fact]
    public Task A_request_needs_lines() => RefusedAsync(World.Asking(), DispensingRules.LinesWrong);

    [Fact]
    public Task A_product_occurs_once() => RefusedAsync(World.Asking(Tablets(1), Tablets(2)), DispensingRules.ProductTwice);

    [Fact]
    public Task An_unknown_product_is_refused() => RefusedAsync(World.Asking((WardWorld.Id<PresentationId>(99), 1, UnitCode.Tablet)), DispensingRules.ProductUnknown);

    [Fact]
    public Task An_unknown_unit_is_refused() => RefusedAsync(World.Asking((World.Tablet, 1, UnitCode.Millilitre)), DispensingRules.UnitUnknown);

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public Task Nothing_is_no_quantity(int quantity) => RefusedAsync(World.Asking(Tablets(quantity)), DispensingRules.QuantityNotPositive);

    [Fact]
    public Task Half_a_tablet_is_too_fine_where_tablets_are_counted() => RefusedAsync(World.Asking(Tablets(0.5m)), DispensingRules.QuantityTooFine);

    [Fact]
    public Task A_slip_of_the_keyboard_is_too_large() => RefusedAsync(World.Asking(Tablets(10_000_000)), DispensingRules.QuantityTooLarge);

    [Fact]
    public async Task It_names_the_department_that_receives_it_also_for_a_patient()
    {
        await RefusedAsync(World.Asking(Tablets(1)) with { Target = new(null, CareArea.Ward) }, DispensingRules.TargetMissing);
        await RefusedAsync(World.Asking(Tablets(1)) with { Target = new(null, CareArea.Outpatient, World.Patient) }, DispensingRules.TargetMissing);
    }

    [Fact]
    public Task An_unknown_patient_is_refused() =>
        RefusedAsync(World.Asking(Tablets(1)) with { Target = new(World.Emergency, CareArea.Emergency, WardWorld.Id<PatientId>(9)) }, DispensingRules.PatientUnknown);

    [Fact]
    public Task An_encounter_belongs_to_a_patient() =>
        RefusedAsync(World.Asking(Tablets(1)) with { Target = new(World.Emergency, CareArea.Emergency, null, WardWorld.Id<EncounterId>(9)) }, DispensingRules.EncounterUnknown);

    [Fact]
    public Task An_unknown_department_is_refused() =>
        RefusedAsync(World.Asking(Tablets(1)) with { Target = new(WardWorld.Id<DepartmentId>(9), CareArea.Ward) }, DispensingRules.DepartmentUnknown, DispensingRules.DepartmentMissing);

    [Fact]
    public Task It_is_served_from_where_stock_is_picked() => RefusedAsync(World.Asking(Tablets(1)) with { From = World.Quarantine }, DispensingRules.LocationUnknown);

    [Fact]
    public Task Validity_is_ahead_and_not_too_far()
    {
        var past = World.Asking(Tablets(1)) with { ValidUntil = World.Now };
        return Task.WhenAll(RefusedAsync(past, DispensingRules.ValidityWrong), RefusedAsync(past with { ValidUntil = World.Now + Duration.FromDays(91) }, DispensingRules.ValidityWrong));
    }

    [Fact]
    public Task Every_failure_is_named_at_once() =>
        RefusedAsync(
            World.Asking((World.Tablet, 0, UnitCode.Tablet), (World.Syrup, 0.05m, UnitCode.Millilitre)) with
            {
                From = World.Quarantine,
                ValidUntil = World.Now,
                RefillsAllowed = 99,
                Prescription = " ",
            },
            DispensingRules.QuantityNotPositive, DispensingRules.QuantityTooFine, DispensingRules.LocationUnknown, DispensingRules.ValidityWrong, DispensingRules.FieldInvalid, DispensingRules.FieldInvalid);

    [Fact]
    public async Task A_box_counts_its_tablets()
    {
        var id = await AskedAsync(World.Asking((World.Tablet, 2, new("box"))));

        Assert.Equal(20, (await World.LoadAsync(id, Ct)).Lines[0].Quantity);
    }

    [Fact]
    public async Task A_draft_waits_until_it_is_sent_off()
    {
        var id = await AskedAsync(World.Asking(Tablets(1)) with { IsDraft = true }, authorise: false);
        await RefusedAsync(() => Requests.AuthoriseAsync(World.As(WardPeople.Physician), new() { Dispensation = id }, Ct), DispensingRules.TransitionRefused);

        await RefusedAsync(() => Requests.SubmitAsync(World.As(WardPeople.SecondNurse), new() { Dispensation = id }, Ct), DispensingRules.SubmittedByOther);
        var sent = await Requests.SubmitAsync(World.As(WardPeople.Nurse), new() { Dispensation = id }, Ct);

        Assert.Equal(DispenseStatus.Requested, sent.Status);
    }

    [Fact]
    public async Task A_draft_may_be_taken_back_by_who_wrote_it()
    {
        var id = await AskedAsync(World.Asking(Tablets(1)) with { IsDraft = true }, authorise: false);

        Assert.Equal(DispenseStatus.Cancelled, (await Requests.WithdrawAsync(World.As(WardPeople.Nurse), new() { Dispensation = id, Reason = "no" }, Ct)).Status);
    }

    [Fact]
    public async Task A_lapsed_request_is_neither_sent_nor_authorised_nor_prepared()
    {
        var draft = await AskedAsync(World.Asking(Tablets(1)) with { IsDraft = true }, authorise: false);
        var asked = await AskedAsync(World.Asking(Tablets(1)), authorise: false);
        var authorised = await AskedAsync(World.Asking(Tablets(1)));
        World.Clock.Advance(Duration.FromDays(8));

        await RefusedAsync(() => Requests.SubmitAsync(World.As(WardPeople.Nurse), new() { Dispensation = draft }, Ct), DispensingRules.Lapsed);
        await RefusedAsync(() => Requests.AuthoriseAsync(World.As(WardPeople.Physician), new() { Dispensation = asked }, Ct), DispensingRules.Lapsed);
        await RefusedAsync(() => Preparing.BeginAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = authorised }, Ct), DispensingRules.Lapsed);
    }

    [Fact]
    public async Task Nobody_authorises_their_own_request_of_a_controlled_medicine()
    {
        var asked = await Requests.RequestAsync(World.As(WardPeople.Physician), World.Asking(Ampoules(1)), Ct);

        Assert.DoesNotContain(WardPeople.Physician.Id, asked.MayAuthorise);
        await RefusedAsync(() => Requests.AuthoriseAsync(World.As(WardPeople.Physician), new() { Dispensation = asked.Dispensation }, Ct), DispensingRules.AuthoriserIsRequester);
    }

    [Fact]
    public async Task A_controlled_medicine_needs_a_prescription_number()
    {
        var asked = await AskedAsync(World.Asking(Ampoules(1)) with { Prescription = null }, authorise: false);

        await RefusedAsync(() => Requests.AuthoriseAsync(World.As(WardPeople.Physician), new() { Dispensation = asked }, Ct), DispensingRules.PrescriptionMissing);
        var given = await Requests.AuthoriseAsync(World.As(WardPeople.Physician), new() { Dispensation = asked, Prescription = "R-77" }, Ct);
        Assert.Equal(DispenseStatus.Authorised, given.Status);
    }

    [Fact]
    public async Task Only_requester_or_authoriser_takes_a_request_back()
    {
        var asked = await AskedAsync(Tablets(1));

        await RefusedAsync(() => Requests.WithdrawAsync(World.As(WardPeople.SecondNurse), new() { Dispensation = asked, Reason = "no" }, Ct), DispensingRules.WithdrawnByOther);
        Assert.Equal(DispenseStatus.Cancelled, (await Requests.WithdrawAsync(World.As(WardPeople.Physician), new() { Dispensation = asked, Reason = "no" }, Ct)).Status);
    }

    [Fact]
    public async Task A_stale_version_is_refused_with_both()
    {
        var asked = await AskedAsync(World.Asking(Tablets(1)), authorise: false);

        var e = await RefusedAsync(() => Requests.AuthoriseAsync(World.As(WardPeople.Physician), new() { Dispensation = asked, Version = 7 }, Ct), DispensingRules.StaleVersion);
        Assert.Equal(("7", "1"), (e.Failures[0].Facts["asked"], e.Failures[0].Facts["found"]));
    }

    [Fact]
    public Task An_unknown_dispensation_is_not_found() =>
        RefusedAsync(() => Requests.AuthoriseAsync(World.As(WardPeople.Physician), new() { Dispensation = WardWorld.Id<DispensationId>(9) }, Ct), DispensingRules.DispensationUnknown);

    [Fact]
    public async Task Refills_are_counted_and_must_fit_the_first()
    {
        var first = await AskedAsync(World.Asking(Tablets(10)) with { RefillsAllowed = 2 });
        var unauthorised = await AskedAsync(World.Asking(Tablets(10)) with { RefillsAllowed = 2 }, authorise: false);
        var refill = World.Asking(Tablets(10)) with { RefillOf = first };

        await RefusedAsync(refill with { RefillOf = unauthorised }, DispensingRules.RefillNotAuthorised);
        var withdrawn = await AskedAsync(World.Asking(Tablets(10)) with { RefillsAllowed = 2 });
        await Requests.WithdrawAsync(World.As(WardPeople.Nurse), new() { Dispensation = withdrawn, Reason = "no" }, Ct);
        await RefusedAsync(refill with { RefillOf = withdrawn }, DispensingRules.RefillNotAuthorised);
        await RefusedAsync(World.Asking(Tablets(11)) with { RefillOf = first }, DispensingRules.RefillDiffers);
        await RefusedAsync(World.Asking(Syrup(5)) with { RefillOf = first }, DispensingRules.RefillDiffers);
        await RefusedAsync(refill with { Target = new(World.Emergency, CareArea.Emergency) }, DispensingRules.RefillTargetDiffers);
        var second = await AskedAsync(refill);
        await RefusedAsync(refill with { RefillOf = second }, DispensingRules.RefillOfRefill);
        await AskedAsync(refill);
        await RefusedAsync(refill, DispensingRules.RefillsExceeded);
    }

    [Fact]
    public async Task A_first_one_of_another_ward_or_site_is_unknown_to_who_asks_for_a_refill()
    {
        var first = await AskedAsync(World.Asking(Tablets(10)) with { RefillsAllowed = 2 });
        var mine = World.Asking(Tablets(10)) with { RefillOf = first, Target = new(WardWorld.Id<DepartmentId>(WardPeople.Floor), CareArea.Ward) };

        await RefusedAsync(() => Requests.RequestAsync(World.As(WardPeople.FloorNurse), mine, Ct), DispensingRules.DispensationUnknown);
        await RefusedAsync(() => Requests.RequestAsync(World.As(WardPeople.FloorNurse), mine with { RefillOf = WardWorld.Id<DispensationId>(9) }, Ct), DispensingRules.DispensationUnknown);
        var elsewhere = World.As(WardPeople.Nurse) with { Site = WardWorld.Id<SiteId>(2) };
        var e = await Assert.ThrowsAsync<DispensingException>(() => Requests.RequestAsync(elsewhere, World.Asking(Tablets(10)) with { RefillOf = first }, Ct));
        Assert.Contains(DispensingRules.DispensationUnknown, e.Failures.Select(f => f.Code));
    }

    [Fact]
    public async Task A_declined_refill_may_be_asked_again()
    {
        var first = await AskedAsync(World.Asking(Tablets(10)) with { RefillsAllowed = 1 });
        var refill = World.Asking(Tablets(10)) with { RefillOf = first };
        var declined = await AskedAsync(refill, authorise: false);
        await Requests.DeclineAsync(World.As(WardPeople.Physician), new() { Dispensation = declined, Reason = "todavía no" }, Ct);

        var again = await AskedAsync(refill);

        Assert.Equal(2, (await World.LoadAsync(again, Ct)).Refills.Number);
    }
}
