using Clinic.Abstractions;
using Clinic.Pharmacy.Allocation;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Tests.Kit;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Issuing;

public sealed class StockIssuingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Issue_takes_the_lot_that_expires_first_and_costs_what_that_lot_cost()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var late = await h.LotAsync(p, 100, "LATE", new LocalDate(2027, 6, 30), 1.00m);
        var soon = await h.LotAsync(p, 30, "SOON", new LocalDate(2026, 6, 30), 1.50m);

        var answer = await h.Issuing.IssueAsync(h.As(), h.Issue(p, 50), Ct);

        Assert.Equal([(soon, 30m), (late, 20m)], answer.Lines[0].Parts.Select(x => (x.Lot, x.Quantity.Value)));
        Assert.Equal(new Money(65m, Currency.Usd), answer.Cost);
        Assert.Equal(0, await h.OnHandAsync(soon));
        Assert.Equal(80, await h.OnHandAsync(late));
    }

    [Fact]
    public async Task Fifo_takes_the_lot_received_first_whatever_its_expiry()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var first = await h.LotAsync(p, 10, "A", new LocalDate(2027, 6, 30));
        h.Clock.AdvanceMinutes(1);
        await h.LotAsync(p, 10, "B", new LocalDate(2026, 6, 30));

        var answer = await h.Issuing.IssueAsync(h.As(), h.Issue(p, 5) with { Policy = new(PickingOrder.Fifo) }, Ct);

        Assert.Equal(first, Assert.Single(answer.Lines[0].Parts).Lot);
    }

    [Fact]
    public async Task Short_stock_is_refused_with_what_was_asked_and_what_there_is()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 10);

        var e = await Refused.WithAsync(() => h.Issuing.IssueAsync(h.As(), h.Issue(p, 11), Ct), PharmacyRules.StockShort);

        Assert.Equal("11 {tbl}", e.Failures[0].Facts["asked"]);
        Assert.Equal("10 {tbl}", e.Failures[0].Facts["available"]);
        Assert.Equal(10, await h.OnHandAsync(lot));
        Assert.Equal([PharmacyRules.StockShort], Assert.Single(await h.AuditAsync(AuditOutcome.Refused)).Codes);
    }

    [Fact]
    public async Task Partial_takes_what_there_is_and_says_what_is_missing()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        await h.LotAsync(p, 10);

        var answer = await h.Issuing.IssueAsync(h.As(), h.Issue(p, 11) with { Policy = new(Completeness: Completeness.Partial) }, Ct);

        Assert.Equal(1, answer.Lines[0].Unallocated.Value);
    }

    [Fact]
    public async Task A_lot_is_usable_through_its_expiration_date_in_the_zone_of_the_site()
    {
        // 2026-11-30 23:59 in Guayaquil is 2026-12-01 04:59 UTC: still usable there.
        var h = new Hospital(now: Instant.FromUtc(2026, 12, 1, 4, 59));
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 10, expires: new LocalDate(2026, 11, 30));
        await h.Issuing.IssueAsync(h.As(), h.Issue(p, 1), Ct);

        h.Clock.AdvanceMinutes(1);
        await Refused.WithAsync(() => h.Issuing.IssueAsync(h.As(), h.Issue(p, 1), Ct), PharmacyRules.StockShort);
        var e = await Refused.WithAsync(() => h.Issuing.IssueAsync(h.As(), h.Issue(p, 1, lot), Ct), PharmacyRules.LotExpired);
        Assert.Equal("2026-12-01", e.Failures[0].Facts["today"]);
    }

    [Fact]
    public async Task A_recalled_lot_never_leaves_even_when_it_is_chosen()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 10, "R1");
        await h.Lots.RecallAsync(h.As(), new RecallLots(p.Id, new LotNumber("R1"), "Alerta sanitaria"), Ct);

        await Refused.WithAsync(() => h.Issuing.IssueAsync(h.As(), h.Issue(p, 1, lot), Ct), PharmacyRules.LotNotApproved);
        await Refused.WithAsync(() => h.Issuing.IssueAsync(h.As(), h.Issue(p, 1), Ct), PharmacyRules.StockShort);
    }

    [Fact]
    public async Task An_unknown_department_receives_nothing()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 10);

        await Refused.WithAsync(() => h.Issuing.IssueAsync(h.As(), h.Issue(p, 1) with { Target = new IssueTarget(new DepartmentId(Guid.NewGuid())) }, Ct), PharmacyRules.DepartmentUnknown);
        Assert.Equal(10, await h.OnHandAsync(lot));
    }

    [Fact]
    public async Task Every_failed_guard_is_reported_at_once()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var command = h.Issue(p, 1) with { Reason = new string('x', 300), Occurred = h.Clock.Now + Duration.FromHours(1), From = h.Quarantine };

        await Refused.WithAsync(() => h.Issuing.IssueAsync(h.As(h.Auditor), command, Ct),
            PharmacyRules.RoleMissing, PharmacyRules.FieldInvalid, PharmacyRules.TimeInFuture, PharmacyRules.NotPickable);
    }

    [Fact]
    public async Task Repeating_a_command_gives_the_same_answer_and_moves_nothing()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 10);
        var x = h.As();

        var first = await h.Issuing.IssueAsync(x, h.Issue(p, 3), Ct);
        var second = await h.Issuing.IssueAsync(x, h.Issue(p, 3), Ct);

        Assert.Equal(first.Posting, second.Posting);
        Assert.Equal(first.Cost, second.Cost);
        Assert.Equal(first.Lines[0].Parts, second.Lines[0].Parts);
        Assert.Equal(7, await h.OnHandAsync(lot));
        var other = await Assert.ThrowsAsync<ClinicRuleException>(() => h.Issuing.IssueAsync(x, h.Issue(p, 4), Ct));
        Assert.Equal(ClinicRules.CommandReused, other.Code);
    }

    [Fact]
    public async Task A_backdated_issue_may_not_leave_less_than_nothing_later()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        await h.LotAsync(p, 10);
        var early = h.Clock.Now + Duration.FromMinutes(1);
        h.Clock.AdvanceMinutes(10);
        await h.Issuing.IssueAsync(h.As(), h.Issue(p, 8), Ct);
        h.Clock.AdvanceMinutes(10);
        var lot = (await h.LedgerAsync())[0].Lot;
        await h.Adjusting.AdjustAsync(h.As(), new() { Lot = lot, Location = h.Store, Direction = MovementDirection.In, Quantity = new(8, UnitCode.Tablet), Reason = "found" }, Ct);

        await Refused.WithAsync(() => h.Issuing.IssueAsync(h.As(), h.Issue(p, 3) with { Occurred = early }, Ct), PharmacyRules.BelowZeroLater);
        await h.Issuing.IssueAsync(h.As(), h.Issue(p, 2) with { Occurred = early }, Ct);
        Assert.Equal(8, await h.OnHandAsync(lot));
    }

    [Fact]
    public async Task Packs_that_cannot_be_opened_leave_whole_and_the_answer_says_when_order_was_relaxed()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync(levels: [new("bottle", 20, CanBeOpened: false)]);
        var remnant = await h.LotAsync(p, 20, "A", new LocalDate(2026, 6, 30));
        var whole = await h.LotAsync(p, 60, "B", new LocalDate(2027, 6, 30));
        await h.Adjusting.WasteAsync(h.As(), new() { Lot = remnant, Location = h.Store, Quantity = new(5, UnitCode.Tablet), Kind = Clinic.Pharmacy.Adjusting.WasteKind.Broken, Reason = "roto" }, Ct);

        await Refused.WithAsync(() => h.Issuing.IssueAsync(h.As(), h.Issue(p, 30), Ct), PharmacyRules.NotWholePacks);
        var answer = await h.Issuing.IssueAsync(h.As(), h.Issue(p, 40), Ct);

        Assert.Equal(whole, Assert.Single(answer.Lines[0].Parts).Lot);
        Assert.True(answer.Lines[0].OrderRelaxed);
    }
}
