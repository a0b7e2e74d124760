using Clinic.Abstractions;
using Clinic.Dispensing;
using Clinic.Dispensing.Billing;
using Clinic.EmergencyBilling;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.Pharmacy;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Returning;
using Clinic.Testing.Wards;
using NodaTime;

namespace Clinic.Bridges.Tests.Billing;

public class PharmacyChargesTests
{
    private static readonly UnitCode Vial = new("{vial}");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Half_comes_back_the_invoice_says_the_rest_and_the_match_is_clean()
    {
        var ward = await BilledWard.OpenAsync();
        var (stay, visit) = await ward.RunningAsync();
        var dispensed = await ward.DeliveredAsync(visit, ward.World.Tablet, 10, UnitCode.Tablet);
        await ward.ReturnAsync(dispensed, 5, UnitCode.Tablet);
        ward.World.Clock.AdvanceMinutes(59);
        await ward.CloseAsync(stay);

        var before = await ward.BillAsync(stay);
        await ward.InvoiceAsync(stay);
        var after = await ward.BillAsync(stay);

        var charge = Assert.Single(before.Others);
        Assert.Equal((5m, "{tbl}", "PAR-500", 2.50m, 0.38m, "IVA15", null), (charge.Quantity, charge.Unit, charge.Code, charge.Net, charge.Tax, charge.TaxCode, charge.Unpriced));
        Assert.Equal(62.88m, before.Total);
        Assert.Equal(["stay", "pharmacy"], after.Invoices.Single().ToSnapshot().Lines.Select(l => l.Source));
        Assert.Equal((62.88m, 62.88m), (after.Total, after.Invoices.Single().Total));
        Assert.Equal([charge], after.Others);
        Assert.Empty(after.Later);
        var match = await ward.MatchAsync(visit);
        Assert.Equal([MatchKind.Matched], match.Lines.Select(l => l.Kind));
        Assert.Empty(match.Raised);
    }

    [Fact]
    public async Task A_delivery_that_is_missing_on_the_bill_and_a_bill_without_delivery_become_tickets()
    {
        var ward = await BilledWard.OpenAsync();
        var (stay, visit) = await ward.RunningAsync();
        var dispensed = await ward.DeliveredAsync(visit, ward.World.Tablet, 10, UnitCode.Tablet);
        await ward.CloseAsync(stay);
        await ward.InvoiceAsync(stay);

        var late = await ward.DeliveredAsync(visit, ward.World.Tablet, 2, UnitCode.Tablet);
        var missing = await ward.MatchAsync(visit);
        await ward.ReturnAsync(dispensed, 10, UnitCode.Tablet);
        var extra = await ward.MatchAsync(visit);

        Assert.Equal(late, Assert.Single(missing.Lines, l => l.Kind == MatchKind.Missing).Delivered!.Dispensation);
        Assert.Single(missing.Raised);
        Assert.Equal((0m, 10m), Assert.Single(extra.Lines, l => l.Kind == MatchKind.Extra) is var l ? (l.DeliveredQuantity, l.BilledQuantity) : default);
        Assert.Single(extra.Raised);
    }

    [Fact]
    public async Task A_line_that_is_removed_from_the_bill_is_a_ticket()
    {
        var ward = await BilledWard.OpenAsync();
        var (stay, visit) = await ward.RunningAsync();
        await ward.DeliveredAsync(visit, ward.World.Tablet, 10, UnitCode.Tablet);
        await ward.DeliveredAsync(visit, ward.World.Tablet, 3, UnitCode.Tablet);
        await ward.CloseAsync(stay);
        await ward.InvoiceAsync(stay);
        var billed = await ward.World.Get<IBilledLines>().ListAsync(ward.World.Tenant, visit, Ct);

        Assert.Empty((await ward.MatchAsync(visit, billed)).Raised);
        Assert.Single((await ward.MatchAsync(visit, [.. billed!.Skip(1)])).Raised);
    }

    [Fact]
    public async Task A_visit_that_no_stay_bills_stays_unknown_to_the_match()
    {
        var ward = await BilledWard.OpenAsync();

        var refused = await Assert.ThrowsAsync<DispensingException>(() => ward.MatchAsync(ward.World.Get<IIdGenerator>().Next<EncounterId>()));

        Assert.Equal(DispensingRules.NothingBilledKnown, refused.Code);
    }

    [Fact]
    public async Task A_product_without_price_is_shown_so_and_stops_the_invoice_until_it_has_one()
    {
        var ward = await BilledWard.OpenAsync();
        var (stay, visit) = await ward.RunningAsync();
        await ward.DeliveredAsync(visit, ward.World.Vial, 1, Vial);
        await ward.DeliveredAsync(visit, ward.World.Tablet, 1, UnitCode.Tablet);
        await ward.CloseAsync(stay);

        var bill = await ward.BillAsync(stay);
        var refused = await Assert.ThrowsAsync<EmergencyBillingException>(() => ward.InvoiceAsync(stay));
        await ward.PriceAsync((ward.World.Vial, 20m));
        await ward.InvoiceAsync(stay);

        Assert.Equal([PharmacyRules.PriceMissing, null], bill.Others.Select(o => o.Unpriced));
        Assert.Null(bill.Total);
        Assert.Equal(EmergencyBillingRules.OtherChargeUnpriced, Assert.Single(refused.Failures).Code);
        Assert.Contains("INS-10", refused.Describe(refused.Failures[0], "es"), StringComparison.Ordinal);
        Assert.Equal([20m, 0.50m], (await ward.InvoicedAsync(stay)).Select(l => l.Net));
    }

    [Fact]
    public async Task Each_delivery_costs_what_it_cost_on_its_date()
    {
        var ward = await BilledWard.OpenAsync();
        var (stay, visit) = await ward.RunningAsync();
        await ward.DeliveredAsync(visit, ward.World.Tablet, 10, UnitCode.Tablet);
        ward.World.Clock.Advance(Duration.FromDays(1));
        await ward.PriceAsync((ward.World.Tablet, 0.80m));
        await ward.DeliveredAsync(visit, ward.World.Tablet, 10, UnitCode.Tablet);
        await ward.CloseAsync(stay);
        await ward.InvoiceAsync(stay);

        Assert.Equal([(5.00m, 0.75m), (8.00m, 1.20m)], (await ward.InvoicedAsync(stay)).Select(l => (l.Net, l.Tax)));
    }

    [Fact]
    public async Task A_line_of_several_lots_is_priced_once_and_shared()
    {
        var ward = await BilledWard.OpenAsync();
        await ward.PriceAsync((ward.World.Tablet, 0.333m));
        var (stay, visit) = await ward.RunningAsync();
        await ward.DeliveredAsync(visit, ward.World.Tablet, 110, UnitCode.Tablet);
        await ward.CloseAsync(stay);
        await ward.InvoiceAsync(stay);

        var lines = await ward.InvoicedAsync(stay);
        Assert.Equal([100m, 10m], lines.Select(l => l.Quantity).OrderDescending());
        Assert.Equal(36.63m, lines.Sum(l => l.Net));
        Assert.Equal(5.49m, lines.Sum(l => l.Tax));
        Assert.Equal([MatchKind.Matched], (await ward.MatchAsync(visit)).Lines.Select(l => l.Kind));
    }

    [Fact]
    public async Task A_second_stay_of_the_visit_is_charged_only_what_is_new_and_given_back_what_returned()
    {
        var ward = await BilledWard.OpenAsync();
        var (first, visit) = await ward.RunningAsync();
        var dispensed = await ward.DeliveredAsync(visit, ward.World.Tablet, 10, UnitCode.Tablet);
        await ward.CloseAsync(first);
        await ward.InvoiceAsync(first);
        await ward.ReturnAsync(dispensed, 4, UnitCode.Tablet);

        var later = (await ward.BillAsync(first)).Later;
        var (second, _) = await ward.RunningAsync(visit);
        await ward.DeliveredAsync(visit, ward.World.Tablet, 1, UnitCode.Tablet);
        ward.World.Clock.AdvanceMinutes(60);
        await ward.CloseAsync(second);
        await ward.InvoiceAsync(second);

        Assert.Equal([(-4m, -2.00m, -0.30m)], later.Select(o => (o.Quantity, o.Net, o.Tax)));
        Assert.Equal([(10m, 5.00m, 0.75m)], (await ward.BillAsync(first)).Others.Select(o => (o.Quantity, o.Net, o.Tax)));
        Assert.Equal([(-4m, -2.00m), (1m, 0.50m)], (await ward.InvoicedAsync(second)).Select(l => (l.Quantity, l.Net)).Order());
        Assert.Empty((await ward.BillAsync(first)).Later);
        Assert.Empty((await ward.MatchAsync(visit)).Raised);
    }

    [Fact]
    public async Task What_was_credited_is_charged_again_as_it_stands_then()
    {
        var ward = await BilledWard.OpenAsync();
        var (stay, visit) = await ward.RunningAsync();
        var dispensed = await ward.DeliveredAsync(visit, ward.World.Tablet, 10, UnitCode.Tablet);
        await ward.CloseAsync(stay);
        await ward.InvoiceAsync(stay);
        Assert.Equal(1, (await ward.World.Get<StayInvoicing>().RunDueAsync(ward.World.Tenant, 10, Ct)).Done);
        await ward.ReturnAsync(dispensed, 10, UnitCode.Tablet);
        await ward.World.Get<StatementDesk>().CreditAsync(ward.As(WardPeople.Supervisor), new() { Stay = stay, Reason = "devolución" }, Ct);

        var bill = await ward.BillAsync(stay);

        Assert.Empty(bill.Others);
        Assert.Equal(0m, bill.Invoices.Where(i => i.Status != StayInvoiceStatus.Void).Sum(i => i.Total));
        Assert.Empty((await ward.MatchAsync(visit)).Raised);
    }

    [Theory]
    [InlineData("IESS", 0.40)]
    [InlineData("SALUD-9", 0.30)]
    [InlineData("OTRO", 0.50)]
    [InlineData(null, 0.50)]
    public async Task The_payer_decides_whose_list_holds(string? payer, double price)
    {
        var ward = await BilledWard.OpenAsync(charges: o => o.Insurers["SALUD-9"] = "SALUD");
        await ward.ListAsync(PriceSegment.OfInsurer("IESS"), (ward.World.Tablet, 0.40m));
        await ward.ListAsync(PriceSegment.OfInsurer("SALUD"), (ward.World.Tablet, 0.30m));
        var (stay, visit) = await ward.RunningAsync(payer: payer);
        await ward.DeliveredAsync(visit, ward.World.Tablet, 1, UnitCode.Tablet);

        Assert.Equal((decimal)price, Assert.Single((await ward.BillAsync(stay)).Others).Net);
    }

    [Fact]
    public async Task An_insurer_without_price_for_the_product_is_no_patient()
    {
        var ward = await BilledWard.OpenAsync();
        await ward.ListAsync(PriceSegment.OfInsurer("IESS"), (ward.World.Vial, 20m));
        var (stay, visit) = await ward.RunningAsync(payer: "IESS");
        await ward.DeliveredAsync(visit, ward.World.Tablet, 1, UnitCode.Tablet);

        Assert.Equal(PharmacyRules.PriceMissing, Assert.Single((await ward.BillAsync(stay)).Others).Unpriced);
    }

    [Fact]
    public async Task The_patient_pays_patients_prices_where_medicines_go_to_the_patient()
    {
        var ward = await BilledWard.OpenAsync(billing: o => o.OtherChargesGoTo = OtherChargesGoTo.Patient);
        await ward.ListAsync(PriceSegment.OfInsurer("IESS"), (ward.World.Tablet, 0.40m));
        var (stay, visit) = await ward.RunningAsync(payer: "IESS");
        await ward.DeliveredAsync(visit, ward.World.Tablet, 1, UnitCode.Tablet);

        Assert.Equal(0.50m, Assert.Single((await ward.BillAsync(stay)).Others).Net);
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 2)]
    public async Task Waste_is_charged_unless_the_clinic_says_otherwise_and_the_match_agrees(bool charges, int units)
    {
        var ward = await BilledWard.OpenAsync(o => o.ChargesWaste = charges);
        await ward.PriceAsync((ward.World.Vial, 20m));
        var (stay, visit) = await ward.RunningAsync();
        var dispensed = await ward.DeliveredAsync(visit, ward.World.Vial, 3, Vial);
        await ward.World.WasteAsync(dispensed, 1, 14, UnitCode.Millilitre, Ct);
        await ward.CloseAsync(stay);
        await ward.InvoiceAsync(stay);

        Assert.Equal(units, Assert.Single(await ward.InvoicedAsync(stay)).Quantity);
        Assert.Equal([MatchKind.Matched], (await ward.MatchAsync(visit)).Lines.Select(l => l.Kind));
    }

    [Fact]
    public async Task Stock_that_was_handed_to_the_visit_without_dispensation_is_charged_less_what_came_back()
    {
        var ward = await BilledWard.OpenAsync();
        var (stay, visit) = await ward.RunningAsync();
        var issued = await IssueAsync(ward, visit);
        await IssueAsync(ward, ward.World.Get<IIdGenerator>().Next<EncounterId>());
        await ward.World.Get<StockReturning>().ReturnAsync(ward.As(WardPeople.Pharmacist), new()
        {
            Issue = issued.Posting,
            Lot = issued.Lines[0].Parts[0].Lot,
            Quantity = new(1, UnitCode.Tablet),
            To = ward.World.Store,
            IsUnopened = true,
            Reason = "sobró",
        }, Ct);
        await ward.CloseAsync(stay);
        await ward.InvoiceAsync(stay);

        Assert.Equal((3m, 1.50m), Assert.Single(await ward.InvoicedAsync(stay)) is var l ? (l.Quantity, l.Net) : default);
        Assert.Empty((await ward.MatchAsync(visit)).Raised);
    }

    [Fact]
    public async Task Two_stays_of_one_visit_invoiced_at_once_charge_a_delivery_once()
    {
        var ward = await BilledWard.OpenAsync();
        var (first, visit) = await ward.RunningAsync();
        await ward.DeliveredAsync(visit, ward.World.Tablet, 10, UnitCode.Tablet);
        await ward.CloseAsync(first);
        ward.World.Clock.AdvanceMinutes(5);
        var (second, _) = await ward.RunningAsync(visit);
        ward.World.Clock.AdvanceMinutes(60);
        await ward.CloseAsync(second);

        await Task.WhenAll(Task.Run(() => ward.InvoiceAsync(first), Ct), Task.Run(() => ward.InvoiceAsync(second), Ct));

        Assert.Equal(10m, (await ward.InvoicedAsync(first)).Concat(await ward.InvoicedAsync(second)).Sum(l => l.Quantity));
    }

    private static Task<IssueAnswer> IssueAsync(BilledWard ward, EncounterId visit) => ward.World.Get<StockIssuing>().IssueAsync(ward.As(WardPeople.Pharmacist), new()
    {
        From = ward.World.Store,
        Target = new(ward.World.Emergency, ward.World.Patient, visit),
        Lines = [new(ward.World.Tablet, new(4, UnitCode.Tablet))],
    }, Ct);
}
