using Clinic.Abstractions;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Returning;
using Clinic.Pharmacy.Reversing;
using Clinic.Pharmacy.Tests.Kit;
using Clinic.Pharmacy.Transfers;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Stock;

/// <summary>Stock of a record of another domain moves only on behalf of that record.</summary>
public sealed class OwnedElsewhereTests
{
    private const string Record = "dispensation/01900000-0000-7000-8000-000000000001";
    private const string Another = "dispensation/01900000-0000-7000-8000-000000000002";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reserving_for_a_record_takes_that_record()
    {
        var (h, p, lot) = await StockedAsync();

        await RefusedAsync(h, lot, () => h.Reservations.ReserveAsync(h.As(), Keep(h, p), Ct));
        await RefusedAsync(h, lot, () => h.Reservations.ReserveAsync(h.As(), Keep(h, p) with { OnBehalfOf = Another }, Ct));
        await h.Reservations.ReserveAsync(h.As(), Keep(h, p) with { OnBehalfOf = Record }, Ct);
        Assert.Equal(6, (await h.LyingAsync(lot)).Reserved.Value);
    }

    [Fact]
    public async Task Issuing_on_the_paper_of_a_record_takes_that_record()
    {
        var (h, p, lot) = await StockedAsync();

        await RefusedAsync(h, lot, () => h.Issuing.IssueAsync(h.As(), h.Issue(p, 4) with { Document = Record }, Ct));
        await RefusedAsync(h, lot, () => h.Issuing.IssueAsync(h.As(), h.Issue(p, 4) with { Document = Record, OnBehalfOf = Another }, Ct));
        await h.Issuing.IssueAsync(h.As(), h.Issue(p, 4) with { Document = Record, OnBehalfOf = Record }, Ct);
        Assert.Equal(6, await h.OnHandAsync(lot));
    }

    [Fact]
    public async Task Issuing_what_is_kept_for_a_record_takes_that_record()
    {
        var (h, p, lot) = await StockedAsync();
        var kept = await h.Reservations.ReserveAsync(h.As(), Keep(h, p) with { OnBehalfOf = Record }, Ct);
        var issue = new IssueStock { From = h.Store, Reservation = kept.Reservation };

        await RefusedAsync(h, lot, () => h.Issuing.IssueAsync(h.As(), issue, Ct));
        await RefusedAsync(h, lot, () => h.Issuing.IssueAsync(h.As(), issue with { OnBehalfOf = Another }, Ct));
        await h.Issuing.IssueAsync(h.As(), issue with { OnBehalfOf = Record }, Ct);
        Assert.Equal(4, await h.OnHandAsync(lot));
    }

    [Fact]
    public async Task Giving_free_what_is_kept_for_a_record_takes_that_record()
    {
        var (h, p, lot) = await StockedAsync();
        var kept = await h.Reservations.ReserveAsync(h.As(), Keep(h, p) with { OnBehalfOf = Record }, Ct);

        await RefusedAsync(h, lot, () => h.Reservations.ReleaseAsync(h.As(), new(kept.Reservation, "ya"), Ct));
        await RefusedAsync(h, lot, () => h.Reservations.ReleaseAsync(h.As(), new(kept.Reservation, "ya") { OnBehalfOf = Another }, Ct));
        await h.Reservations.ReleaseAsync(h.As(), new(kept.Reservation, "ya") { OnBehalfOf = Record }, Ct);
        Assert.Equal(0, (await h.LyingAsync(lot)).Reserved.Value);
    }

    [Fact]
    public async Task Taking_back_what_left_for_a_record_takes_that_record()
    {
        var (h, p, lot) = await StockedAsync();
        var issue = await h.Issuing.IssueAsync(h.As(), h.Issue(p, 4) with { Document = Record, OnBehalfOf = Record }, Ct);
        var back = new ReturnStock { Issue = issue.Posting, Lot = lot, Quantity = new(3, UnitCode.Tablet), To = h.Store, IsUnopened = true, Reason = "sobrante" };

        await RefusedAsync(h, lot, () => h.Returning.ReturnAsync(h.As(), back, Ct));
        await RefusedAsync(h, lot, () => h.Returning.ReturnAsync(h.As(), back with { OnBehalfOf = Another }, Ct));
        await h.Returning.ReturnAsync(h.As(), back with { OnBehalfOf = Record }, Ct);
        Assert.Equal(9, await h.OnHandAsync(lot));
    }

    [Fact]
    public async Task Reversing_what_left_for_a_record_takes_that_record()
    {
        var (h, p, lot) = await StockedAsync();
        var issue = await h.Issuing.IssueAsync(h.As(), h.Issue(p, 4) with { Document = Record, OnBehalfOf = Record }, Ct);

        await RefusedAsync(h, lot, () => h.Reversing.ReverseAsync(h.As(), new(issue.Posting, "error"), Ct));
        await RefusedAsync(h, lot, () => h.Reversing.ReverseAsync(h.As(), new(issue.Posting, "error") { OnBehalfOf = Another }, Ct));
        await h.Reversing.ReverseAsync(h.As(), new(issue.Posting, "error") { OnBehalfOf = Record }, Ct);
        Assert.Equal(10, await h.OnHandAsync(lot));
    }

    [Fact]
    public async Task Reversing_what_came_back_for_a_record_takes_that_record()
    {
        var (h, p, lot) = await StockedAsync();
        var issue = await h.Issuing.IssueAsync(h.As(), h.Issue(p, 4) with { Document = Record, OnBehalfOf = Record }, Ct);
        var back = await h.Returning.ReturnAsync(
            h.As(), new() { Issue = issue.Posting, Lot = lot, Quantity = new(3, UnitCode.Tablet), To = h.Store, IsUnopened = true, Reason = "sobrante", OnBehalfOf = Record }, Ct);

        await RefusedAsync(h, lot, () => h.Reversing.ReverseAsync(h.As(), new(back.Posting, "error"), Ct));
        await h.Reversing.ReverseAsync(h.As(), new(back.Posting, "error") { OnBehalfOf = Record }, Ct);
        Assert.Equal(6, await h.OnHandAsync(lot));
    }

    [Fact]
    public async Task Sending_receiving_and_giving_up_for_a_record_takes_that_record()
    {
        var (h, p, lot) = await StockedAsync();
        var send = new DispatchTransfer { From = h.Store, To = h.Ward, Lines = [new(p.Id, new Quantity(6, p.BaseUnit))], Document = Record };

        await RefusedAsync(h, lot, () => h.Transfers.DispatchAsync(h.As(), send, Ct));
        await RefusedAsync(h, lot, () => h.Transfers.DispatchAsync(h.As(), send with { OnBehalfOf = Another }, Ct));
        var sent = await h.Transfers.DispatchAsync(h.As(), send with { OnBehalfOf = Record }, Ct);

        var some = new ReceiveTransfer { Transfer = sent.Transfer, Lots = [new(lot, new(2, UnitCode.Tablet))] };
        await RefusedAsync(h, lot, () => h.Transfers.ReceiveAsync(h.As(), some, Ct));
        await RefusedAsync(h, lot, () => h.Transfers.ReceiveAsync(h.As(), some with { OnBehalfOf = Another }, Ct));
        await h.Transfers.ReceiveAsync(h.As(), some with { OnBehalfOf = Record }, Ct);
        await RefusedAsync(h, lot, () => h.Transfers.ReceiveAsync(h.As(), some, Ct));
        await RefusedAsync(h, lot, () => h.Transfers.WriteOffAsync(h.As(), new(sent.Transfer, "perdido"), Ct));
        await RefusedAsync(h, lot, () => h.Reversing.ReverseAsync(h.As(), new(sent.Posting, "error"), Ct));
        await h.Transfers.WriteOffAsync(h.As(), new(sent.Transfer, "perdido") { OnBehalfOf = Record }, Ct);
        Assert.Equal((4m, 2m, 0m), (await h.OnHandAsync(lot), await h.OnHandAsync(lot, h.Ward), await h.OnHandAsync(lot, h.Transit)));
    }

    [Theory]
    [InlineData("receta")]
    [InlineData("dispensation/demo")]
    [InlineData("/01900000-0000-7000-8000-000000000001")]
    [InlineData("receta 4/01900000-0000-7000-8000-000000000001")]
    public async Task Other_words_are_the_pharmacys_own(string owner)
    {
        var (h, p, lot) = await StockedAsync();
        var kept = await h.Reservations.ReserveAsync(h.As(), Keep(h, p) with { Owner = owner }, Ct);
        var issue = await h.Issuing.IssueAsync(h.As(), new() { From = h.Store, Reservation = kept.Reservation, Document = owner }, Ct);

        await h.Reversing.ReverseAsync(h.As(), new ReverseStock(issue.Posting, "error"), Ct);

        Assert.Equal(10, await h.OnHandAsync(lot));
    }

    private static async Task<(Hospital Hospital, Presentation Presentation, LotId Lot)> StockedAsync()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        return (h, p, await h.LotAsync(p, 10));
    }

    private static async Task RefusedAsync(Hospital h, LotId lot, Func<Task> act)
    {
        var (before, lines) = (await h.LyingAsync(lot), (await h.LedgerAsync()).Count);
        await Refused.WithAsync(act, PharmacyRules.OwnedElsewhere);
        var after = await h.LyingAsync(lot);
        Assert.Equal((before.OnHand, before.Reserved, lines), (after.OnHand, after.Reserved, (await h.LedgerAsync()).Count));
    }

    private static ReserveStock Keep(Hospital h, Presentation p) => new()
    {
        Owner = Record,
        Location = h.Store,
        Line = new(p.Id, new Quantity(6, p.BaseUnit)),
        Expires = h.Clock.Now + Duration.FromHours(1),
    };
}
