using Clinic.Pharmacy.Requisitions;
using FsCheck.Fluent;
using static Clinic.Pharmacy.Tests.Requisitions.RequisitionKit;

namespace Clinic.Pharmacy.Tests.Requisitions;

/// <summary>Whatever people do to requisitions, nothing is made, nothing is lost, and what is sent is accounted for.</summary>
public sealed class RequisitionLawTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void No_history_of_requisitions_changes_the_total_or_leaves_something_unaccounted() =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ArrayOf(40).ToArbitrary(), async steps => (await RunAsync([.. steps.Select(s => (uint)s)])).Count > 0).Holds(maxTest: 60);

    [Fact]
    public async Task Random_histories_reach_every_status()
    {
        var reached = new HashSet<RequisitionStatus>();
        // A fixed seed: that every status comes to be reached is a matter of the sample, not of luck.
        var random = new Random(20_261);
        for (var i = 0; i < 120; i++) reached.UnionWith(await RunAsync([.. Enumerable.Range(0, 40).Select(_ => (uint)random.Next(1_000_001))]));

        Assert.Superset(new HashSet<RequisitionStatus> { RequisitionStatus.Dispatched, RequisitionStatus.Received, RequisitionStatus.Completed, RequisitionStatus.Suspended }, reached);
    }

    [Fact]
    public void What_is_suggested_is_whole_packs_and_stays_below_the_maximum_unless_it_is_one_pack() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(ushort, ushort, ushort, ushort, byte)>(), x =>
        {
            var (minimum, more, onHand, onTheWay, pack) = x;
            var level = StockLevel.Restore(new(
                new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), new(minimum, 0), new(minimum + more, 0), null, new(Guid.CreateVersion7()), default, 1));
            var line = RequisitionSuggester.Suggest(level, new(onHand, 0), new(onTheWay, 0), new(pack + 1, 0));
            var (ask, coming) = (line.Ask.Steps, onHand + onTheWay);
            return ask % (pack + 1) == 0
                && (ask > 0) == (coming <= minimum && coming < minimum + more)
                && (ask <= pack + 1 || coming + ask <= minimum + more);
        }).Holds();

    private static async Task<IReadOnlySet<RequisitionStatus>> RunAsync(uint[] steps)
    {
        var k = await OpenAsync();
        var lots = new[] { await k.H.LotAsync(k.P, 40, "A", new(2026, 6, 30)), await k.H.LotAsync(k.P, 60, "B") };
        var ids = new List<RequisitionId>();
        var reached = new HashSet<RequisitionStatus>();
        decimal wasted = 0;
        foreach (var step in steps.Prepend(30u * 16))
        {
            var n = (int)(step / 16 % 40) + 1;
            if (ids.Count == 0 || step % 16 == 15) ids.Add(await k.SubmittedAsync(n));
            else await TryAsync(() => StepAsync(k, ids[(int)(step / 1024 % (uint)ids.Count)], step % 16, n));

            decimal total = 0, transit = 0, outstanding = 0;
            foreach (var lot in lots)
            {
                var (a, b, c, d) = await k.PlacesAsync(lot);
                total += a + b + c + d;
                transit += b;
            }

            wasted = (await k.H.LedgerAsync()).Where(m => m.Kind == Clinic.Pharmacy.Stock.MovementKind.Waste).Sum(m => m.Quantity.Value);
            foreach (var id in ids)
            {
                var r = await k.ReadAsync(id);
                reached.Add(r.Status);
                foreach (var f in r.Figures)
                {
                    Assert.Equal(f.Sent, f.OnTheWay + f.Received + f.Damaged + f.Short);
                    Assert.True(f.Sent <= (f.Approved ?? f.Sent) && f.WrittenOff <= f.Short);
                    outstanding += (f.OnTheWay + f.Missing).Value;
                }

                Assert.Equal(r.Status == RequisitionStatus.Completed, r.Deliveries.Count > 0 && !r.HasUnsent && !r.HasMissing && !r.HasOnTheWay);
            }

            Assert.Equal(100m, total + wasted);
            Assert.Equal(transit, outstanding);
        }

        Assert.Empty(await k.H.Inquiries.VerifyAsync(k.H.Tenant, Ct));
        return reached;
    }

    private static async Task StepAsync(RequisitionKit k, RequisitionId id, uint step, int n)
    {
        var r = await k.ReadAsync(id);
        var delivery = r.Deliveries.Count == 0 ? null : r.Deliveries[n % r.Deliveries.Count];
        await (step switch
        {
            0 or 1 => k.Approval.ApproveAsync(k.H.As(k.Approver), new(id, Lines: n % 2 == 0 ? null : [new(k.P.Id, Tablets(n), "x")]), Ct),
            2 => k.Fulfilment.PickAsync(k.H.As(k.Sender), new(id), Ct),
            3 or 4 => k.SendAsync(id, n),
            5 => k.SendAsync(id),
            6 => k.Receiving.ReceiveAsync(k.H.As(k.Receiver), new(id, delivery?.Transfer), Ct),
            7 or 8 => k.Receiving.ReceiveAsync(
                k.H.As(k.Receiver), new(id, delivery?.Transfer, [.. (delivery?.Lots ?? []).Select(l => new CountedLot(l.Lot, Tablets(n), n % 3 == 0 ? null : Tablets(1), n % 2 == 0))]), Ct),
            9 => k.Receiving.WriteOffAsync(k.H.As(k.H.Supervisor), new(id, "x", n % 2 == 0 ? null : delivery?.Transfer), Ct),
            10 => k.Fulfilment.CloseRestAsync(k.H.As(k.Sender), new(id, "x"), Ct),
            11 => k.Approval.SuspendAsync(k.H.As(k.Approver), new(id, "x"), Ct),
            12 => k.Approval.ResumeAsync(k.H.As(k.Approver), new(id), Ct),
            13 => k.Drafting.CancelAsync(k.H.As(k.Nurse), new(id, "x"), Ct),
            _ => k.Approval.ReturnAsync(k.H.As(k.Approver), new(id, "x"), Ct),
        });
    }

    private static async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (PharmacyException)
        {
            // A refusal is an answer; what it leaves behind is checked.
        }
    }
}
