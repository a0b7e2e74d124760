using Clinic.Pharmacy.CountSessions;
using static Clinic.Pharmacy.CountSessions.CountSessionStatus;
using static Clinic.Pharmacy.CountSessions.CountSessionTrigger;

namespace Clinic.Pharmacy.Tests.CountSessions;

public sealed class CountSessionLifecycleTests
{
    private static readonly Dictionary<(CountSessionStatus, CountSessionTrigger), CountSessionStatus> Table = new()
    {
        [(Draft, Start)] = CountSessionStatus.Counting,
        [(Draft, Cancel)] = Cancelled,
        [(CountSessionStatus.Counting, CountSessionTrigger.AskRecount)] = Recounting,
        [(CountSessionStatus.Counting, Review)] = InReview,
        [(CountSessionStatus.Counting, Cancel)] = Cancelled,
        [(Recounting, Review)] = InReview,
        [(Recounting, Cancel)] = Cancelled,
        [(InReview, CountSessionTrigger.AskRecount)] = Recounting,
        [(InReview, Approve)] = Approved,
        [(InReview, Cancel)] = Cancelled,
    };

    public static TheoryData<CountSessionStatus, CountSessionTrigger> All =>
        [.. from status in Enum.GetValues<CountSessionStatus>() from trigger in Enum.GetValues<CountSessionTrigger>() select (status, trigger)];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_status_and_trigger(CountSessionStatus status, CountSessionTrigger trigger)
    {
        var session = new CountSessionId(Guid.CreateVersion7());

        if (Table.TryGetValue((status, trigger), out var next))
        {
            Assert.Equal(next, CountSessionLifecycle.Next(session, status, trigger));
            return;
        }

        var e = Assert.Throws<PharmacyException>(() => CountSessionLifecycle.Next(session, status, trigger));
        Assert.Equal(PharmacyRules.CountTransitionRefused, e.Code);
        Assert.Equal(status.ToString(), e.Failures[0].Facts["status"]);
    }
}
