using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Printing;
using Clinic.Pharmacy.Sales.Shifts;
using Clinic.Pharmacy.Tests.Kit;
using static Clinic.Pharmacy.Tests.Sales.Shop;

namespace Clinic.Pharmacy.Tests.Sales;

public sealed class CashierShiftTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_till_is_closed_per_kind_with_a_reason_for_what_differs()
    {
        var s = await OpenAsync();
        var p = await s.ProductAsync(price: 10, tax: "IVA0");
        await s.CompleteAsync(await s.AddAsync((await s.BeginAsync()).Sale, p, 3), null, new Payment(PaymentKind.Cash, Usd(12), Usd(20)), new Payment(PaymentKind.Card, Usd(18)));
        var till = await s.TillOfAsync(s.Cashier);
        CloseShift Close(decimal cash, decimal card, string? reason = null) => new(till.Id, [new(PaymentKind.Cash, Usd(cash)), new(PaymentKind.Card, Usd(card))], reason);

        await Refused.WithAsync(() => s.Shifts.CloseAsync(s.H.As(s.Cashier), new(till.Id, [new(PaymentKind.Cash, Usd(32))]), Ct), PharmacyRules.ShiftNotCounted);
        await Refused.WithAsync(() => s.Shifts.CloseAsync(s.H.As(s.Cashier), Close(31.50m, 18), Ct), PharmacyRules.ShiftReasonMissing);
        await Refused.WithAsync(() => s.Shifts.CloseAsync(s.H.As(s.Cashier), Close(-1, 18), Ct), PharmacyRules.FieldInvalid);
        var closed = await s.Shifts.CloseAsync(s.H.As(s.Cashier), Close(31.50m, 18, "a coin fell"), Ct);

        Assert.Equal([(PaymentKind.Cash, Usd(-0.50m)), (PaymentKind.Card, Usd(0))], closed.Totals.Select(t => (t.Kind, t.Difference!.Value)));
        await Refused.WithAsync(() => s.Shifts.CloseAsync(s.H.As(s.Cashier), Close(32, 18), Ct), PharmacyRules.ShiftClosed);
        var html = await s.Receipts.ShiftHtmlAsync(s.H.Tenant, till.Id, new ReceiptStyle(Paper: ReceiptPaper.A4), Ct);
        Assert.Contains("<td>Diferencia</td><td class=\"r\">-0,50</td>", html, StringComparison.Ordinal);
        Assert.Contains("@page{size:A4", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_open_till_per_person_and_an_abandoned_one_is_closed_by_a_supervisor()
    {
        var s = await OpenAsync();
        var till = await s.TillOfAsync(s.Cashier);
        await Refused.WithAsync(() => s.TillAsync(s.Cashier), PharmacyRules.ShiftOpenAlready);
        await Refused.WithAsync(() => s.TillAsync(s.H.Nurse), PharmacyRules.RoleMissing);
        CloseShift Close(string? reason) => new(till.Id, [new(PaymentKind.Cash, Usd(20))], reason);

        await Refused.WithAsync(() => s.Shifts.CloseAsync(s.H.As(s.Auxiliary), Close("gone"), Ct), PharmacyRules.ShiftForeign);
        await Refused.WithAsync(() => s.Shifts.CloseAsync(s.H.As(s.H.Supervisor), Close(null), Ct), PharmacyRules.ShiftReasonMissing);
        await Refused.WithAsync(() => s.Shifts.CloseAsync(s.H.As(), new(new ShiftId(Guid.CreateVersion7()), []), Ct), PharmacyRules.ShiftUnknown);
        await s.Shifts.CloseAsync(s.H.As(s.H.Supervisor), Close("went home"), Ct);

        await s.TillAsync(s.Cashier);
    }
}
