using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.Tests.Kit;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Counting;

public sealed class StockCountingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_count_writes_the_difference_and_announces_it()
    {
        var h = new Hospital();
        var lot = await h.LotAsync(await h.PresentationAsync(), 10);

        var answer = await h.Counting.CountAsync(h.As(), Count(h, lot, 7), Ct);

        Assert.Equal((10m, 7m, -3m), (answer.Expected.Value, answer.Counted.Value, answer.Difference.Value));
        Assert.Equal(7, await h.OnHandAsync(lot));
        Assert.Equal(7, (await h.LedgerAsync()).Sum(m => m.Change.Value));
        var found = Assert.Single(await h.Get<IOutbox>().LeaseAsync(h.Tenant, h.Clock.Now, h.Clock.Now, 10, Ct));
        Assert.Equal((PharmacyEvents.CountDiffers, 7m), (found.Type, JsonSerializer.Deserialize<CountDiffers>(found.Json, ClinicJson.Options)!.Counted.Value));
    }

    [Fact]
    public async Task A_count_that_agrees_is_kept_without_a_movement()
    {
        var h = new Hospital();
        var lot = await h.LotAsync(await h.PresentationAsync(), 10);

        var answer = await h.Counting.CountAsync(h.As(), Count(h, lot, 10), Ct);

        Assert.Null(answer.Posting);
        Assert.Single(await h.LedgerAsync());
        Assert.Equal(10, (await h.Get<ICountStore>().LatestAsync(h.Tenant, lot, h.Store, Ct))!.Counted.Value);
    }

    [Fact]
    public async Task Nothing_found_is_a_count_too()
    {
        var h = new Hospital();
        var lot = await h.LotAsync(await h.PresentationAsync(), 10);

        await h.Counting.CountAsync(h.As(), Count(h, lot, 0), Ct);

        Assert.Equal(0, await h.OnHandAsync(lot));
        await h.Counting.CountAsync(h.As(), Count(h, lot, 2), Ct);
        Assert.Equal(2, await h.OnHandAsync(lot));
    }

    [Fact]
    public async Task A_count_absorbs_what_happened_before_it()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 10);
        h.Clock.AdvanceMinutes(10);
        var issue = await h.Issuing.IssueAsync(h.As(), h.Issue(p, 1), Ct);
        h.Clock.AdvanceMinutes(10);
        await h.Counting.CountAsync(h.As(), Count(h, lot, 8), Ct);
        h.Clock.AdvanceMinutes(10);
        var before = h.Clock.Now - Duration.FromMinutes(15);

        await Refused.WithAsync(() => h.Issuing.IssueAsync(h.As(), h.Issue(p, 1) with { Occurred = before }, Ct), PharmacyRules.BeforeCount);
        await Refused.WithAsync(() => h.Counting.CountAsync(h.As(), Count(h, lot, 5) with { Occurred = before }, Ct), PharmacyRules.BeforeCount);
        await Refused.WithAsync(() => h.Reversing.ReverseAsync(h.As(), new(issue.Posting, "error"), Ct), PharmacyRules.BeforeCount);
        Assert.Equal(8, await h.OnHandAsync(lot));
    }

    [Fact]
    public async Task A_count_of_the_past_compares_with_the_stock_of_then()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 10);
        h.Clock.AdvanceMinutes(10);
        var then = h.Clock.Now;
        h.Clock.AdvanceMinutes(10);
        await h.Issuing.IssueAsync(h.As(), h.Issue(p, 8), Ct);
        h.Clock.AdvanceMinutes(10);

        var e = await Refused.WithAsync(() => h.Counting.CountAsync(h.As(), Count(h, lot, 7) with { Occurred = then }, Ct), PharmacyRules.BelowZeroLater);
        var answer = await h.Counting.CountAsync(h.As(), Count(h, lot, 9) with { Occurred = then }, Ct);

        Assert.Equal("-1", e.Failures[0].Facts["found"]);
        Assert.Equal((10m, -1m), (answer.Expected.Value, answer.Difference.Value));
        Assert.Equal(1, await h.OnHandAsync(lot));
    }

    [Fact]
    public async Task Bad_counts_are_refused()
    {
        var h = new Hospital();
        var lot = await h.LotAsync(await h.PresentationAsync(), 10);

        await Refused.WithAsync(() => h.Counting.CountAsync(h.As(), Count(h, lot, -1), Ct), PharmacyRules.QuantityNotPositive);
        await Refused.WithAsync(() => h.Counting.CountAsync(h.As(), Count(h, lot, 0) with { Counted = new(0, UnitCode.Millilitre) }, Ct), PharmacyRules.UnitUnknown);
        await Refused.WithAsync(() => h.Counting.CountAsync(h.As(), Count(h, lot, 1) with { Location = h.Ward }, Ct), PharmacyRules.LotElsewhere);
        await Refused.WithAsync(() => h.Counting.CountAsync(h.As(h.Nurse), Count(h, lot, 1), Ct), PharmacyRules.RoleMissing);
        await Refused.WithAsync(() => h.Counting.CountAsync(h.As(), Count(h, lot, 1) with { Location = h.Transit }, Ct), PharmacyRules.LocationKindWrong, PharmacyRules.LotElsewhere);
        Assert.Equal(10, await h.OnHandAsync(lot));
    }

    private static CountStock Count(Hospital h, LotId lot, decimal counted) => new() { Lot = lot, Location = h.Store, Counted = new(counted, UnitCode.Tablet) };
}
