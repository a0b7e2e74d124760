using Clinic.Pharmacy.Recalls;
using Clinic.Pharmacy.SupplierReturns;

namespace Clinic.Pharmacy.Tests.Recalls;

public sealed class RecallLifecycleTests
{
    private static readonly Dictionary<(RecallNoticeStatus, RecallNoticeTrigger), RecallNoticeStatus> Notices = new()
    {
        [(RecallNoticeStatus.ToNotify, RecallNoticeTrigger.Attempt)] = RecallNoticeStatus.ToNotify,
        [(RecallNoticeStatus.ToNotify, RecallNoticeTrigger.Notify)] = RecallNoticeStatus.Notified,
        [(RecallNoticeStatus.ToNotify, RecallNoticeTrigger.Answer)] = RecallNoticeStatus.Answered,
        [(RecallNoticeStatus.Notified, RecallNoticeTrigger.Attempt)] = RecallNoticeStatus.Notified,
        [(RecallNoticeStatus.Notified, RecallNoticeTrigger.Notify)] = RecallNoticeStatus.Notified,
        [(RecallNoticeStatus.Notified, RecallNoticeTrigger.Answer)] = RecallNoticeStatus.Answered,
        [(RecallNoticeStatus.Answered, RecallNoticeTrigger.Answer)] = RecallNoticeStatus.Answered,
        [(RecallNoticeStatus.Answered, RecallNoticeTrigger.Close)] = RecallNoticeStatus.Closed,
    };

    private static readonly Dictionary<(SupplierReturnStatus, SupplierReturnTrigger), SupplierReturnStatus> Returns = new()
    {
        [(SupplierReturnStatus.Draft, SupplierReturnTrigger.Approve)] = SupplierReturnStatus.Approved,
        [(SupplierReturnStatus.Draft, SupplierReturnTrigger.Cancel)] = SupplierReturnStatus.Cancelled,
        [(SupplierReturnStatus.Approved, SupplierReturnTrigger.Ship)] = SupplierReturnStatus.Shipped,
        [(SupplierReturnStatus.Approved, SupplierReturnTrigger.Cancel)] = SupplierReturnStatus.Cancelled,
        [(SupplierReturnStatus.Shipped, SupplierReturnTrigger.Credit)] = SupplierReturnStatus.Credited,
    };

    public static TheoryData<RecallNoticeStatus, RecallNoticeTrigger> OfNotices =>
        [.. from s in Enum.GetValues<RecallNoticeStatus>() from t in Enum.GetValues<RecallNoticeTrigger>() select (s, t)];

    public static TheoryData<SupplierReturnStatus, SupplierReturnTrigger> OfReturns =>
        [.. from s in Enum.GetValues<SupplierReturnStatus>() from t in Enum.GetValues<SupplierReturnTrigger>() select (s, t)];

    [Theory]
    [MemberData(nameof(OfNotices))]
    public void Every_status_and_trigger_of_a_notice(RecallNoticeStatus status, RecallNoticeTrigger trigger)
    {
        var id = new RecallNoticeId(Guid.CreateVersion7());
        if (Notices.TryGetValue((status, trigger), out var next)) Assert.Equal(next, RecallLifecycle.Next(id, status, trigger));
        else Assert.Equal(PharmacyRules.RecallNoticeTransitionRefused, Assert.Throws<PharmacyException>(() => RecallLifecycle.Next(id, status, trigger)).Code);
    }

    [Theory]
    [MemberData(nameof(OfReturns))]
    public void Every_status_and_trigger_of_a_supplier_return(SupplierReturnStatus status, SupplierReturnTrigger trigger)
    {
        var id = new SupplierReturnId(Guid.CreateVersion7());
        if (Returns.TryGetValue((status, trigger), out var next)) Assert.Equal(next, SupplierReturnLifecycle.Next(id, status, trigger));
        else Assert.Equal(PharmacyRules.SupplierReturnTransitionRefused, Assert.Throws<PharmacyException>(() => SupplierReturnLifecycle.Next(id, status, trigger)).Code);
    }

    [Fact]
    public void A_closed_campaign_takes_nothing_in_and_stays_closed()
    {
        var id = new RecallCampaignId(Guid.CreateVersion7());

        Assert.Equal(RecallCampaignStatus.Open, RecallLifecycle.Next(id, RecallCampaignStatus.Open, RecallCampaignTrigger.TakeIn));
        Assert.Equal(RecallCampaignStatus.Closed, RecallLifecycle.Next(id, RecallCampaignStatus.Open, RecallCampaignTrigger.Close));
        Assert.All(Enum.GetValues<RecallCampaignTrigger>(), t =>
            Assert.Equal(PharmacyRules.RecallTransitionRefused, Assert.Throws<PharmacyException>(() => RecallLifecycle.Next(id, RecallCampaignStatus.Closed, t)).Code));
    }
}
