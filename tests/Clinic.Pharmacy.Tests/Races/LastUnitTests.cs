using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;
using Clinic.Pharmacy.Tests.Kit;
using NodaTime;

namespace Clinic.Pharmacy.Tests.Races;

/// <summary>Many want the last units at once: exactly as many get one as there are, and the rest are told so.</summary>
public sealed class LastUnitTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 16)]
    [InlineData(5, 40)]
    [InlineData(40, 24)]
    public async Task Exactly_as_many_succeed_as_there_are(int there, int want)
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, there);

        var outcomes = await AllAtOnce(want, _ => h.Issuing.IssueAsync(h.As(), h.Issue(p, 1), Ct));

        Assert.Equal(Math.Min(there, want), outcomes.Count(o => o == "done"));
        Assert.All(outcomes, o => Assert.True(o is "done" or PharmacyRules.StockShort, o));
        Assert.Equal(Math.Max(0, there - want), await h.OnHandAsync(lot));
        Assert.Empty(await h.Inquiries.VerifyAsync(h.Tenant, Ct));
        Assert.Equal(want - Math.Min(there, want), (await h.AuditAsync(AuditOutcome.Refused)).Count);
    }

    [Fact]
    public async Task Issues_and_reservations_together_never_promise_more_than_there_is()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 12);

        var outcomes = await AllAtOnce(32, async i =>
        {
            if (i % 2 == 0) await h.Issuing.IssueAsync(h.As(), h.Issue(p, 1), Ct);
            else await h.Reservations.ReserveAsync(h.As(), new() { Owner = $"r{i}", Location = h.Store, Line = new(p.Id, new Quantity(1, UnitCode.Tablet)), Expires = h.Clock.Now + Duration.FromHours(1) }, Ct);
        });

        var lying = await h.LyingAsync(lot);
        Assert.Equal(12, outcomes.Count(o => o == "done"));
        Assert.True(lying.Available.IsZero);
        Assert.Equal(12, lying.Reserved.Value + (await h.LedgerAsync()).Count(m => m.Kind == MovementKind.Issue));
    }

    [Fact]
    public async Task One_command_sent_many_times_at_once_is_done_once()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 10);
        var x = h.As();
        var postings = new System.Collections.Concurrent.ConcurrentBag<PostingId>();

        var outcomes = await AllAtOnce(16, async _ => postings.Add((await h.Issuing.IssueAsync(x, h.Issue(p, 3), Ct)).Posting));

        Assert.All(outcomes, o => Assert.Equal("done", o));
        Assert.Single(postings.Distinct());
        Assert.Equal(7, await h.OnHandAsync(lot));
    }

    [Fact]
    public async Task A_count_that_meets_an_issue_counts_again()
    {
        var h = new Hospital();
        var p = await h.PresentationAsync();
        var lot = await h.LotAsync(p, 100);

        await AllAtOnce(20, i => i % 4 == 0
            ? h.Counting.CountAsync(h.As(), new() { Lot = lot, Location = h.Store, Counted = new(50, UnitCode.Tablet) }, Ct)
            : h.Issuing.IssueAsync(h.As(), h.Issue(p, 1), Ct));

        Assert.Empty(await h.Inquiries.VerifyAsync(h.Tenant, Ct));
        Assert.Equal(await h.OnHandAsync(lot), (await h.LedgerAsync()).Sum(m => m.Change.Value));
    }

    private static async Task<IReadOnlyList<string>> AllAtOnce(int count, Func<int, Task> act)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable.Range(0, count).Select(i => Task.Run(async () =>
        {
            await start.Task;
            try
            {
                await act(i);
                return "done";
            }
            catch (Exception e) when (e is IRuleViolation v)
            {
                return v.Code;
            }
        })).ToList();
        start.SetResult();
        return await Task.WhenAll(all);
    }
}
