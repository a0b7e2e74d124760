using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Returning;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Tests.Kit;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Returning;

public sealed class StockReturningTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_return_goes_back_to_its_lot_at_its_cost()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 10, unitCost: 1.25m);
        await h.LotAsync(p, 10, "L2", new LocalDate(2028, 1, 1), unitCost: 9m);
        var value = await ValueAsync(h);
        var issue = await h.Issuing.IssueAsync(h.As(), h.Issue(p, 10), Ct);

        var answer = await h.Returning.ReturnAsync(h.As(), Back(h, issue.Posting, lot, 4), Ct);
        Assert.Equal((4m, 6m), (answer.Quantity.Value, answer.StillOut.Value));
        await h.Returning.ReturnAsync(h.As(), Back(h, issue.Posting, lot, 6), Ct);

        Assert.Equal(10, await h.OnHandAsync(lot));
        Assert.Equal(value, await ValueAsync(h));
        var e = await Refused.WithAsync(() => h.Returning.ReturnAsync(h.As(), Back(h, issue.Posting, lot, 1), Ct), PharmacyRules.ReturnTooMuch);
        Assert.Equal("0", e.Failures[0].Facts["found"]);
    }

    [Fact]
    public async Task Opened_expired_or_blocked_goods_go_to_quarantine_only()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 10, expires: new(2026, 3, 20));
        var issue = await h.Issuing.IssueAsync(h.As(), h.Issue(p, 10), Ct);

        await Refused.WithAsync(() => h.Returning.ReturnAsync(h.As(), Back(h, issue.Posting, lot, 1) with { IsUnopened = false }, Ct), PharmacyRules.LocationKindWrong);
        await h.Returning.ReturnAsync(h.As(), Back(h, issue.Posting, lot, 1) with { IsUnopened = false, To = h.Quarantine }, Ct);
        h.Clock.Advance(Duration.FromDays(11));
        await Refused.WithAsync(() => h.Returning.ReturnAsync(h.As(), Back(h, issue.Posting, lot, 1), Ct), PharmacyRules.LotExpired);
        await h.Lots.RecallAsync(h.As(), new RecallLots(p.Id, new LotNumber("L1"), "alerta"), Ct);
        await Refused.WithAsync(() => h.Returning.ReturnAsync(h.As(), Back(h, issue.Posting, lot, 1), Ct), PharmacyRules.LotNotApproved);
        await h.Returning.ReturnAsync(h.As(), Back(h, issue.Posting, lot, 1) with { To = h.Quarantine }, Ct);
        Assert.Equal(2, await h.OnHandAsync(lot, h.Quarantine));
    }

    [Fact]
    public async Task A_return_that_was_a_mistake_can_be_taken_back_and_made_again()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 10);
        var issue = await h.Issuing.IssueAsync(h.As(), h.Issue(p, 10), Ct);
        var back = await h.Returning.ReturnAsync(h.As(), Back(h, issue.Posting, lot, 10), Ct);

        await Refused.WithAsync(() => h.Reversing.ReverseAsync(h.As(), new(issue.Posting, "error"), Ct), PharmacyRules.ReturnedAlready);
        await h.Reversing.ReverseAsync(h.As(), new(back.Posting, "error"), Ct);
        Assert.Equal(0, await h.OnHandAsync(lot));
        Assert.Equal(7, (await h.Returning.ReturnAsync(h.As(), Back(h, issue.Posting, lot, 3), Ct)).StillOut.Value);
    }

    [Fact]
    public async Task Only_what_was_issued_and_not_taken_back_returns()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 10);
        var receipt = (await h.LedgerAsync())[0].Posting;
        h.Clock.AdvanceMinutes(10);
        var issue = await h.Issuing.IssueAsync(h.As(), h.Issue(p, 5), Ct);

        await Refused.WithAsync(() => h.Returning.ReturnAsync(h.As(), Back(h, receipt, lot, 1), Ct), PharmacyRules.NotAnIssue);
        await Refused.WithAsync(() => h.Returning.ReturnAsync(h.As(), Back(h, issue.Posting, Hospital.Id<LotId>(8), 1), Ct), PharmacyRules.NotAnIssue);
        await Refused.WithAsync(() => h.Returning.ReturnAsync(h.As(h.Auditor), Back(h, Hospital.Id<PostingId>(8), lot, 1), Ct), PharmacyRules.RoleMissing, PharmacyRules.PostingUnknown);
        await Refused.WithAsync(() => h.Returning.ReturnAsync(h.As(), Back(h, issue.Posting, lot, 1) with { Occurred = h.Clock.Now - Duration.FromMinutes(1) }, Ct), PharmacyRules.FieldInvalid);
        await Refused.WithAsync(() => h.Returning.ReturnAsync(h.As(), Back(h, issue.Posting, lot, 1) with { To = h.Transit }, Ct), PharmacyRules.LocationKindWrong);
        await h.Reversing.ReverseAsync(h.As(), new(issue.Posting, "error"), Ct);
        await Refused.WithAsync(() => h.Returning.ReturnAsync(h.As(), Back(h, issue.Posting, lot, 1), Ct), PharmacyRules.NotAnIssue);
        Assert.Equal(10, await h.OnHandAsync(lot));
    }

    private static async Task<decimal> ValueAsync(Hospital h) =>
        (await h.Inquiries.AsOfAsync(h.Tenant, new(new(), h.Clock.Now), Ct)).Values.Sum(v => v.Amount);

    private static ReturnStock Back(Hospital h, PostingId issue, LotId lot, decimal quantity) =>
        new() { Issue = issue, Lot = lot, Quantity = new(quantity, UnitCode.Tablet), To = h.Store, IsUnopened = true, Reason = "sobrante" };
}
