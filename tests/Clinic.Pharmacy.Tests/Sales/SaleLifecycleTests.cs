using Clinic.Pharmacy.Sales;

namespace Clinic.Pharmacy.Tests.Sales;

public sealed class SaleLifecycleTests
{
    private static readonly Dictionary<(SaleStatus, SaleTrigger), SaleStatus> Table = new()
    {
        [(SaleStatus.Draft, SaleTrigger.Change)] = SaleStatus.Draft,
        [(SaleStatus.Draft, SaleTrigger.Complete)] = SaleStatus.Completed,
        [(SaleStatus.Draft, SaleTrigger.Cancel)] = SaleStatus.Cancelled,
        [(SaleStatus.Completed, SaleTrigger.ReturnPart)] = SaleStatus.PartlyReturned,
        [(SaleStatus.Completed, SaleTrigger.ReturnRest)] = SaleStatus.Returned,
        [(SaleStatus.Completed, SaleTrigger.Cancel)] = SaleStatus.Cancelled,
        [(SaleStatus.PartlyReturned, SaleTrigger.ReturnPart)] = SaleStatus.PartlyReturned,
        [(SaleStatus.PartlyReturned, SaleTrigger.ReturnRest)] = SaleStatus.Returned,
    };

    public static TheoryData<SaleStatus, SaleTrigger> All =>
        [.. from status in Enum.GetValues<SaleStatus>() from trigger in Enum.GetValues<SaleTrigger>() select (status, trigger)];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_status_and_trigger(SaleStatus status, SaleTrigger trigger)
    {
        var sale = new SaleId(Guid.CreateVersion7());

        if (Table.TryGetValue((status, trigger), out var next))
        {
            Assert.Equal(next, SaleLifecycle.Next(sale, status, trigger));
            return;
        }

        var e = Assert.Throws<PharmacyException>(() => SaleLifecycle.Next(sale, status, trigger));
        Assert.Equal(PharmacyRules.SaleTransitionRefused, e.Code);
        Assert.Equal(Table.Keys.Where(k => k.Item1 == status).Select(k => k.Item2).Order(), SaleLifecycle.Allowed(status).Order());
    }
}
