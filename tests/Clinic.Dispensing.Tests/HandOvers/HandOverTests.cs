using Clinic.Abstractions;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Tests.Kit;
using Clinic.Pharmacy;
using Clinic.Testing.Wards;
using NodaTime;

namespace Clinic.Dispensing.Tests.HandOvers;

public sealed class HandOverTests : Ward
{
    private Task<HandOverAnswer> GiveAsync(HandOver command, Staff? by = null) => HandingOver.HandOverAsync(World.As(by ?? WardPeople.Auxiliary), command, Ct);

    private Task<DispensingException> RefusedAsync(HandOver command, params string[] codes) => RefusedAsync(() => GiveAsync(command), codes);

    [Fact]
    public async Task A_wrong_PIN_hands_nothing_over()
    {
        var id = await World.ReadyAsync(Ct, Tablets(5));

        await RefusedAsync(World.HandingOver(id) with { Recipient = WardWorld.Pin(WardPeople.SecondNurse, "00000000") }, DispensingRules.CredentialRefused);
    }

    [Fact]
    public async Task The_PIN_of_another_person_proves_nothing()
    {
        var id = await World.ReadyAsync(Ct, Tablets(5));

        await RefusedAsync(World.HandingOver(id) with { Recipient = WardWorld.Pin(WardPeople.SecondNurse, WardPeople.ThirdNurse.Pin) }, DispensingRules.CredentialRefused);
    }

    [Fact]
    public async Task Too_many_wrong_PINs_lock_and_the_right_one_waits()
    {
        var id = await World.ReadyAsync(Ct, Tablets(5));
        var wrong = World.HandingOver(id) with { Recipient = WardWorld.Pin(WardPeople.SecondNurse, "00000000") };
        for (var i = 0; i < 5; i++) await RefusedAsync(wrong, DispensingRules.CredentialRefused);

        await RefusedAsync(World.HandingOver(id), DispensingRules.CredentialLocked);
        World.Clock.AdvanceMinutes(16);
        Assert.Equal(DispenseStatus.Delivered, (await GiveAsync(World.HandingOver(id))).Items[0].Answer.Status);
    }

    [Fact]
    public async Task A_password_is_no_proof_here_and_a_PIN_names_its_person()
    {
        var id = await World.ReadyAsync(Ct, Tablets(5));

        await RefusedAsync(World.HandingOver(id) with { Recipient = new(WardPeople.SecondNurse.Id, CredentialKind.Password, new Secret("x")) }, DispensingRules.FieldInvalid);
        await RefusedAsync(World.HandingOver(id) with { Recipient = new(null, CredentialKind.Pin, new Secret("1234")) }, DispensingRules.ProofPersonMissing);
        await RefusedAsync(World.HandingOver(id) with { Device = " " }, DispensingRules.FieldInvalid);
    }

    [Fact]
    public async Task Nobody_receives_what_they_deliver()
    {
        var id = await World.ReadyAsync(Ct, Tablets(5));

        await RefusedAsync(World.HandingOver(id) with { Recipient = WardWorld.Pin(WardPeople.Auxiliary) }, DispensingRules.RecipientIsDeliverer, DispensingRules.PersonNotAllowed);
    }

    [Fact]
    public async Task The_recipient_belongs_to_the_department_and_has_the_role()
    {
        var id = await World.ReadyAsync(Ct, Tablets(5));

        await RefusedAsync(World.HandingOver(id) with { Recipient = WardWorld.Pin(WardPeople.FloorNurse) }, DispensingRules.PersonNotAllowed);
        await RefusedAsync(World.HandingOver(id) with { Recipient = WardWorld.Pin(WardPeople.Cashier) }, DispensingRules.PersonNotAllowed);
    }

    [Fact]
    public async Task A_controlled_medicine_needs_five_people_and_a_second_one()
    {
        var id = await World.ReadyAsync(Ct, Ampoules(1));

        await RefusedAsync(World.HandingOver(id) with { SecondPerson = null }, DispensingRules.SecondPersonNeeded);
        await RefusedAsync(World.HandingOver(id) with { Recipient = WardWorld.Pin(WardPeople.Nurse) }, DispensingRules.NotDistinct);
        await RefusedAsync(() => GiveAsync(World.HandingOver(id), WardPeople.Pharmacist), DispensingRules.NotDistinct);
        await RefusedAsync(World.HandingOver(id) with { SecondPerson = WardWorld.Pin(WardPeople.SecondNurse) }, DispensingRules.AttestersWrong);
        await RefusedAsync(World.HandingOver(id) with { SecondPerson = WardWorld.Pin(WardPeople.Cashier) }, DispensingRules.PersonNotAllowed);
        await RefusedAsync(
            World.HandingOver(id) with { Recipient = null, Attestation = new(WardPeople.SecondNurse.Id, WardWorld.Pin(WardPeople.ThirdNurse), WardWorld.Pin(WardPeople.ThirdPharmacist), "sin credencial") },
            DispensingRules.AttestersWrong);
        await GiveAsync(World.HandingOver(id));
        Assert.Equal(5, Identities.Of(await World.LoadAsync(id, Ct)).Select(i => i.Person).Distinct().Count());
    }

    [Fact]
    public async Task Several_failures_are_named_at_once()
    {
        var id = await World.ReadyAsync(Ct, Ampoules(1));

        await RefusedAsync(
            () => GiveAsync(new HandOver { Items = [new(id, [new(1, 2)])], Recipient = WardWorld.Pin(WardPeople.Pharmacist, "000000"), Device = "x" }, WardPeople.Pharmacist),
            DispensingRules.CredentialRefused, DispensingRules.RecipientIsDeliverer, DispensingRules.PersonNotAllowed, DispensingRules.SecondPersonNeeded, DispensingRules.NotDistinct,
            DispensingRules.NotDistinct, DispensingRules.NotDistinct, DispensingRules.HandOverTooMuch);
    }

    [Fact]
    public async Task Quantities_and_items_are_checked()
    {
        var id = await World.ReadyAsync(Ct, Tablets(5));
        HandOver With(params HandOverLine[] lines) => World.HandingOver(id) with { Items = [new(id, lines)] };

        await RefusedAsync(With(new HandOverLine(1, 6)), DispensingRules.HandOverTooMuch);
        await RefusedAsync(With(new HandOverLine(1, 0)), DispensingRules.QuantityNotPositive, DispensingRules.HandOverNothing);
        await RefusedAsync(With(new HandOverLine(1, 0.5m)), DispensingRules.QuantityTooFine);
        await RefusedAsync(With(new HandOverLine(3, 1)), DispensingRules.LineUnknown, DispensingRules.HandOverNothing);
        await RefusedAsync(World.HandingOver(id) with { Items = [] }, DispensingRules.LinesWrong);
        await RefusedAsync(World.HandingOver(id, id), DispensingRules.FieldInvalid);
        await RefusedAsync(World.HandingOver(id) with { Items = [new(id, null, 99)] }, DispensingRules.StaleVersion);
    }

    [Fact]
    public async Task Not_ready_is_not_handed_over()
    {
        var id = await AskedAsync(Tablets(5));

        await RefusedAsync(World.HandingOver(id), DispensingRules.TransitionRefused, DispensingRules.HandOverNothing);
    }

    [Fact]
    public async Task One_hand_over_goes_to_one_place()
    {
        var here = await World.ReadyAsync(Ct, Tablets(5));
        var there = await Requests.RequestAsync(World.As(WardPeople.FloorNurse), World.Asking(Tablets(1)) with { Target = new(WardWorld.Id<DepartmentId>(WardPeople.Floor), CareArea.Ward), Urgency = Urgency.Urgent }, Ct);
        await World.PrepareAsync(there.Dispensation, Ct);

        await RefusedAsync(World.HandingOver(here, there.Dispensation), DispensingRules.TargetsDiffer);
    }

    [Fact]
    public async Task One_of_two_that_cannot_go_keeps_both()
    {
        var ready = await World.ReadyAsync(Ct, Tablets(5));
        var asked = await AskedAsync(Tablets(2));

        await RefusedAsync(World.HandingOver(ready, asked), DispensingRules.TransitionRefused, DispensingRules.HandOverNothing);
    }

    [Fact]
    public async Task A_lot_that_expired_since_it_was_prepared_does_not_leave()
    {
        World.Clock.Now = Instant.FromUtc(2026, 10, 1, 4, 50);
        var id = await World.ReadyAsync(Ct, Tablets(5));
        Assert.Equal("L1", (await World.LoadAsync(id, Ct)).Lines[0].Parts[0].Number);
        // Ten minutes before midnight in Guayaquil it was still usable; now it is the next day there.
        World.Clock.AdvanceMinutes(20);

        var refused = await Assert.ThrowsAsync<PharmacyException>(() => GiveAsync(World.HandingOver(id)));

        Assert.Equal(PharmacyRules.LotExpired, refused.Code);
        Assert.Equal((200, 5), await World.StockAsync(World.Tablet, Ct));
    }

    [Fact]
    public async Task A_part_goes_now_and_the_rest_later_or_never()
    {
        var id = await World.ReadyAsync(Ct, Tablets(10));
        var part = await GiveAsync(World.HandingOver(id) with { Items = [new(id, [new(1, 4)])] });
        Assert.Equal((DispenseStatus.Ready, AccountabilityStatus.Open), (part.Items[0].Answer.Status, part.Items[0].Answer.Accountability));
        Assert.Equal((196, 6), await World.StockAsync(World.Tablet, Ct));

        await RefusedAsync(() => Preparing.CancelAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id, Reason = "x" }, Ct), DispensingRules.TransitionRefused);
        await RefusedAsync(() => Preparing.ReopenAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id, Reason = "x" }, Ct), DispensingRules.TransitionRefused);
        var stopped = await HandingOver.StopAsync(World.As(WardPeople.Pharmacist), new() { Dispensation = id, Reason = "alta" }, Ct);

        Assert.Equal((DispenseStatus.Stopped, AccountabilityStatus.Open), (stopped.Status, stopped.Accountability));
        Assert.Equal((196, 0), await World.StockAsync(World.Tablet, Ct));
    }

    [Fact]
    public async Task Two_people_attest_and_the_recipient_confirms_later()
    {
        var id = await World.ReadyAsync(Ct, Tablets(5));
        var attested = World.HandingOver(id) with { Recipient = null, Attestation = new(WardPeople.SecondNurse.Id, WardWorld.Pin(WardPeople.ThirdNurse), WardWorld.Badge(WardPeople.Physician), "olvidó su credencial") };
        await RefusedAsync(attested with { Recipient = WardWorld.Pin(WardPeople.SecondNurse) }, DispensingRules.ReceiptMissing);
        await RefusedAsync(World.HandingOver(id) with { Recipient = null }, DispensingRules.ReceiptMissing);
        await RefusedAsync(attested with { Attestation = attested.Attestation! with { Second = WardWorld.Pin(WardPeople.ThirdNurse) } }, DispensingRules.AttestersWrong);
        await RefusedAsync(attested with { Attestation = attested.Attestation! with { First = WardWorld.Pin(WardPeople.Auxiliary) } }, DispensingRules.AttestersWrong);
        await RefusedAsync(attested with { Attestation = attested.Attestation! with { First = WardWorld.Pin(WardPeople.SecondNurse), Reason = "" } }, DispensingRules.AttestersWrong, DispensingRules.FieldInvalid);

        var given = await GiveAsync(attested);
        ConfirmReceipt Confirm(Staff who) => new() { Dispensation = id, HandOver = given.HandOver, Recipient = WardWorld.Pin(who), Device = "sala" };
        await World.DoseAsync(id, 1, 5, UnitCode.Tablet, Ct);
        await World.FinishAsync(id, Ct);
        await RefusedAsync(() => World.CloseAsync(id, Ct), DispensingRules.ReceiptUnconfirmed);
        await RefusedAsync(() => HandingOver.ConfirmReceiptAsync(World.As(WardPeople.ThirdNurse), Confirm(WardPeople.ThirdNurse), Ct), DispensingRules.ConfirmerIsNotRecipient);
        await RefusedAsync(() => HandingOver.ConfirmReceiptAsync(World.As(WardPeople.SecondNurse), Confirm(WardPeople.SecondNurse) with { HandOver = WardWorld.Id<HandOverId>(9) }, Ct), DispensingRules.HandOverUnknown);
        await HandingOver.ConfirmReceiptAsync(World.As(WardPeople.SecondNurse), Confirm(WardPeople.SecondNurse), Ct);
        await RefusedAsync(() => HandingOver.ConfirmReceiptAsync(World.As(WardPeople.SecondNurse), Confirm(WardPeople.SecondNurse), Ct), DispensingRules.ConfirmationNotOpen);
        Assert.Equal(AccountabilityStatus.Closed, (await World.CloseAsync(id, Ct)).Accountability);
    }

    [Fact]
    public async Task A_repetition_answers_without_looking_at_the_PIN_again()
    {
        var id = await World.ReadyAsync(Ct, Tablets(5));
        var x = World.As(WardPeople.Auxiliary);
        var first = await HandingOver.HandOverAsync(x, World.HandingOver(id), Ct);

        var again = await HandingOver.HandOverAsync(x, World.HandingOver(id) with { Recipient = WardWorld.Pin(WardPeople.SecondNurse, "99999999") }, Ct);

        Assert.Equal(first.HandOver, again.HandOver);
        Assert.Equal((195, 0), await World.StockAsync(World.Tablet, Ct));
    }

    [Fact]
    public async Task An_urgent_one_is_authorised_afterwards_by_somebody_else()
    {
        var asked = await AskedAsync(World.Asking(Ampoules(1)) with { Urgency = Urgency.Urgent }, authorise: false);
        await World.PrepareAsync(asked, Ct);
        await GiveAsync(World.HandingOver(asked));
        var due = (await World.LoadAsync(asked, Ct)).AuthoriseBy;
        Assert.Equal(World.Now + Duration.FromHours(24), due);
        await RefusedAsync(() => World.CloseAsync(asked, Ct), DispensingRules.TransitionRefused, DispensingRules.NotBalanced, DispensingRules.NotAuthorised);

        var authorised = await Requests.AuthoriseAsync(World.As(WardPeople.Physician), new() { Dispensation = asked }, Ct);

        Assert.Equal(DispenseStatus.Delivered, authorised.Status);
        await RefusedAsync(() => Requests.AuthoriseAsync(World.As(WardPeople.SecondPhysician), new() { Dispensation = asked }, Ct), DispensingRules.TransitionRefused);
    }

    [Fact]
    public async Task A_drawn_signature_is_sealed_with_the_hand_over()
    {
        var id = await World.ReadyAsync(Ct, Tablets(5));
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0];
        var wrong = await Assert.ThrowsAsync<ClinicRuleException>(() => GiveAsync(World.HandingOver(id) with { Signature = new(AttachmentKind.DrawnSignature, "image/jpeg", png) }));
        Assert.StartsWith("CLN30", wrong.Code, StringComparison.Ordinal);
        Assert.Equal((200, 5), await World.StockAsync(World.Tablet, Ct));

        await GiveAsync(World.HandingOver(id) with { Signature = new(AttachmentKind.DrawnSignature, "image/png", png) });

        var attachment = (await World.LoadAsync(id, Ct)).HandOvers[0].Attachment;
        var opened = await World.Get<Attachments>().OpenAsync(World.Tenant, attachment!.Value, Ct);
        Assert.Equal(png, opened.Bytes.ToArray());
    }
}
