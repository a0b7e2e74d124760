using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Tests.Kit;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Lots;

public sealed class LotControlTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Recall_blocks_every_lot_of_the_number_and_says_where_it_went()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var first = await h.LotAsync(p, 10, "R");
        h.Clock.AdvanceMinutes(1);
        var second = await h.LotAsync(p, 10, "R");
        h.Clock.AdvanceMinutes(1);
        var other = await h.LotAsync(p, 10, "r");
        var issue = await h.Issuing.IssueAsync(h.As(), h.Issue(p, 4, first), Ct);
        await h.Returning.ReturnAsync(h.As(), new() { Issue = issue.Posting, Lot = first, Quantity = new(1, UnitCode.Tablet), To = h.Store, IsUnopened = true, Reason = "sobra" }, Ct);
        var mistake = await h.Issuing.IssueAsync(h.As(), h.Issue(p, 2, second), Ct);
        await h.Reversing.ReverseAsync(h.As(), new(mistake.Posting, "error"), Ct);
        var kept = await h.Reservations.ReserveAsync(h.As(), Keep(h, p, 15), Ct);

        var answer = await h.Lots.RecallAsync(h.As(), new RecallLots(p.Id, new LotNumber("R"), "alerta", "ALERT-7"), Ct);

        Assert.Equal([first, second], answer.Recalled);
        Assert.Empty(answer.AlreadyRecalled);
        Assert.Equal((17m, 3m), (answer.OnHand.Value, answer.HandedOut.Value));
        Assert.Equal(LotStatus.Approved, (await h.LyingAsync(other)).Lot.Status);
        var reservation = await h.Get<IReservationStore>().FindAsync(h.Tenant, kept.Reservation, Ct);
        Assert.Equal(ReservationStatus.Released, reservation!.Status);
        Assert.True((await h.LyingAsync(first)).Reserved.IsZero);
        var received = await h.Inquiries.RecipientsAsync(h.Tenant, p.Id, new LotNumber("R"), Ct);
        Assert.Equal(issue.Lines[0].Parts[0].Movement, Assert.Single(received).Id);
        Assert.Equal(h.WardDepartment, received[0].Target!.Department);
        Assert.Equal([PharmacyEvents.LotRecalled, PharmacyEvents.ReservationReleased], (await Events(h)).Order(StringComparer.Ordinal));

        var again = await h.Lots.RecallAsync(h.As(), new RecallLots(p.Id, new LotNumber("R"), "alerta"), Ct);
        Assert.Empty(again.Recalled);
        Assert.Equal([first, second], again.AlreadyRecalled);
        Assert.Equal(2, (await Events(h)).Count);
    }

    [Fact]
    public async Task A_recall_that_read_before_another_lot_of_the_number_came_in_sees_it_too()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        await h.LotAsync(p, 10, "R");
        var command = new RecallLots(p.Id, new LotNumber("R"), "alerta");
        var late = 0;

        await h.Get<IUnitOfWork>().RunAsync(h.As(), command, async (unit, ct) =>
        {
            var answer = await h.Lots.StageAsync(unit, command, ct);
            if (late++ > 0) return answer;
            // Somebody receives more of it between the read and the commit.
            await Apart.Run(() => h.LotAsync(p, 10, "R"));
            return answer;
        }, Ct);

        Assert.Equal(2, late);
        Assert.All((await h.Inquiries.LotsAsync(h.Tenant, new LotQuery(), new PageRequest(), Ct)).Items, l => Assert.Equal(LotStatus.Recalled, l.Lot.Status));
    }

    [Fact]
    public async Task A_lot_recalled_between_read_and_commit_does_not_leave()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 10, "R");
        var command = h.Issue(p, 5);

        var run = h.Get<IUnitOfWork>().RunAsync(h.As(), command, async (unit, ct) =>
        {
            var answer = await h.Issuing.StageAsync(unit, command, ct);
            await Apart.Run(() => h.Lots.RecallAsync(h.As(), new RecallLots(p.Id, new LotNumber("R"), "alerta"), ct));
            return answer;
        }, Ct);

        await Refused.WithAsync(() => run, PharmacyRules.StockShort);
        Assert.Equal(10, await h.OnHandAsync(lot));
    }

    [Fact]
    public async Task Status_changes_need_the_version_and_an_allowed_trigger()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 10);

        await Refused.WithAsync(() => h.Lots.ChangeStatusAsync(h.As(), new(lot, 7, LotTrigger.Hold, "control"), Ct), PharmacyRules.StaleVersion);
        await Refused.WithAsync(() => h.Lots.ChangeStatusAsync(h.As(), new(lot, 1, LotTrigger.Recall, "control"), Ct), PharmacyRules.FieldInvalid);
        await Refused.WithAsync(() => h.Lots.ChangeStatusAsync(h.As(), new(lot, 1, LotTrigger.Approve, "control"), Ct), PharmacyRules.LotTransitionRefused);
        await Refused.WithAsync(() => h.Lots.ChangeStatusAsync(h.As(), new(Hospital.Id<LotId>(77), 1, LotTrigger.Hold, ""), Ct), PharmacyRules.LotUnknown, PharmacyRules.FieldInvalid);
        var held = await h.Lots.ChangeStatusAsync(h.As(h.Supervisor), new(lot, 1, LotTrigger.Hold, "control"), Ct);
        await Refused.WithAsync(() => h.Lots.ChangeStatusAsync(h.As(h.Supervisor), new(lot, held.Version, LotTrigger.Approve, "control"), Ct), PharmacyRules.RoleMissing);
        await Refused.WithAsync(() => h.Issuing.IssueAsync(h.As(), h.Issue(p, 1, lot), Ct), PharmacyRules.LotNotApproved);
        await h.Lots.ChangeStatusAsync(h.As(), new(lot, held.Version, LotTrigger.Approve, "bien"), Ct);
        await h.Issuing.IssueAsync(h.As(), h.Issue(p, 1, lot), Ct);
    }

    [Fact]
    public async Task Quarantine_and_damage_release_reservations_and_a_hold_keeps_them()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 10);
        var kept = await h.Reservations.ReserveAsync(h.As(), Keep(h, p, 5), Ct);

        var held = await h.Lots.ChangeStatusAsync(h.As(), new(lot, 1, LotTrigger.Hold, "control"), Ct);
        Assert.Equal(5, (await h.LyingAsync(lot)).Reserved.Value);
        await Refused.WithAsync(() => h.Issuing.IssueAsync(h.As(), new() { From = h.Store, Reservation = kept.Reservation }, Ct), PharmacyRules.LotNotApproved);

        await h.Lots.ChangeStatusAsync(h.As(), new(lot, held.Version, LotTrigger.Damage, "mojado"), Ct);
        Assert.Equal(0, (await h.LyingAsync(lot)).Reserved.Value);
        await Refused.WithAsync(() => h.Issuing.IssueAsync(h.As(), new() { From = h.Store, Reservation = kept.Reservation }, Ct), PharmacyRules.ReservationNotActive);
    }

    [Fact]
    public async Task An_unknown_number_cannot_be_recalled_or_traced()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();

        await Refused.WithAsync(() => h.Lots.RecallAsync(h.As(), new RecallLots(p.Id, new LotNumber("X"), "alerta"), Ct), PharmacyRules.LotUnknown);
        await Refused.WithAsync(() => h.Inquiries.RecipientsAsync(h.Tenant, p.Id, new LotNumber("X"), Ct), PharmacyRules.LotUnknown);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" A")]
    [InlineData("A\u0000")]
    [InlineData("A\nB")]
    public void A_lot_number_is_text(string text)
    {
        Assert.Throws<PharmacyException>(() => new LotNumber(text));
        Assert.Throws<PharmacyException>(() => new LotNumber(new string('1', 41)));
        Assert.NotEqual(new LotNumber("a"), new LotNumber("A"));
    }

    private static ReserveStock Keep(Hospital h, Clinic.Pharmacy.Presentations.Presentation p, decimal quantity) => new()
    {
        Owner = "receta",
        Location = h.Store,
        Line = new(p.Id, new Quantity(quantity, p.BaseUnit)),
        Expires = h.Clock.Now + Duration.FromHours(2),
    };

    private static async Task<IReadOnlyList<string>> Events(Hospital h)
    {
        var all = await h.Get<IOutbox>().LeaseAsync(h.Tenant, h.Clock.Now, h.Clock.Now, 100, Ct);
        return [.. all.Select(e => e.Type)];
    }
}
