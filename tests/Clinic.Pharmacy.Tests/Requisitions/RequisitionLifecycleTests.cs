using Clinic.Pharmacy.Requisitions;
using Clinic.Pharmacy.Tests.Kit;
using static Clinic.Pharmacy.Requisitions.RequisitionStatus;

namespace Clinic.Pharmacy.Tests.Requisitions;

public sealed class RequisitionLifecycleTests
{
    private static readonly Dictionary<(RequisitionStatus, RequisitionTrigger), RequisitionStatus> Table = new()
    {
        [(Draft, RequisitionTrigger.Change)] = Draft,
        [(Draft, RequisitionTrigger.Submit)] = Submitted,
        [(Draft, RequisitionTrigger.Cancel)] = Cancelled,
        [(Submitted, RequisitionTrigger.Approve)] = Approved,
        [(Submitted, RequisitionTrigger.Reject)] = Rejected,
        [(Submitted, RequisitionTrigger.Return)] = Returned,
        [(Submitted, RequisitionTrigger.Suspend)] = Suspended,
        [(Submitted, RequisitionTrigger.Cancel)] = Cancelled,
        [(Returned, RequisitionTrigger.Change)] = Draft,
        [(Returned, RequisitionTrigger.Submit)] = Submitted,
        [(Returned, RequisitionTrigger.Cancel)] = Cancelled,
        [(Approved, RequisitionTrigger.Pick)] = Picking,
        [(Approved, RequisitionTrigger.Suspend)] = Suspended,
        [(Approved, RequisitionTrigger.Cancel)] = Cancelled,
        [(Picking, RequisitionTrigger.Dispatch)] = Dispatched,
        [(Picking, RequisitionTrigger.Suspend)] = Suspended,
        [(Picking, RequisitionTrigger.Cancel)] = Cancelled,
        [(Dispatched, RequisitionTrigger.Dispatch)] = Dispatched,
        [(Dispatched, RequisitionTrigger.CloseRest)] = Dispatched,
        [(Dispatched, RequisitionTrigger.Receive)] = Received,
        [(Dispatched, RequisitionTrigger.WriteOff)] = Received,
        [(Received, RequisitionTrigger.Dispatch)] = Dispatched,
        [(Received, RequisitionTrigger.CloseRest)] = Received,
        [(Received, RequisitionTrigger.Receive)] = Received,
        [(Received, RequisitionTrigger.WriteOff)] = Received,
        [(Received, RequisitionTrigger.Complete)] = Completed,
        [(Suspended, RequisitionTrigger.Cancel)] = Cancelled,
    };

    private static readonly RequisitionId Id = Hospital.Id<RequisitionId>(1);

    public static TheoryData<RequisitionStatus, RequisitionTrigger> All =>
        [.. from status in Enum.GetValues<RequisitionStatus>() from trigger in Enum.GetValues<RequisitionTrigger>() select (status, trigger)];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_status_and_trigger(RequisitionStatus status, RequisitionTrigger trigger)
    {
        foreach (var from in status == Suspended ? [Submitted, Approved, Picking] : new RequisitionStatus?[] { null })
        {
            if (Table.TryGetValue((status, trigger), out var next) || (from is { } paused && trigger == RequisitionTrigger.Resume && (next = paused) == paused))
            {
                Assert.Equal(next, RequisitionLifecycle.Next(Id, status, from, trigger));
                Assert.Contains(trigger, RequisitionLifecycle.Allowed(status, from));
                continue;
            }

            var e = Assert.Throws<PharmacyException>(() => RequisitionLifecycle.Next(Id, status, from, trigger));
            Assert.Equal(PharmacyRules.RequisitionTransitionRefused, e.Code);
            Assert.Equal((status.ToString(), trigger.ToString()), (e.Failures[0].Facts["status"], e.Failures[0].Facts["trigger"]));
        }
    }

    [Theory]
    [InlineData(Draft, "draft")]
    [InlineData(Submitted, "draft")]
    [InlineData(Returned, "draft")]
    [InlineData(Approved, "active")]
    [InlineData(Rejected, "cancelled")]
    [InlineData(Picking, "active")]
    [InlineData(Dispatched, "active")]
    [InlineData(Received, "active")]
    [InlineData(Completed, "completed")]
    [InlineData(Suspended, "suspended")]
    [InlineData(Cancelled, "cancelled")]
    public void The_supply_request_says_the_status_of_the_standard(RequisitionStatus status, string code) => Assert.Equal(code, RequisitionFhir.SupplyRequestStatus(status));

    [Fact]
    public void A_status_that_there_is_not_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => RequisitionFhir.SupplyRequestStatus((RequisitionStatus)99));
}
