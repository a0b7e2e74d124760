using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;

namespace Clinic.Pharmacy.Tests.Lots;

public sealed class LotLifecycleTests
{
    private static readonly Dictionary<(LotStatus, LotTrigger), LotStatus> Table = new()
    {
        [(LotStatus.Approved, LotTrigger.Hold)] = LotStatus.OnHold,
        [(LotStatus.Approved, LotTrigger.Quarantine)] = LotStatus.Quarantined,
        [(LotStatus.Approved, LotTrigger.Recall)] = LotStatus.Recalled,
        [(LotStatus.Approved, LotTrigger.Damage)] = LotStatus.Damaged,
        [(LotStatus.OnHold, LotTrigger.Approve)] = LotStatus.Approved,
        [(LotStatus.OnHold, LotTrigger.Quarantine)] = LotStatus.Quarantined,
        [(LotStatus.OnHold, LotTrigger.Recall)] = LotStatus.Recalled,
        [(LotStatus.OnHold, LotTrigger.Damage)] = LotStatus.Damaged,
        [(LotStatus.Quarantined, LotTrigger.Approve)] = LotStatus.Approved,
        [(LotStatus.Quarantined, LotTrigger.Hold)] = LotStatus.OnHold,
        [(LotStatus.Quarantined, LotTrigger.Recall)] = LotStatus.Recalled,
        [(LotStatus.Quarantined, LotTrigger.Damage)] = LotStatus.Damaged,
        [(LotStatus.Damaged, LotTrigger.Recall)] = LotStatus.Recalled,
    };

    public static TheoryData<LotStatus, LotTrigger> All =>
        [.. from status in Enum.GetValues<LotStatus>() from trigger in Enum.GetValues<LotTrigger>() select (status, trigger)];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_status_and_trigger(LotStatus status, LotTrigger trigger)
    {
        var lot = new LotId(Guid.CreateVersion7());

        if (Table.TryGetValue((status, trigger), out var next))
        {
            Assert.Equal(next, LotLifecycle.Next(lot, status, trigger));
            return;
        }

        var e = Assert.Throws<PharmacyException>(() => LotLifecycle.Next(lot, status, trigger));
        Assert.Equal(PharmacyRules.LotTransitionRefused, e.Code);
        Assert.Equal(status.ToString(), e.Failures[0].Facts["status"]);
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public void What_is_allowed_is_said(LotStatus status) =>
        Assert.Equal(Table.Keys.Where(k => k.Item1 == status).Select(k => k.Item2).Order(), LotLifecycle.Allowed(status).Order());

    [Fact]
    public void Recalled_and_damaged_lots_never_become_approved()
    {
        foreach (var end in (LotStatus[])[LotStatus.Recalled, LotStatus.Damaged])
        {
            var reached = new HashSet<LotStatus> { end };
            while (reached.SelectMany(s => LotLifecycle.Allowed(s).Select(t => LotLifecycle.Next(new(Guid.CreateVersion7()), s, t))).ToList().Any(reached.Add))
            {
            }

            Assert.DoesNotContain(LotStatus.Approved, reached);
        }
    }

    public static TheoryData<LotStatus> Statuses => [.. Enum.GetValues<LotStatus>()];
}
